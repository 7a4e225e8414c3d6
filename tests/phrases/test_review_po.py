import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.errors import DamagedFile, InvalidInput, KotoutusError
from kotoutus_desktop.phrases.review_lines import review_lines
from kotoutus_desktop.phrases.review_po import from_po, to_po
from kotoutus_desktop.phrases.reviewed import REVIEWED_LANGUAGES, OfficeTranslations


@pytest.mark.parametrize("language", REVIEWED_LANGUAGES)
def test_what_goes_out_comes_back(language: str) -> None:
    lines = review_lines(language, OfficeTranslations({}, {}))
    read = from_po(to_po(language, lines), language)

    assert [(r.key, r.source, r.text, r.is_read) for r in read] == [
        (line.original.key, line.original.fingerprint, line.text, False) for line in lines
    ]


def test_a_speaker_sees_the_sources_and_the_place(arabic) -> None:
    text = to_po("ar", arabic[:1]).decode()

    assert "#. fi: Kotoutumissuunnitelma" in text
    assert "#. sv: Integrationsplan" in text
    assert "# review: machine-assisted, not reviewed" in text
    assert "#, fuzzy" in text


def test_accepting_a_text_means_that_it_was_read(arabic) -> None:
    accepted = to_po("ar", arabic[:1]).replace(b"#, fuzzy\n", b"")

    assert from_po(accepted, "ar")[0].is_read


def test_the_file_of_another_language_is_refused(arabic) -> None:
    with pytest.raises(InvalidInput):
        from_po(to_po("ar", arabic), "fa")


@given(content=st.binary(max_size=400), at=st.integers(0, 3000))
def test_any_damage_is_refused_or_read(content: bytes, at: int) -> None:
    whole = SOUND
    for damaged in (content, whole[:at], whole[:at] + content + whole[at + 5 :]):
        try:
            from_po(damaged, "ar")
        except KotoutusError:
            continue


@pytest.mark.parametrize("charset", ["rot13", "nothing", "zlib", "utf-16"])
def test_an_odd_encoding_is_refused(charset: str) -> None:
    header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\n'
    with pytest.raises(DamagedFile):
        from_po(header.encode() + b'msgid "a"\nmsgstr "\xc3\xa4"\n', "ar")


SOUND = to_po("ar", review_lines("ar", OfficeTranslations({}, {}))[:12])
