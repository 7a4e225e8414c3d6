from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.phrases.wording import Wording

phrases = st.builds(
    Wording,
    phrase=st.text(min_size=1),
    slots=st.dictionaries(st.text(min_size=1), st.text()),
)
free_texts = st.builds(Wording.free, st.text(), st.sampled_from(["fi", "sv", "ar"]))


@given(phrases)
def test_a_phrase_survives_storage(wording: Wording) -> None:
    assert Wording.from_json(wording.to_json()) == wording


@given(free_texts)
def test_free_text_survives_storage(wording: Wording) -> None:
    stored = Wording.from_json(wording.to_json())

    assert stored == wording or (stored.is_empty and wording.is_empty)


def test_nothing_written_is_stored_as_nothing() -> None:
    assert Wording().to_json() == {}
    assert Wording().is_empty
    assert Wording.free("  ", "fi").is_empty


def test_a_phrase_is_not_free_text() -> None:
    assert not Wording.of("L-001").is_free
    assert Wording.free("Haluan töihin.", "fi").is_free


def test_slots_do_not_change_with_the_dictionary_they_came_from() -> None:
    slots = {"level": "A1.3"}
    wording = Wording("H-006", slots)

    slots["level"] = "B1.1"

    assert wording.slots == {"level": "A1.3"}


def test_a_wording_can_be_kept_in_a_set() -> None:
    assert len({Wording.of("L-001"), Wording.of("L-001"), Wording.free("x", "fi")}) == 2
