import re
import time
from collections import Counter

import pytest

from kotoutus_desktop.phrases.library import (
    SLOT_NAMES,
    Library,
    OfficePhrase,
    PhraseKind,
    SlotKind,
    library,
)
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind
from kotoutus_desktop.rules.section import NEED_FOR_PLAN, PLAN_SUITABILITY, Section

PREFIXES = {
    "H": {PhraseKind.FINDING},
    "T": {PhraseKind.NEED},
    "L": {PhraseKind.GOAL},
    "P": {PhraseKind.MEASURE},
    "S": {PhraseKind.SUITABILITY},
    "F": {PhraseKind.FOLLOW_UP},
    "O": {PhraseKind.RIGHT, PhraseKind.GUIDANCE},
    "V": {PhraseKind.DUTY},
    "R": {PhraseKind.DEPARTURE, PhraseKind.PLACE, PhraseKind.OUTCOME},
    "E": {PhraseKind.PROGRESS, PhraseKind.HINDRANCE, PhraseKind.CHANGE},
}


@pytest.fixture
def own() -> Library:
    phrase = OfficePhrase(
        "U-004",
        PhraseKind.MEASURE,
        {"fi": "Yhteiskuntaan tutustuminen: käynti valtuustosalissa {1}."},
    )
    return library().including([phrase])


def test_there_are_phrases_of_every_kind() -> None:
    counts = Counter(phrase.kind for phrase in library().phrases)

    assert len(library()) >= 170
    assert min(counts[kind] for kind in PhraseKind) >= 5


def test_the_code_tells_the_kind() -> None:
    for phrase in library().phrases:
        assert re.fullmatch(r"[A-Z]-\d{3}", phrase.code)
        assert phrase.kind in PREFIXES[phrase.code[0]], phrase.code


def test_every_head_goal_and_measure_has_phrases() -> None:
    phrases = library().phrases

    assert {phrase.head for phrase in phrases if phrase.head} == set(InterviewHead)
    assert {phrase.goal for phrase in phrases if phrase.goal} == set(GoalKind)
    assert {phrase.measure for phrase in phrases if phrase.measure} == set(MeasureKind)


def test_needs_goals_and_measures_say_where_they_belong() -> None:
    for phrase in library().of_kind(PhraseKind.NEED, PhraseKind.FINDING):
        assert phrase.head, phrase.code
    for phrase in library().of_kind(PhraseKind.GOAL):
        assert phrase.goal, phrase.code
    for phrase in library().of_kind(PhraseKind.MEASURE):
        assert phrase.measure, phrase.code


def test_the_duties_of_section_24_are_all_there() -> None:
    duties = library().of_kind(PhraseKind.DUTY)

    points = {d.section.point for d in duties if d.section and d.section.moment == 2}
    assert points == {1, 2, 3, 4, 5}


def test_sections_are_those_of_the_rules() -> None:
    sections = {
        phrase.code: Section(*phrase.section) for phrase in library().phrases if phrase.section
    }

    assert sections["S-001"] == PLAN_SUITABILITY
    assert sections["R-030"] == NEED_FOR_PLAN


def test_slots_stand_in_the_text() -> None:
    for phrase in library().phrases:
        assert [slot.name for slot in phrase.slots] == re.findall(r"\{(\w+)\}", phrase.english)


def test_every_slot_has_a_name_and_every_kind_is_used() -> None:
    slots = {slot for phrase in library().phrases for slot in phrase.slots}

    assert {slot.name for slot in slots} == set(SLOT_NAMES)
    assert {slot.kind for slot in slots} == set(SlotKind)


def test_an_unknown_code_is_none() -> None:
    assert library().get("X-999") is None


def test_the_beginning_of_a_word_finds_a_phrase() -> None:
    found = library().search("opin suom", [PhraseKind.GOAL], "fi", 5)

    assert [phrase.code for phrase in found][:2] == ["L-011", "L-012"]


def test_the_inside_of_a_compound_is_found_after_word_beginnings() -> None:
    codes = [phrase.code for phrase in library().search("kahvila", [], "fi", 20)]

    assert codes.index("L-003") < codes.index("P-110")


def test_letters_without_dots_and_capitals_do_not_matter() -> None:
    assert [p.code for p in library().search("AITIEN", [], "fi", 5)] == ["P-112"]


@pytest.mark.parametrize("typed", ["T-041", "t041", "t 041"])
def test_a_code_is_found_first(typed: str) -> None:
    assert library().search(typed, [], "fi", 5)[0].code == "T-041"


def test_an_everyday_word_finds_the_words_of_the_act() -> None:
    assert "P-010" in [phrase.code for phrase in library().search("lukutaito", [], "fi", 20)]
    assert "P-130" in [phrase.code for phrase in library().search("päiväkoti", [], "fi", 20)]


def test_search_is_in_the_language_of_the_interface() -> None:
    assert library().search("kahvila", [], "sv", 5) == []
    assert library().search("språkkafé", [], "sv", 5)[0].code == "P-110"


def test_only_the_kinds_asked_for_are_found() -> None:
    found = library().search("", [PhraseKind.DUTY], "fi", 3)

    assert [phrase.code for phrase in found] == ["V-001", "V-002", "V-003"]


def test_a_keystroke_answers_within_five_milliseconds() -> None:
    library().search("a", [], "fi", 8)
    best = min(_seconds("yhteiskunta") for _ in range(5))

    assert best < 0.005


def _seconds(typed: str) -> float:
    start = time.perf_counter()
    library().search(typed, [], "fi", 8)
    return time.perf_counter() - start


def test_the_offices_own_phrase_is_found_in_any_language(own: Library) -> None:
    assert own.search("valtuustosal", [PhraseKind.MEASURE], "sv", 5)[0].code == "U-004"
    assert library().get("U-004") is None


def test_the_next_own_code_is_free(own: Library) -> None:
    assert library().next_own_code() == "U-001"
    assert own.next_own_code() == "U-002"
    phrases = [OfficePhrase("U-002", PhraseKind.GOAL, {"fi": "x"})]
    assert own.including(phrases).next_own_code() == "U-003"
