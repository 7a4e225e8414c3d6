from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.phrases.search import SearchIndex

WORDS = st.text(alphabet="abcdefgåäö", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_any_part_of_a_word_finds_its_text(words: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(word) - 1))
    index = SearchIndex({"T-001": " ".join(words)})

    assert index.matches(word[start:]) == ["T-001"]


def test_nothing_typed_finds_everything_in_order() -> None:
    assert SearchIndex({"T-002": "b", "T-001": "a"}).matches(" ") == ["T-002", "T-001"]


def test_all_words_must_fit() -> None:
    assert SearchIndex({"T-001": "oppii suomea"}).matches("oppii ruotsia") == []
