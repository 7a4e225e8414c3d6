from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.letter_words import SUMMARY
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.review_sheet import review_sheet
from kotoutus_desktop.documents.said import UNTOLD, Day, Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.words import REVIEW, RIGHTS, SIGNATURES
from kotoutus_desktop.models.plan import Plan, Review
from kotoutus_desktop.phrases.wording import Wording

Read = Callable[[bytes], list[str]]
Squash = Callable[[str], str]
DAY, NEXT = date(2027, 5, 20), date(2027, 11, 19)
CLIENT = UUID(int=1)


def review() -> Review:
    return Review(
        client_id=CLIENT,
        reviewed_on=DAY,
        participation=Wording.free("Osallistui koko ajan.", "fi"),
        progress=Wording.free("Taso A2.2.", "fi"),
        hindrances=Wording.free("Lapsi sairasti.", "fi"),
        changes=Wording.of("P-030", language="fi", hours="70", place="Piilolan kirjasto"),
        county_joined=True,
        next_review_on=NEXT,
        completed=True,
    )


def plan_of(case: Case) -> Plan:
    assert case.plan is not None
    return case.plan


def made(case: Case, of: Review, **edition: Any) -> Sheet:
    wanted = {"official": "fi", "other": "ar"} | edition
    return review_sheet(case.office, case.officer, case.client, plan_of(case), of, **wanted)


def test_it_holds_what_the_decree_asks_for_in_its_order(case: Case) -> None:
    sheet = made(case, review())

    assert [part.title.text for part in sheet.parts] == [
        REVIEW.participation,
        REVIEW.progress,
        REVIEW.hindrances,
        REVIEW.changes,
        RIGHTS.next_review,
        RIGHTS.contact,
    ]
    assert [row.number for part in sheet.parts for row in part.rows] == list("123456")
    assert Words(REVIEW.reviewed_on, {"date": Day(DAY)}) in sheet.facts
    assert Words(SUMMARY.county_joined) in sheet.facts
    assert sheet.parts[4].rows[0].lines[0].said == Words(RIGHTS.next_review_by, {"date": Day(NEXT)})


def test_what_is_not_recorded_has_no_heading(case: Case) -> None:
    of = review()
    of.hindrances, of.next_review_on = Wording(), None

    titles = [part.title.text for part in made(case, of).parts]

    assert REVIEW.hindrances not in titles
    assert RIGHTS.next_review not in titles


def test_a_review_is_a_draft_until_it_is_complete(case: Case) -> None:
    of = review()
    assert not made(case, of).draft
    of.completed = False
    assert made(case, of).draft


def test_a_place_is_not_printed_under_non_disclosure(hidden_case: Case) -> None:
    sheet = made(hidden_case, review())

    (changes,) = [part for part in sheet.parts if part.title.text == REVIEW.changes]
    said = changes.rows[0].lines[0].said
    assert isinstance(said, Wording)
    assert said.slots["place"] == UNTOLD
    assert made(hidden_case, review()).secrecy[1].values


def test_the_guardian_of_a_minor_signs(hidden_case: Case) -> None:
    roles = [signature.role.text for signature in made(hidden_case, review()).signatures]

    assert roles[:3] == [SIGNATURES.client, SIGNATURES.representative, SIGNATURES.counsellor]


@pytest.mark.parametrize(("official", "other"), [("fi", "ar"), ("sv", "so"), ("fi", "ti")])
@pytest.mark.parametrize("large", [False, True])
def test_it_prints_in_two_languages(
    case: Case, read_pdf: Read, squash: Squash, official: str, other: str, large: bool
) -> None:
    sheet = made(case, review(), official=official, other=other, large=large)

    assert not [problem for problem in problems(sheet) if problem.blocks]
    text = squash("".join(read_pdf(sheet_pdf(sheet))))
    # the reader turns the words of a Finnish line around that stands beside an Arabic one
    assert "Lapsi" in text
    assert "sairasti" in text
