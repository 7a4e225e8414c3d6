from datetime import date

from kotoutus_desktop.phrases.originals import originals
from kotoutus_desktop.phrases.review_lines import LineState, ReviewLine, review_lines
from kotoutus_desktop.phrases.reviewed import OfficeTranslations, Reviewed


def own(number: int) -> Reviewed:
    first = originals()[number]
    day = date(2026, 11, 24)
    return Reviewed(*first.key, "خطة", "Amal K.", day, first.fingerprint)


def test_every_message_is_given_with_its_place(arabic: tuple[ReviewLine, ...]) -> None:
    assert len(arabic) == len(originals())
    assert all(line.place for line in arabic)
    for line in arabic:
        assert line.state is (LineState.NOT_REVIEWED if line.text else LineState.MISSING)


def test_a_place_that_is_known_is_told() -> None:
    lines = review_lines("ar", OfficeTranslations({}, {}), {"Integration plan": "Head"})

    assert lines[0].place == "Head"


def test_a_line_says_who_read_it_and_when_it_is_stale() -> None:
    current, stale = own(0), own(1)
    office = OfficeTranslations({current.key: current}, {stale.key: stale})
    first, second, third = review_lines("ar", office)[:3]

    assert (first.text, first.said) == ("خطة", "reviewed by Amal K., 2026-11-24")
    assert first.is_read
    assert second.state is LineState.STALE
    assert not second.is_read
    assert third.state is LineState.NOT_REVIEWED


def test_a_language_without_translations_misses_all() -> None:
    lines = review_lines("zz", OfficeTranslations({}, {}))

    assert {line.state for line in lines} == {LineState.MISSING}
