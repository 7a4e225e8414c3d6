import pytest

from kotoutus_desktop.casefile import Case, case_digest, case_text, read_case
from kotoutus_desktop.casefile.frozen import frozen_phrases, phrase_values, read_phrase
from kotoutus_desktop.casefile.schema import schema_faults
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.said import say
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, ReviewState
from kotoutus_desktop.phrases.library import (
    FrozenTexts,
    Library,
    OfficePhrase,
    Phrase,
    PhraseKind,
    library,
)
from kotoutus_desktop.phrases.wording import Wording

GOAL = "L-012"


@pytest.fixture
def agreed(golden_text: str) -> Case:
    """A case whose plan has a goal with a slot, and a right."""
    case = read_case(golden_text)
    assert case.plan is not None
    case.plan.goals[1].goal = Wording.of(GOAL, level="B1.1")
    return case


def frozen(case: Case, phrases: Library) -> str:
    return case_text(
        case.office,
        case.officer,
        case.client,
        case.assessment,
        case.plan,
        own_phrases=case.own_phrases,
        freezing=phrases,
    )


def other_words(phrases: Library) -> Library:
    """Return a library of another version, in which the goal reads otherwise."""
    goal = phrases.get(GOAL)
    assert goal is not None
    texts = {language: f"Earlier words ({language}): {{level}}." for language in CLIENT_LANGUAGES}
    reviewed = {"ru": ReviewState.REVIEWED}
    worded = Phrase(
        GOAL, goal.kind, goal.slots, english=texts["en"], frozen=FrozenTexts(texts, reviewed)
    )
    return phrases.reading([worded])


def printed(case: Case, language: str) -> str:
    assert case.plan is not None
    sheet = plan_sheet(
        case.office,
        case.officer,
        case.client,
        case.plan,
        official="fi",
        other=language,
        draft=False,
        library=case.library,
    )
    return "\n".join(say(said, language, sheet.library) for _, said in sheet.said())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_an_agreed_plan_prints_the_words_of_its_day(agreed: Case, language: str) -> None:
    text = frozen(agreed, other_words(library()))
    digest = case_digest(text)

    paper = printed(read_case(text, frozen=True), language)

    assert f"Earlier words ({language}): " in paper
    assert "B1.1" in paper
    assert case_digest(text) == digest
    assert f"Earlier words ({language})" not in printed(agreed, language)


def test_a_frozen_case_is_written_again_letter_for_letter(agreed: Case) -> None:
    text = frozen(agreed, other_words(library()))

    case = read_case(text, frozen=True)

    again = case_text(
        case.office,
        case.officer,
        case.client,
        case.assessment,
        case.plan,
        own_phrases=case.own_phrases,
        phrases=case.phrases,
    )
    assert case_digest(again) == case_digest(text)


def test_freezing_changes_nothing_on_the_paper_of_the_day(agreed: Case) -> None:
    case = read_case(frozen(agreed, library()), frozen=True)

    assert printed(case, "ar") == printed(agreed, "ar")


def test_every_phrase_of_the_plan_is_kept_once_and_no_other(agreed: Case) -> None:
    assert agreed.plan is not None
    text = frozen(agreed, agreed.library)

    kept = [phrase.code for phrase in read_case(text, frozen=True).phrases]

    assert kept == sorted(set(kept))
    assert {GOAL, *agreed.plan.rights} <= set(kept)
    assert "U-004" not in kept


def test_a_case_frozen_before_texts_were_kept_reads_as_today(golden_text: str) -> None:
    case = read_case(golden_text, frozen=True)

    assert case.phrases == ()
    assert case.library.get(GOAL) == library().get(GOAL)


def test_a_phrase_that_the_program_has_no_more_is_still_said() -> None:
    values = {"code": "X-1", "kind": "right", "texts": {"fi": "Vanha oikeus."}}

    phrase = library().reading([read_phrase(values)]).get("X-1")

    assert phrase is not None
    assert (phrase.pattern("fi"), phrase.pattern("en")) == ("Vanha oikeus.", None)


def test_a_language_that_came_later_is_that_of_today_while_the_phrase_is_the_same() -> None:
    today = library().get(GOAL)
    assert today is not None
    kept = {"code": GOAL, "kind": "goal", "slots": {"level": "level"}}

    same = read_phrase({**kept, "texts": {"en": today.english}})
    reworded = read_phrase({**kept, "texts": {"en": "Other words: {level}."}})

    assert same.pattern("ru") == today.pattern("ru")
    assert reworded.pattern("ru") is None


def test_who_answered_for_a_text_is_kept_with_it() -> None:
    (phrase,) = frozen_phrases([GOAL], other_words(library()))

    again = read_phrase(phrase_values(phrase))

    assert again == phrase
    assert again.review_state("ru") is ReviewState.REVIEWED
    assert again.review_state("so") is ReviewState.MACHINE_ASSISTED


def test_the_office_s_own_phrases_and_unknown_codes_are_left_out() -> None:
    phrases = library().including([OfficePhrase("U-001", PhraseKind.GOAL, {"fi": "Oma."})])

    assert [phrase.code for phrase in frozen_phrases(["U-001", "Z-9", GOAL], phrases)] == [GOAL]


def test_the_schema_describes_frozen_phrases(agreed: Case) -> None:
    assert agreed.plan is not None
    (phrase,) = frozen_phrases([GOAL], library())
    smallest = {
        "format": 1,
        "office": {"municipality": "889", "name_fi": "Utajärven kunta"},
        "officer": {"name": "Maija Esimerkki"},
        "client": {"given_names": "Amal"},
    }

    assert schema_faults({**smallest, "phrases": [phrase_values(phrase)]}) == []
    assert schema_faults({**smallest, "phrases": [{"code": GOAL}]}) != []
