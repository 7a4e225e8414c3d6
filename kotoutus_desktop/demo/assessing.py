"""The fictional interviews: begun, half done or completed, as § 14 and its decree ask."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.casework import assess
from kotoutus_desktop.demo.aim import Aim
from kotoutus_desktop.demo.paths import PATHS, Path
from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.demo.story import Interviewed
from kotoutus_desktop.models.assessment import (
    Assessment,
    AssessmentParticipant,
    HeadEntry,
    Interpretation,
    Outcome,
    ParticipantRole,
    Place,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import InterviewHead

INTERPRETERS = "Esimerkkitulkit Oy"
COUNTY = "Pohjois-Pohjanmaan hyvinvointialue"
Moment = Callable[[int], datetime]


class RuleBroken(Exception):
    """A fictional case does not obey the rules that real ones must obey."""


def assess_person(
    session: Session,
    client: Client,
    person: Person,
    officer: Officer,
    today: date,
    moment: Moment,
) -> None:
    """Interview a client; raises RuleBroken when a completed interview lacks something."""
    told = person.story.interviewed
    if told is None:
        return
    started = today - timedelta(days=told.started)
    assessment = assess.open_assessment(session, client, officer.id, started, moment(told.started))
    path = PATHS[person.path]
    _answer(assessment, path, told.heads)
    assessment.interviewed_on = started
    assessment.interpretation = (
        Interpretation.ON_SITE if client.interpreter_needed else Interpretation.NOT_NEEDED
    )
    assessment.interpreter = INTERPRETERS if client.interpreter_needed else ""
    assessment.place = Place.PREMISES
    assessment.county_needed = assessment.county_joined = told.county
    _participants(assessment, client, told)
    if told.done is None:
        return
    done = today - timedelta(days=told.done)
    for entry in assessment.told:
        entry.told_on, entry.language = started, client.service_language
    _conclude(assessment, told, today)
    missing = assess.complete(session, assessment, officer, done)
    if missing:
        raise RuleBroken(f"{client.number}: {missing}")


def _answer(assessment: Assessment, path: Path, heads: int) -> None:
    """Answer so many heads in their order, with what the path finds under them."""
    found = {aim.head: aim for aim in path.aims}
    for head in list(InterviewHead)[:heads]:
        entry = assessment.head(head)
        if entry is not None:
            _answer_head(entry, found.get(head))


def _answer_head(entry: HeadEntry, aim: Aim | None) -> None:
    if aim is None:
        entry.nothing_found = True
        return
    entry.finding = render(aim.finding, "fi", library()) or ""
    entry.need, entry.goal, entry.goal_kind = Wording.of(aim.need), aim.goal, aim.kind


def _participants(assessment: Assessment, client: Client, told: Interviewed) -> None:
    if client.interpreter_needed:
        assessment.participants.append(
            AssessmentParticipant(
                client_id=client.id,
                role=ParticipantRole.INTERPRETER,
                organisation=INTERPRETERS,
            )
        )
    if told.county:
        assessment.participants.append(
            AssessmentParticipant(
                client_id=client.id,
                role=ParticipantRole.WELLBEING_COUNTY,
                name="Sosiaaliohjaaja Sami Malli",
                organisation=COUNTY,
            )
        )


def _conclude(assessment: Assessment, told: Interviewed, today: date) -> None:
    assessment.outcome_reason = Wording.of(told.outcome)
    if told.plan_in is None:
        assessment.outcome, assessment.guidance = Outcome.GUIDANCE_ELSEWHERE, told.guided
        return
    assessment.outcome = Outcome.PLAN_NEEDED
    assessment.plan_planned_on = today + timedelta(days=told.plan_in)
