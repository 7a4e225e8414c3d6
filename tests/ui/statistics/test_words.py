from enum import StrEnum

import pytest

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from kotoutus_desktop.rules.referrals import ReferralState
from kotoutus_desktop.rules.statistics import UNKNOWN, WHOLE, Line, TargetGroup, Topic
from kotoutus_desktop.ui.statistics.words import _ENUMS, line_text

OWN = {
    Topic.GROUP: (Line.TEMPORARY_PROTECTION,),
    Topic.SEX: (Line.MALE, Line.FEMALE),
    Topic.ASSESSMENT_STARTED: (Line.COMPLETED, Line.UNFINISHED),
    Topic.PLAN: (Line.FIRST_PLAN, Line.NEXT_PLAN),
    Topic.EXTENSION: (Line.OBSTACLE, Line.UNFINISHED_STUDIES),
    Topic.REFERRAL: (Line.NOT_SENT,),
    Topic.ORIENTATION: (Line.STARTED, Line.COMPLETED, Line.INTERRUPTED),
    Topic.PLAN_END: (Line.NEXT_PLAN, Line.GOES_ON),
    Topic.TARGET_GROUP: tuple(TargetGroup),
}
LINES: list[tuple[Topic, StrEnum]] = [
    *((topic, member) for topic, enums in _ENUMS.items() for each in enums for member in each),
    *((topic, member) for topic, members in OWN.items() for member in members),
]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_line_that_a_table_may_have_is_told_from_the_others(language):
    set_interface_language(language)
    for topic in Topic:
        keys = [member for each, member in LINES if each is topic]
        said = [line_text(topic, key) for key in (WHOLE, UNKNOWN, *keys)]

        assert len(set(said)) == len(said), (topic, said)
        assert all(key not in said for key in keys) or language == "en"


def test_codes_are_written_as_words():
    assert line_text(Topic.SERVICE_LANGUAGE, "ar") == "Arabic"
    assert line_text(Topic.MUNICIPALITY, "889") == "Utajärvi"
    assert line_text(Topic.AGE, "65-") == "65 years and more"
    assert line_text(Topic.FINAL_TEST, "A2.1") == "A2.1"
    assert line_text(Topic.FINAL_TEST, "not_assessed") == "not tested"


def test_what_is_not_known_says_why():
    assert line_text(Topic.MUNICIPALITY, UNKNOWN) == "not known, or not told"
    assert line_text(Topic.GUIDANCE_LANGUAGE, UNKNOWN) == "not asked"
    assert line_text(Topic.SEX, UNKNOWN) == "not known"


def test_a_value_of_a_later_version_stands_as_it_is():
    assert line_text(Topic.REFERRAL, "lost_in_the_post") == "lost_in_the_post"
    assert line_text(Topic.FINAL_TEST, "D9") == "D9"


def test_words_are_those_of_the_other_pages():
    assert line_text(Topic.MEASURE, MeasureState.DONE) == "done"
    assert line_text(Topic.REFERRAL, ReferralState.SENT) == "sent"
    assert line_text(Topic.REIMBURSEMENT, Protection.QUOTA_REFUGEE) == "quota refugee"
    assert line_text(Topic.GROUP, RightOfResidence.NONE) == "no permit, card or registration"
