import pytest

from kotoutus_desktop.rules import section as sections
from kotoutus_desktop.rules.section import ACT, Section
from kotoutus_desktop.ui.why.section_words import section_words

SHOWN = [
    sections.ASSESSMENT,
    sections.ASSESSMENT_NEED,
    sections.ASSESSMENT_START,
    sections.ASSESSMENT_PLACE,
    sections.INTERVIEW_HEADS,
    sections.INTERVIEW_TOLD,
    sections.DATA_SOURCE,
    sections.GOALS,
    sections.GOALS_OF_JOBSEEKER,
    sections.GOALS_OF_OTHERS,
    sections.GOALS_UNDER_25,
    sections.PLAN_CONTENT,
    sections.PLAN_SERVICES,
    sections.PLAN_SUITABILITY,
    sections.PLAN_MAXIMUM,
    sections.PLAN_EXTENSION,
    sections.PLAN_OBSTACLES,
    sections.REFERRAL,
    sections.REVIEW,
    sections.REVIEW_COUNTY,
    sections.RIGHTS_AND_DUTIES,
    sections.STORED_ASSESSMENT,
    sections.STORED_PLAN,
    sections.STORED_REVIEW,
    sections.JOB_SEARCH,
]


@pytest.mark.parametrize("section", SHOWN, ids=str)
def test_a_section_that_the_forms_show_is_explained(section):
    assert section_words(section)


def test_a_point_without_words_of_its_own_has_those_of_its_subsection():
    assert section_words(Section(ACT, "14", 1, 2)) == section_words(Section(ACT, "14", 1))
    assert section_words(Section(ACT, "14", 1, 4)) != section_words(Section(ACT, "14", 1))


def test_an_unknown_section_says_nothing():
    assert section_words(Section("1/1900", "1")) == ""
