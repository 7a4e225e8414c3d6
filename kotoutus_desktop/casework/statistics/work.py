"""What was done for clients in a period, each deed on one line of its table, as SQL.

A statement here has four columns: client (None for who is no client), line, part and day.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, case, func, literal, select, type_coerce, union_all
from sqlalchemy.orm import aliased

from kotoutus_desktop.casework.statistics.people import Events, lives_in, text
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.circumstances import ObstaclePeriod
from kotoutus_desktop.models.client import Client, ClosingReason
from kotoutus_desktop.models.guidance import GuidanceContact
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseKind,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanState, Review
from kotoutus_desktop.models.referral import Referral, ReferralStep
from kotoutus_desktop.models.training import LanguageLevel, LevelOccasion, Training
from kotoutus_desktop.rules.statistics import Line, Part, Period, Topic

_MADE = Plan.state != PlanState.DRAFT


def work_events(period: Period, today: date) -> dict[Topic, Events]:
    """Return for each table about work, courses and results what stands on which line."""
    referred = Referral.made_on.label("day")
    return {
        Topic.ASSESSMENT_STARTED: _in(
            period,
            *(Assessment.client_id, Assessment.started_on),
            case(
                (Assessment.completed_on.is_(None), Line.UNFINISHED.value),
                else_=Line.COMPLETED.value,
            ),
        ),
        Topic.ASSESSMENT: _in(
            period,
            *(Assessment.client_id, Assessment.completed_on),
            func.coalesce(text(Assessment.outcome), ""),
        ),
        Topic.PLAN: _in(
            period,
            *(Plan.client_id, Plan.made_on),
            case((Plan.number <= 1, Line.FIRST_PLAN.value), else_=Line.NEXT_PLAN.value),
        ).where(_MADE),
        Topic.REVIEW: _in(period, Review.client_id, Review.reviewed_on, text(Review.trigger)).where(
            Review.completed.is_(True)
        ),
        Topic.EXTENSION: _extensions(period),
        Topic.REFERRAL: _in(period, Referral.client_id, referred, _state()),
        Topic.RECEIVER: _in(period, Referral.client_id, referred, text(Referral.receiver)),
        Topic.ORIENTATION: _orientation(period),
        Topic.TRAINING: _in(period, Training.client_id, Training.starts_on, text(Training.kind)),
        Topic.FINAL_TEST: _in(
            period,
            *(Training.client_id, Training.tested_on, LanguageLevel.level),
            text(LanguageLevel.skill),
        )
        .join(LanguageLevel, LanguageLevel.training_id == Training.id)
        .where(LanguageLevel.occasion == LevelOccasion.FINAL_TEST),
        Topic.PLAN_END: _ended(period, today, _afterwards()),
        Topic.MEASURE: _ended(period, today, text(Measure.state))
        .join(Goal, Goal.plan_id == Plan.id)
        .join(Measure, Measure.goal_id == Goal.id),
        Topic.CLOSED: _in(period, Client.id, Client.closed_on, _closing_reason()),
        **_guidance(period),
    }


def _in(
    period: Period,
    client_id: Any,
    day: Any,
    line: Any,
    part: Any = None,
) -> Events:
    """Return a statement of what lies in the period and belongs to a selected client."""
    query = select(
        client_id.label("client_id"),
        text(line).label("line"),
        (literal(Part.ALL.value) if part is None else part).label("part"),
        type_coerce(day, Date).label("day"),
    ).where(day.between(period.first, period.last))
    if period.municipality:
        query = query.where(client_id.in_(select(Client.id).where(*lives_in(period))))
    return query


def _together(*queries: Events) -> Events:
    joined = union_all(*queries).subquery()
    return select(joined.c.client_id, joined.c.line, joined.c.part, joined.c.day)


def _extensions(period: Period) -> Events:
    """Return what makes plans longer: grounds of § 23(3), obstacles of § 23(4), § 31."""
    extended = _in(period, Plan.client_id, Plan.made_on, text(Plan.extension))
    studying = _in(period, Plan.client_id, Plan.made_on, literal(Line.UNFINISHED_STUDIES.value))
    return _together(
        extended.where(_MADE, Plan.extension.is_not(None)),
        studying.where(_MADE, Plan.unfinished_studies.is_(True)),
        _in(
            period,
            *(ObstaclePeriod.client_id, ObstaclePeriod.starts_on),
            literal(Line.OBSTACLE.value),
        ),
    )


def _state() -> ColumnElement[str]:
    """Return what became of a referral last."""
    last = (
        select(text(ReferralStep.state))
        .where(ReferralStep.referral_id == Referral.id)
        .order_by(ReferralStep.happened_on.desc(), ReferralStep.id.desc())
        .limit(1)
        .correlate(Referral)
        .scalar_subquery()
    )
    return func.coalesce(last, Line.NOT_SENT.value)


def _orientation(period: Period) -> Events:
    """Return who began, completed and broke off civic orientation, as the report on courses."""
    first = (
        select(Attendance.enrolment_id, func.min(CourseMeeting.held_on).label("day"))
        .join(CourseMeeting, CourseMeeting.id == Attendance.meeting_id)
        .where(Attendance.minutes > 0, CourseMeeting.state == MeetingState.HELD)
        .group_by(Attendance.enrolment_id)
        .subquery()
    )
    on_course = Enrolment.course_id.in_(
        select(Course.id).where(Course.kind == CourseKind.ORIENTATION)
    )
    going_on = select(Enrolment.moved_to).where(Enrolment.moved_to.is_not(None), on_course)
    began = _in(period, Enrolment.client_id, first.c.day, literal(Line.STARTED.value))
    return _together(
        began.join(first, first.c.enrolment_id == Enrolment.id).where(
            on_course, Enrolment.id.not_in(going_on)
        ),
        *(
            _in(period, Enrolment.client_id, Enrolment.ended_on, literal(line.value)).where(
                on_course, Enrolment.state == state
            )
            for state, line in (
                (EnrolmentState.COMPLETED, Line.COMPLETED),
                (EnrolmentState.INTERRUPTED, Line.INTERRUPTED),
            )
        ),
    )


def _ended(period: Period, today: date, line: Any) -> Events:
    """Return the plans that came to their end in the period and by today."""
    end = func.coalesce(Plan.ended_on, Plan.ends_on)
    query = _in(period, Plan.client_id, type_coerce(end, Date), line)
    return query.where(_MADE, type_coerce(end, Date) <= today)


def _afterwards() -> ColumnElement[str]:
    """Return what came after a plan: the next one, closing and why, or neither."""
    later = aliased(Plan)
    following = (
        select(later.id)
        .where(
            later.client_id == Plan.client_id,
            later.number > Plan.number,
            later.state != PlanState.DRAFT,
        )
        .correlate(Plan)
        .exists()
    )
    closed = (
        select(_closing_reason())
        .where(Client.id == Plan.client_id, Client.closed_on.is_not(None))
        .correlate(Plan)
        .scalar_subquery()
    )
    return case((following, Line.NEXT_PLAN.value), else_=func.coalesce(closed, Line.GOES_ON.value))


def _closing_reason() -> ColumnElement[str]:
    return func.coalesce(text(Client.closing_reason), ClosingReason.OTHER.value)


def _guidance(period: Period) -> dict[Topic, Events]:
    """Return the conversations (§ 10), those without a name too: of the whole office."""
    whole = Period(period.first, period.last)
    named = case(
        (GuidanceContact.consented_on.is_(None), Part.ANONYMOUS.value), else_=Part.NAMED.value
    )
    lines = {
        Topic.GUIDANCE_TOPIC: text(GuidanceContact.topic),
        Topic.GUIDANCE_LANGUAGE: GuidanceContact.language,
        Topic.GUIDANCE_REFERRAL: text(GuidanceContact.referral),
    }
    return {
        topic: _in(whole, GuidanceContact.client_id, GuidanceContact.given_on, line, named)
        for topic, line in lines.items()
    }
