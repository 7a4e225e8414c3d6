"""A restricted client whose whereabouts are words that can be searched for, in every record."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest

from kotoutus_desktop.casework import reviews
from kotoutus_desktop.casework.ledger import give_reason, ledger_rows
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.models.appointment import (
    Appointment,
    AppointmentPurpose,
    AppointmentState,
    FeeDecision,
    ToldHow,
)
from kotoutus_desktop.models.circumstances import (
    Contact,
    ContactChannel,
    Guardian,
    GuardianKind,
    JobseekerPeriod,
)
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
    OrientationNeed,
)
from kotoutus_desktop.models.plan import ReviewTrigger
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.models.work_list import OwnTask, Snooze
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.obligations import State
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.rules.referrals import Ground, Receiver
from tests import casebook

MUNICIPALITY = "Rovaniem"  # also of its other forms
STREET, TOWN, SISTER = "Piilokuja 7", "Piilola", "Piilosisko"
WHERE = {
    "street": STREET,
    "postal_code": "98765",
    "town": TOWN,
    "phone": "040 7654321",
    "email": "piilo@example.org",
    "safe_contact": "Soita Piilosiskolle",
}
GUARDIAN_PHONE, GUARDIAN_EMAIL = "050 1112223", "holhooja@example.org"
MEETING_PLACE, PROVIDER = "Kohtaamiskatu 3", "Salaopisto"
ELSEWHERE = "Muuallakylä"
OF_THE_PERSON = (
    *WHERE.values(),
    *("Piilokuja", "0407654321", "7654321", SISTER, MUNICIPALITY, GUARDIAN_PHONE, GUARDIAN_EMAIL),
    *(MEETING_PLACE, PROVIDER, ELSEWHERE),
)
"""Words of which no list, paper or file may hold one."""
COURSE_PLACE, COURSE_WAY, COURSE_LINK = "Salakoulu 9", "Takaovesta", "https://salalinkki.example"
SERVICE_PLACE = "Palvelutie 8"
OF_THE_COURSE = (COURSE_PLACE, COURSE_WAY, COURSE_LINK, SERVICE_PLACE)
"""Words that stand in what is about the course, and in nothing that is about the person."""

SAMPLE = [
    "trafficking_victim",  # goes by name in lists: where a place can slip through
    pytest.param("non_disclosure", marks=pytest.mark.whole),
    pytest.param("restricted", marks=pytest.mark.whole),
]
"""Why a case is restricted."""


@dataclass
class World:
    """Who and what there is."""

    client_id: UUID
    officer_id: UUID
    plan_id: UUID
    course_id: UUID
    meeting_id: UUID
    enrolment_id: UUID
    appointment_id: UUID
    referral_id: UUID


def build(database, officer, client, today: date) -> World:
    """Store the client with a plan, a course, a booked time, a referral, tasks and notes."""
    with database.transaction() as session:
        casebook.registered(session, client, officer, today)
        session.flush()
        if client.hides_place:
            open_restricted(session, client.id, "Asked for a paper")
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    with database.transaction() as session:
        plan = casebook.with_plan(session, client.id, officer, today)
        for each in plan.measures:
            each.provider = PROVIDER
    world = World(client.id, officer.id, plan.id, *_course(database, client, today), *[plan.id] * 2)
    with database.transaction() as session:
        _notes(session, world, today)
        _times(session, world, today)
        _case(session, world, today)
    with database.transaction() as session:
        session.flush()
        _reasons(session, world, today)
    return world


def _course(database, client, today: date) -> tuple[UUID, UUID, UUID]:
    course = Course(
        language="ar",
        starts_on=today,
        ends_on=today + timedelta(days=30),
        trainer="Ahmad Said",
        place=COURSE_PLACE,
        map_text=COURSE_WAY,
        link=COURSE_LINK,
    )
    with database.transaction() as session:
        store_course(session, course)
        held = CourseMeeting(
            course_id=course.id, held_on=today, starts=540, minutes=180, state=MeetingState.HELD
        )
        coming = CourseMeeting(
            course_id=course.id, held_on=today + timedelta(days=7), starts=540, minutes=180
        )
        seat = Enrolment(
            course_id=course.id, client_id=client.id, code="KLM", state=EnrolmentState.ACCEPTED
        )
        left = Course(language="ar", starts_on=today - timedelta(days=40), ends_on=today)
        store_course(session, left)
        session.add(
            Enrolment(
                course_id=left.id,
                client_id=client.id,
                code="NOP",
                state=EnrolmentState.INTERRUPTED,
                ended_on=today,
                reason=f"Muutti kauas: {TOWN}",
            )
        )
        session.add_all([held, coming, seat])
        session.flush()
        session.add(
            Attendance(
                meeting_id=held.id,
                enrolment_id=seat.id,
                client_id=client.id,
                presence=Presence.PRESENT,
                minutes=180,
                reason=f"Matka: {TOWN}",
                recorded_on=today,
            )
        )
    return course.id, coming.id, seat.id


def _notes(session, world: World, today: date) -> None:
    """Store what counsellors write for themselves: such words often name a place."""
    whose = {"client_id": world.client_id, "officer_id": world.officer_id, "made_on": today}
    session.add_all(
        [
            OwnTask(text=f"Vie avain: {STREET}", due_on=today, **whose),
            Snooze(
                kind=StepKind.REVIEW_PLAN,
                until=today + timedelta(days=3),
                reason=f"Muutti: {TOWN}",
                **whose,
            ),
            OrientationNeed(
                client_id=world.client_id, earlier_where=ELSEWHERE, remote_reason=f"Koti: {TOWN}"
            ),
        ]
    )


def _reasons(session, world: World, today: date) -> None:
    """Say of everything that was late why it was."""
    first, last = today - timedelta(days=400), today + timedelta(days=400)
    for row in ledger_rows(session, Selection(first, last), today):
        if row.whose.id == world.client_id and row.state is State.LATE:
            give_reason(session, row, f"Asuu kaukana: {TOWN}", world.officer_id, today)


def _times(session, world: World, today: date) -> None:
    time = Appointment(
        client_id=world.client_id,
        officer_id=world.officer_id,
        booked_on=today - timedelta(days=9),
        held_on=today,
        starts=600,
        minutes=45,
        purpose=AppointmentPurpose.REVIEW,
        place=MEETING_PLACE,
        note=f"Tulee: {TOWN}",
        fee_told_on=today - timedelta(days=9),
        cancelling_told_on=today - timedelta(days=9),
        told_in="ar",
        told_how=ToldHow.LETTER,
        state=AppointmentState.MISSED,
        excuse=f"Bussi ei kulje: {TOWN}",
    )
    coming = Appointment(
        client_id=world.client_id,
        officer_id=world.officer_id,
        booked_on=today,
        held_on=today + timedelta(days=2),
        starts=600,
        minutes=45,
        purpose=AppointmentPurpose.REVIEW,
        place=MEETING_PLACE,
    )
    session.add_all([time, coming])
    session.flush()
    session.add(
        FeeDecision(
            client_id=world.client_id,
            appointment_id=time.id,
            decided_on=today,
            amount=3000,
            cost=9000,
            highest=6100,
            due_on=today + timedelta(days=30),
            reason="Ei tullut eikä perunut.",
            officer_id=world.officer_id,
        )
    )
    world.appointment_id = time.id


def _case(session, world: World, today: date) -> None:
    client = get_client(session, world.client_id)
    client.guardians.append(
        Guardian(
            client_id=client.id,
            kind=GuardianKind.GUARDIAN,
            name="Huoltaja Esimerkki",
            phone=GUARDIAN_PHONE,
            email=GUARDIAN_EMAIL,
        )
    )
    client.jobseeker_periods.append(
        JobseekerPeriod(client_id=client.id, starts_on=today + timedelta(days=1), unemployed=True)
    )
    client.contacts.append(
        Contact(
            client_id=client.id,
            learned_on=today - timedelta(days=60),
            channel=ContactChannel.RELATIVE,
            made_by="Naapuri Esimerkki",
            handled_on=today - timedelta(days=1),
        )
    )
    plan = next(each for each in client.plans if each.id == world.plan_id)
    review = reviews.open_review(session, plan, world.officer_id, ReviewTrigger.REQUEST)
    review.progress = Wording.free("Etenee.", "fi")
    referral = Referral(
        client_id=client.id,
        officer_id=world.officer_id,
        what=Wording.free("Kieliopetus", "fi"),
        receiver=Receiver.SCHOOL,
        ground=Ground.PRODUCER,
        receiver_name="Koulu",
        receiver_contact="koulu@example.org",
        reason="Tarvitsee opetusta.",
        made_on=today,
    )
    session.add_all([referral, Service(names={"fi": "Kielikahvila"}, place=SERVICE_PLACE)])
    session.flush()
    world.referral_id = referral.id
