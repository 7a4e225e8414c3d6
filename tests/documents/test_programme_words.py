from enum import StrEnum

import pytest

from kotoutus_desktop.documents import programme_words as words
from kotoutus_desktop.documents.programme_words import capital
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.models.programme import DocumentKind, GoalState
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim
from kotoutus_desktop.rules.programme_gaps import GoalArea, PlanningPoint

LABELS: dict[type[StrEnum], object] = {
    Organiser: words.ORGANISERS,
    ProgrammePoint: words.POINTS,
    TrainingAim: words.AIMS,
    TargetGroup: words.GROUPS,
    GoalArea: words.AREAS,
    PlanningPoint: words.PLANNING_POINTS,
    DocumentKind: words.DOCUMENT_KINDS,
    GoalState: words.GOAL_STATES,
}


@pytest.mark.parametrize("kind", LABELS)
def test_every_value_has_a_word_in_each_language(kind):
    labels = LABELS[kind]
    assert set(labels) == set(kind)
    for language in ("fi", "sv"):
        said = [interface_catalog(language).gettext(text) for text in labels.values()]
        assert not set(said) & set(labels.values())


def test_a_heading_begins_with_a_capital_and_stays_otherwise():
    assert capital("kunnan BKT") == "Kunnan BKT"
    assert capital("") == ""
