import pytest

from kotoutus_desktop.phrases.catalog import (
    Catalog,
    ReviewState,
    Translation,
    documents_catalog,
    phrase_catalog,
    read_language,
    review_state,
)


def catalog() -> Catalog:
    return Catalog(
        "so",
        {
            (None, "Goal"): Translation("Hadaf", ReviewState.REVIEWED),
            ("L-001", "I get a job."): Translation("Shaqo", ReviewState.MACHINE_ASSISTED),
        },
    )


def test_a_fixed_text_is_translated() -> None:
    assert documents_catalog("fi").text("Integration plan") == "Kotoutumissuunnitelma"
    assert documents_catalog("sv").text("Integration plan") == "Integrationsplan"


def test_english_is_its_own_translation() -> None:
    assert documents_catalog("en").text("Integration plan") == "Integration plan"
    assert phrase_catalog("en").review_state() is ReviewState.BY_THE_MAKERS


def test_what_is_not_translated_is_none() -> None:
    assert documents_catalog("fi").text("No such text") is None
    assert documents_catalog("zz").text("Integration plan") is None


def test_a_phrase_belongs_to_its_code() -> None:
    assert phrase_catalog("fi").text("I get a job.", "L-001") == "Saan työpaikan."
    assert phrase_catalog("fi").text("I get a job.", "L-002") is None


def test_a_paper_is_as_reliable_as_its_weakest_message() -> None:
    assert catalog().review_state(["Goal"]) is ReviewState.REVIEWED
    assert catalog().review_state(["Goal", "L-001"]) is ReviewState.MACHINE_ASSISTED
    assert catalog().review_state() is ReviewState.MACHINE_ASSISTED


def test_a_message_that_is_missing_counts_as_the_weakest() -> None:
    assert catalog().review_state(["Goal", "Need"]) is ReviewState.MACHINE_ASSISTED


@pytest.mark.parametrize(
    ("spoken", "read"),
    [("kmr", "ku"), ("cmn", "zh"), ("prs", "prs"), ("ckb", "ckb"), ("yue", "yue"), ("ar", "ar")],
)
def test_only_names_of_the_same_written_language_are_joined(spoken: str, read: str) -> None:
    assert read_language(spoken) == read


@pytest.mark.parametrize(
    ("comments", "state"),
    [
        ([], ReviewState.MACHINE_ASSISTED),
        (["review: machine-assisted, not reviewed"], ReviewState.MACHINE_ASSISTED),
        (["review: written by the makers"], ReviewState.BY_THE_MAKERS),
        (["a note", "review: reviewed by A. Reader, 2026-12-01"], ReviewState.REVIEWED),
        (["review: nonsense"], ReviewState.MACHINE_ASSISTED),
    ],
)
def test_the_comment_says_who_answers_for_a_message(
    comments: list[str], state: ReviewState
) -> None:
    assert review_state(comments) is state
