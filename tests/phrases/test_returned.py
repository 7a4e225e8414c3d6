from dataclasses import replace
from datetime import date

import pytest

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.phrases.originals import originals
from kotoutus_desktop.phrases.returned import (
    Change,
    FaultKind,
    ReadLine,
    RefusedTranslations,
    Returned,
    compared,
    recorded,
)
from kotoutus_desktop.phrases.review_lines import ReviewLine, review_lines
from kotoutus_desktop.phrases.reviewed import OfficeTranslations, sorted_out

DAY = date(2026, 11, 24)


def came_back(line: ReviewLine, **other: object) -> ReadLine:
    original = line.original
    read = ReadLine(*original.key, original.fingerprint, line.text, line.is_read)
    return replace(read, **other)


def with_slots(lines: tuple[ReviewLine, ...]) -> ReviewLine:
    return next(line for line in lines if len(line.original.slots) == 2)


def test_what_was_not_touched_changes_nothing(arabic) -> None:
    returned = compared("ar", arabic, map(came_back, arabic))

    assert (returned.changes, returned.confirmed, returned.unknown) == ((), (), ())
    there = [line for line in arabic if line.text]
    assert len(returned.unread) == len(returned.all_read().read) == len(there)


def test_a_change_tells_before_and_after(arabic) -> None:
    returned = compared("ar", arabic, [came_back(arabic[0], text=" خطة\n أخرى ")])

    change = returned.changes[0]
    assert (change.before, change.after) == (arabic[0].text, "خطة أخرى")


def test_a_text_that_was_read_is_confirmed(arabic) -> None:
    assert compared("ar", arabic, [came_back(arabic[0], is_read=True)]).confirmed


def test_lines_of_another_version_are_named_and_left(arabic) -> None:
    read = [
        came_back(arabic[0], english="Gone"),
        came_back(arabic[1], source="f" * 16, text="x"),
    ]
    returned = compared("ar", arabic, read)

    assert returned.unknown == ("Gone", arabic[1].original.english)
    assert returned.read == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", FaultKind.EMPTY),
        ("{start}", FaultKind.SLOTS),
        ("{start} {end} {end}", FaultKind.SLOTS),
        ("{start} {end} {", FaultKind.SLOTS),
        ("{start} {end} {}", FaultKind.SLOTS),
        ("{start} {end!r}", FaultKind.SLOTS),
        ("{start} {end} \u202e", FaultKind.INVISIBLE),
        ("{start} {end} \u200f", FaultKind.INVISIBLE),
        ("{start} {end} \ud800", FaultKind.CHARACTER),
        ("{start} {end} \x07", FaultKind.CHARACTER),
        ("{start} {end} " + "x" * 2000, FaultKind.LONG),
    ],
)
def test_what_would_spoil_a_paper_is_refused_by_name(arabic, text: str, kind: FaultKind) -> None:
    line = next(each for each in arabic if each.original.slots == ("{end}", "{start}"))

    with pytest.raises(RefusedTranslations) as refused:
        compared("ar", arabic, [came_back(line, text=text)])
    assert [fault.kind for fault in refused.value.faults] == [kind]
    assert line.original.english in str(refused.value.values["faults"])


def test_many_faults_are_counted(arabic) -> None:
    with pytest.raises(RefusedTranslations) as refused:
        compared("ar", arabic, [came_back(line, text="") for line in arabic[:15]])

    assert str(refused.value.values["faults"]).endswith("and 5 more")


def test_a_reviewer_answers_for_what_was_read(arabic) -> None:
    first, second = (originals()[n] for n in (0, 1))
    returned = Returned("ar", (Change(first, "", "a", "b"),), (), (Change(second, "", "c", "c"),))
    found = recorded(OfficeTranslations({}, {}), returned, " Amal  K. ", DAY)

    assert [(each.key, each.text, each.reviewer) for each in found] == [(first.key, "b", "Amal K.")]
    line = review_lines("ar", sorted_out(found))[0]
    assert line.said == "reviewed by Amal K., 2026-11-24"


def test_what_was_recorded_before_stays_and_stale_texts_count_again(arabic) -> None:
    first, second = originals()[0], originals()[1]
    returned = Returned(
        "ar", (Change(first, "", "a", "b"), Change(second, "", "c", "d {number}")), (), ()
    )
    before = recorded(OfficeTranslations({}, {}), returned, "Amal K.", DAY)
    stale = sorted_out([replace(before[0], source="0" * 16), before[1]])
    again = Returned("ar", (), (Change(first, "", "b", "b"),), ())

    found = sorted_out(recorded(stale, again, "B. Reader", DAY))
    assert found.stale == {}
    assert found.current[first.key].reviewer == "B. Reader"
    assert found.current[second.key].reviewer == "Amal K."


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "A\x07", "A\u202e"])
def test_a_reviewer_has_a_name(name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        recorded(OfficeTranslations({}, {}), Returned("ar", (), (), ()), name, DAY)
    assert refused.value.field == "reviewer"
