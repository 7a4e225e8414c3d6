from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.assessment_sheet import assessment_sheet
from kotoutus_desktop.documents.letter_words import SUMMARY, TOLD_ITEMS
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.said import Day, Plain, Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.words import (
    ASSESSMENT,
    GOALS,
    INTERVIEW_HEADS,
    MEASURES,
    RIGHTS,
    SIGNATURES,
)
from kotoutus_desktop.models.assessment import (
    Assessment,
    AssessmentParticipant,
    ClarifyingMeasure,
    HeadEntry,
    Interpretation,
    Outcome,
    ParticipantRole,
    Told,
)
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import ClarifyingKind, InterviewHead, ToldItem

Read = Callable[[bytes], list[str]]
Squash = Callable[[str], str]
DAY = date(2026, 11, 24)
CLIENT = UUID(int=1)


@pytest.fixture
def assessment() -> Assessment:
    """A complete assessment with all nine heads."""
    made = Assessment(
        client_id=CLIENT,
        started_on=date(2026, 11, 10),
        completed_on=DAY,
        language="ar",
        interpretation=Interpretation.PHONE,
        interpreter="Tulkki Oy",
        county_joined=True,
        county_findings="Neuvola on tuttu.",
        wishes=Wording.free("Haluaa kokiksi.", "fi"),
        outcome=Outcome.PLAN_NEEDED,
        outcome_reason=Wording.free("Tarvitsee kielikoulutusta.", "fi"),
        plan_planned_on=date(2026, 12, 3),
    )
    made.heads = [
        HeadEntry(client_id=CLIENT, head=head, nothing_found=True) for head in InterviewHead
    ]
    first = made.heads[0]
    first.nothing_found, first.finding = False, "Lukee arabiaa."
    first.need = Wording.free("Latinalaiset kirjaimet.", "fi")
    first.goal = Wording.free("Oppii lukemaan.", "fi")
    made.told = [Told(client_id=CLIENT, item=item, told_on=DAY, language="ar") for item in ToldItem]
    made.clarifying = [
        ClarifyingMeasure(
            client_id=CLIENT,
            kind=next(iter(ClarifyingKind)),
            provider="Testitalo",
            done_on=DAY,
            result="Taso A1.",
        )
    ]
    made.participants = [
        AssessmentParticipant(
            client_id=CLIENT,
            role=ParticipantRole.WELLBEING_COUNTY,
            name="Soili Sosiaali",
            organisation="Pohde",
        )
    ]
    return made


def sheet_of(case: Case, assessment: Assessment, **edition: Any) -> Sheet:
    wanted = {"official": "fi", "other": "ar"} | edition
    return assessment_sheet(case.office, case.officer, case.client, assessment, **wanted)


def lines_of(sheet: Sheet, title: str) -> list[tuple[object, str | None]]:
    return [
        (line.said, line.label)
        for part in sheet.parts
        if part.title.text == title
        for row in part.rows
        for line in row.lines
    ]


def test_the_nine_heads_have_finding_need_and_goal(case: Case, assessment: Assessment) -> None:
    sheet = sheet_of(case, assessment)

    assert [part.title.text for part in sheet.parts][:9] == list(INTERVIEW_HEADS.values())
    first, second, *_ = INTERVIEW_HEADS.values()
    assert [label for _, label in lines_of(sheet, first)] == [
        ASSESSMENT.finding,
        GOALS.need,
        GOALS.goal,
    ]
    assert lines_of(sheet, second) == [(Words(SUMMARY.nothing_found), None)]


def test_it_says_what_was_told_who_took_part_and_what_it_led_to(
    case: Case, assessment: Assessment
) -> None:
    sheet = sheet_of(case, assessment)

    told = [said for said, _ in lines_of(sheet, SUMMARY.told_heading)]
    assert [said.text for said in told[::2] if isinstance(said, Words)] == list(TOLD_ITEMS.values())
    assert lines_of(sheet, SUMMARY.participants) == [
        (Plain("Soili Sosiaali, Pohde"), SIGNATURES.county),
        (Plain("Tulkki Oy"), SIGNATURES.interpreter),
    ]
    outcome = lines_of(sheet, ASSESSMENT.outcome)
    assert outcome[0] == (Words(SUMMARY.plan_needed), None)
    assert outcome[-1] == (
        Words(SUMMARY.plan_planned, {"date": Day(date(2026, 12, 3))}),
        None,
    )
    assert Words(RIGHTS.interpreted) in sheet.facts


def test_what_was_clarified_is_told_with_who_did_it(case: Case, assessment: Assessment) -> None:
    labels = [label for _, label in lines_of(sheet_of(case, assessment), MEASURES.measure)]

    assert labels == [MEASURES.provider, MEASURES.time, ASSESSMENT.finding]


def test_who_was_guided_elsewhere_is_promised_no_plan(case: Case, assessment: Assessment) -> None:
    assessment.outcome = Outcome.GUIDANCE_ELSEWHERE

    outcome = [said for said, _ in lines_of(sheet_of(case, assessment), ASSESSMENT.outcome)]

    assert outcome[0] == Words(SUMMARY.guided_elsewhere)
    assert not any(isinstance(said, Words) and said.values for said in outcome)


def test_findings_of_a_county_that_took_no_part_are_not_printed(
    case: Case, assessment: Assessment
) -> None:
    assessment.county_joined = False

    assert lines_of(sheet_of(case, assessment), SIGNATURES.county) == []


def test_no_provider_and_no_organisation_is_printed_under_non_disclosure(
    hidden_case: Case, assessment: Assessment, read_pdf: Read
) -> None:
    printed = "".join(read_pdf(sheet_pdf(sheet_of(hidden_case, assessment, other="uk"))))

    assert "Soili Sosiaali" in printed
    assert "Pohde" not in printed
    assert "Testitalo" not in printed


def test_an_assessment_is_a_draft_until_it_is_complete(case: Case, assessment: Assessment) -> None:
    assert not sheet_of(case, assessment).draft
    assessment.completed_on = None
    assert sheet_of(case, assessment).draft


def test_a_head_that_was_not_asked_is_left_out(case: Case) -> None:
    sheet = sheet_of(case, Assessment(client_id=CLIENT))

    assert [part.title.text for part in sheet.parts] == [RIGHTS.contact]


@pytest.mark.parametrize(("official", "other"), [("fi", "ar"), ("sv", "so"), ("fi", "ti")])
@pytest.mark.parametrize("large", [False, True])
def test_it_prints_in_two_languages(
    case: Case,
    assessment: Assessment,
    read_pdf: Read,
    squash: Squash,
    official: str,
    other: str,
    large: bool,
) -> None:
    sheet = sheet_of(case, assessment, official=official, other=other, large=large)

    assert not [problem for problem in problems(sheet) if problem.blocks]
    text = " ".join(read_pdf(sheet_pdf(sheet)))
    assert all(word in text for word in ["Lukee", "arabiaa."])
