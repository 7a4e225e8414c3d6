import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.sheet import Edition
from kotoutus_desktop.documents.sign_in_sheet import Attendee, MeetingToSign, sign_in_sheet
from kotoutus_desktop.documents.sign_in_sheet_pdf import sign_in_sheet_pdf
from kotoutus_desktop.errors import NotPrintable
from tests.documents.conftest import case_of, squashed
from tests.documents.courses import attendees, course, pages, strays, to_sign
from tests.typesetting.reading import by_pdfium, spoken
from tests.typesetting.tree import faults_of

LONG = "Maximilian-Alexander von und zu Hohenzollern-Sigmaringen Al-Abdulrahman"
FINNISH_ARABIC: Edition = {"official": "fi", "other": "ar"}


def printed(case: Case, *meetings: MeetingToSign, edition: Edition = FINNISH_ARABIC) -> bytes:
    return sign_in_sheet_pdf(sign_in_sheet(case.office, course(), meetings, **edition))


@pytest.mark.parametrize("other", ["ar", "ti", "so", "th", "my", None])
def test_it_is_tagged_without_fault(case: Case, other: str | None) -> None:
    pdf = printed(case, to_sign(4, own="أحمد"), edition={"official": "fi", "other": other})

    assert faults_of(pdf) == []


def test_names_stand_in_latin_letters_and_in_their_own_with_a_code(case: Case) -> None:
    meeting = to_sign(1, own="أحمد محمود")

    texts = {text for _tag, _language, text in spoken(printed(case, meeting))}

    assert {"Ahmad Al-Hassan", "أحمد محمود", meeting.attendees[0].code} <= texts


def test_whoever_is_hidden_stands_there_by_code_alone(case: Case) -> None:
    hidden = Attendee("768")
    meeting = MeetingToSign(to_sign(1).meeting, (hidden,))

    text = by_pdfium(printed(case, meeting))

    assert "768" in text
    assert "Ahmad Al-Hassan" not in text


def test_the_heads_are_said_in_both_languages(case: Case) -> None:
    text = squashed(by_pdfium(printed(case, to_sign())))

    for wanted in ("Läsnäololista", "Koodi", "Allekirjoitus", "Tuliklo", "الرمز"):
        assert squashed(wanted) in text


def test_each_meeting_begins_a_page(case: Case) -> None:
    of = course(3)
    people = attendees(2)
    meetings = [MeetingToSign(each, people) for each in of.meetings]

    assert pages(printed(case, *meetings)) == 3


def test_the_same_meeting_gives_the_same_bytes(case: Case) -> None:
    assert printed(case, to_sign()) == printed(case, to_sign())


def test_a_name_that_cannot_be_written_is_refused(case: Case) -> None:
    with pytest.raises(NotPrintable):
        printed(case, to_sign(1, "\U0001f600"))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    count=some.integers(1, 40),
    names=some.lists(
        some.text("abcdefghij ÄÖå-'", min_size=1, max_size=90).filter(str.strip), min_size=1
    ),
    large=some.booleans(),
)
def test_nothing_leaves_the_page_and_nobody_is_lost(
    count: int, names: list[str], large: bool
) -> None:
    case = case_of("two_surnames_year_only.json")
    people = tuple(
        Attendee(each.code, f"{names[place % len(names)].strip()} {LONG}", "محمد ظاهر رحیمی")
        for place, each in enumerate(attendees(count))
    )
    meeting = MeetingToSign(to_sign().meeting, people)

    pdf = printed(case, meeting, edition={"official": "fi", "other": "prs", "large": large})

    assert strays(pdf) == []
    text = by_pdfium(pdf)
    assert all(each.code in text for each in people)
