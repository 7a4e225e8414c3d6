"""Offices filled by chance, with everything that statistics count."""

import random
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    Contact,
    ContactChannel,
    JobseekerPeriod,
    ObstacleKind,
    ObstaclePeriod,
)
from kotoutus_desktop.models.client import Client, ClosingReason
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceReferral, GuidanceTopic
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseKind,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.models.plan import (
    Goal,
    Measure,
    MeasureState,
    Plan,
    PlanState,
    Review,
    ReviewTrigger,
)
from kotoutus_desktop.models.referral import Referral, ReferralStep
from kotoutus_desktop.models.training import (
    LanguageLevel,
    LevelOccasion,
    Skill,
    Training,
    TrainingKind,
)
from kotoutus_desktop.rules.facts import Extension, Protection, RightOfResidence
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.rules.referrals import Receiver, ReferralState

EARLIEST, DAYS = date(2023, 1, 1), 1500
CODES = (None, None, "131052-308T", "010594Y9021", "010594-902H", "120590A914V", "x")


class Chance:
    """Draws what a test office consists of."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def day(self) -> date:
        return EARLIEST + timedelta(days=self.random.randrange(DAYS))

    def sometimes(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def maybe(self, share: float = 0.5) -> date | None:
        return self.day() if self.sometimes(share) else None

    def one(self, values):
        return self.random.choice(list(values))


def fill(session: Session, seed: int, clients: int = 12) -> None:
    """Fill a file with clients at every stage, courses and conversations."""
    chance = Chance(seed)
    officers = [Officer(name=f"Officer {n}", active=n != 1) for n in range(3)]
    courses = [Course(kind=kind, language="ar") for kind in (*CourseKind, CourseKind.ORIENTATION)]
    session.add_all([*officers, *courses])
    session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))
    session.flush()  # clients and meetings name them
    meetings = [
        CourseMeeting(
            course_id=course.id,
            held_on=chance.day(),
            starts=540,
            minutes=120,
            state=chance.one(MeetingState),
        )
        for course in courses
        for _n in range(3)
    ]
    session.add_all(meetings)
    for number in range(clients):
        client = _client(chance, number, chance.one(officers))
        session.add(client)
        session.flush()
        _case(session, chance, client)
        _course(session, chance, chance.one(courses), meetings, client)
    _course(session, chance, courses[0], meetings, None)
    for _n in range(clients):
        session.add(_conversation(chance, None))


def _client(chance: Chance, number: int, officer: Officer) -> Client:
    created = chance.maybe(0.7)
    return Client(
        id=uuid7(),
        number=f"U7-{number:04d}",
        family_names="Esimerkki",
        given_names=f"Anna {number}",
        identity_code=chance.one(CODES),
        born=chance.one((None, date(2020, 2, 29), date(1950, 1, 1) + timedelta(days=number * 999))),
        service_language=chance.one(("ar", "so", "uk", "")),
        mother_tongue=chance.one(("ar", "so", "ku", "")),
        right_of_residence=chance.one((None, *RightOfResidence)),
        residence_ground=chance.one(("", "asylum", "temporary_protection")),
        protection=chance.one((None, *Protection)),
        came_unaccompanied=chance.sometimes(0.2),
        trafficking_victim=chance.sometimes(0.1),
        non_disclosure=chance.sometimes(0.1),
        restricted=chance.sometimes(0.1),
        home_municipality=chance.one(("889", "564", "")),
        first_home_municipality_on=chance.maybe(0.7),
        officer_id=officer.id,
        created_at=datetime.combine(created, datetime.min.time(), UTC) if created else None,
        closed_on=chance.maybe(0.3),
        closing_reason=chance.one((None, *ClosingReason)),
    )


def _case(session: Session, chance: Chance, client: Client) -> None:
    mine = {"client_id": client.id}
    for _n in range(chance.random.randrange(3)):
        session.add(Contact(**mine, learned_on=chance.day(), channel=ContactChannel.SELF))
        session.add(
            BenefitPeriod(
                **mine,
                kind=chance.one(BenefitKind),
                starts_on=chance.day(),
                ends_on=chance.maybe(),
                not_temporary=chance.one((None, True, False)),
            )
        )
        session.add(
            JobseekerPeriod(
                **mine,
                starts_on=chance.day(),
                ends_on=chance.maybe(),
                unemployed=chance.sometimes(),
            )
        )
        kind, first = ObstacleKind.ILLNESS, chance.day()
        session.add(ObstaclePeriod(**mine, starts_on=first, ends_on=first, kind=kind))
        session.add(
            Assessment(
                **mine,
                started_on=chance.maybe(0.8),
                completed_on=chance.maybe(),
                outcome=chance.one((None, *Outcome)),
            )
        )
        session.add(_conversation(chance, client))
        _referral(session, chance, client)
        _training(session, chance, client)
    for number in range(chance.random.randrange(4)):
        _plan(session, chance, client, number + 1)


def _plan(session: Session, chance: Chance, client: Client, number: int) -> None:
    plan = Plan(
        client_id=client.id,
        number=number,
        state=chance.one(PlanState),
        made_on=chance.maybe(0.9),
        ends_on=chance.maybe(0.8),
        ended_on=chance.maybe(0.3),
        extension=chance.one((None, *Extension)),
        unfinished_studies=chance.sometimes(0.3),
    )
    session.add(plan)
    session.flush()
    goal = Goal(client_id=client.id)
    goal.plan_id = plan.id
    session.add(goal)
    session.flush()
    for _n in range(chance.random.randrange(3)):
        measure = Measure(client_id=client.id, state=chance.one(MeasureState))
        review = Review(
            client_id=client.id,
            reviewed_on=chance.maybe(0.8),
            trigger=chance.one(ReviewTrigger),
            completed=chance.sometimes(),
        )
        measure.goal_id, review.plan_id = goal.id, plan.id
        session.add_all([measure, review])


def _referral(session: Session, chance: Chance, client: Client) -> None:
    referral = Referral(client_id=client.id, made_on=chance.day(), receiver=chance.one(Receiver))
    session.add(referral)
    session.flush()
    for _n in range(chance.random.randrange(4)):
        step = ReferralStep(
            client_id=client.id,
            state=chance.one(ReferralState),
            happened_on=date(2026, 1, 1 + chance.random.randrange(3)),
            recorded_on=date(2026, 1, 3),
        )
        step.referral_id = referral.id
        session.add(step)


def _training(session: Session, chance: Chance, client: Client) -> None:
    training = Training(
        client_id=client.id,
        kind=chance.one(TrainingKind),
        starts_on=chance.day(),
        tested_on=chance.maybe(),
    )
    session.add(training)
    session.flush()
    for skill in Skill:
        level = LanguageLevel(
            client_id=client.id,
            occasion=chance.one(LevelOccasion),
            skill=skill,
            level=chance.one(("A1.1", "A2.1", "not_assessed")),
        )
        level.training_id = training.id
        session.add(level)


def _course(session, chance: Chance, course: Course, meetings, client: Client | None) -> None:
    whose = client.id if client else None
    enrolment = Enrolment(
        course_id=course.id,
        client_id=whose,
        guest_name="" if client else "Vieras",
        state=chance.one(EnrolmentState),
        ended_on=chance.maybe(0.8),
    )
    session.add(enrolment)
    if chance.sometimes(0.2):
        later = Enrolment(course_id=course.id, client_id=whose)
        session.add(later)
        enrolment.moved_to = later.id
        _attend(session, chance, later, meetings)
    _attend(session, chance, enrolment, meetings)


def _attend(session, chance: Chance, enrolment: Enrolment, meetings) -> None:
    session.flush()
    for meeting in meetings:
        if meeting.course_id == enrolment.course_id:
            session.add(
                Attendance(
                    meeting_id=meeting.id,
                    enrolment_id=enrolment.id,
                    client_id=enrolment.client_id,
                    presence=Presence.PRESENT,
                    minutes=chance.one((0, 120)),
                    recorded_on=meeting.held_on,
                )
            )


def _conversation(chance: Chance, client: Client | None) -> GuidanceContact:
    return GuidanceContact(
        client_id=client.id if client else None,
        given_on=chance.day(),
        language=chance.one(("", "ar", "so")),
        topic=chance.one(GuidanceTopic),
        referral=chance.one(GuidanceReferral),
        consented_on=chance.day() if client or chance.sometimes(0.1) else None,
    )
