"""What is said before a client is enrolled on a course. None of it hinders."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import state_on
from kotoutus_desktop.casework.orientation.needs import known_languages, need_of
from kotoutus_desktop.casework.orientation.participants import places_of
from kotoutus_desktop.models.orientation import (
    Course,
    CourseForm,
    CourseKind,
    CourseState,
    Enrolment,
    EnrolmentState,
    OrientationNeed,
)
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.rules.entitlement import integration_client
from kotoutus_desktop.rules.facts import AgreedPlan
from kotoutus_desktop.rules.orientation import LARGEST_GROUP, group_language_suits
from kotoutus_desktop.rules.section import CONTACT_TEACHING, ORIENTATION_LANGUAGE, Section


class Caution(StrEnum):
    """What is said about an enrolment, and hinders nothing."""

    NOT_ENTITLED = "not_entitled"  # no valid plan today: an extra (§ 25)
    LANGUAGE = "language"
    REMOTE_UNSUITABLE = "remote_unsuitable"
    NO_CHILD_CARE = "no_child_care"
    TOO_EARLY = "too_early"
    OTHER_COURSE = "other_course"
    FULL = "full"
    LARGE = "large"  # over 20 in the group


CAUTION_SECTIONS = {
    Caution.NOT_ENTITLED: ORIENTATION_LANGUAGE,
    Caution.LANGUAGE: ORIENTATION_LANGUAGE,
    Caution.REMOTE_UNSUITABLE: CONTACT_TEACHING,
}
"""The sections that cautions rest on; the others rest on none."""


def cautions(session: Session, course: Course, client_id: UUID, today: date) -> tuple[Caution, ...]:
    """Return what is to be said before a client is enrolled; nothing of it refuses.

    Only what the rules ask is read: the case itself may be restricted.

    Source: 681/2023 § 25(1), Decree 576/2024 § 2(3); over 20 is a recommendation.
    """
    need = need_of(session, client_id)
    taken = places_of(session, course).taken
    holds = {
        Caution.NOT_ENTITLED: not integration_client(_plans(session, client_id), today),
        Caution.LANGUAGE: not group_language_suits(
            course.language, known_languages(session, client_id)
        ),
        Caution.OTHER_COURSE: _is_elsewhere(session, course, client_id, today),
        Caution.FULL: taken >= course.places,
        Caution.LARGE: taken >= LARGEST_GROUP,
        **_unmet(course, need),
    }
    return tuple(each for each in Caution if holds.get(each))


def caution_section(caution: Caution) -> Section | None:
    """Return the section that a caution rests on, None for none."""
    return CAUTION_SECTIONS.get(caution)


def _plans(session: Session, client_id: UUID) -> list[AgreedPlan]:
    rows = session.execute(
        select(Plan.made_on, Plan.ended_on, Plan.ends_on).where(
            Plan.client_id == client_id, Plan.made_on.is_not(None), Plan.ends_on.is_not(None)
        )
    )
    return [AgreedPlan(made, ended or ends) for made, ended, ends in rows if made and ends]


def _unmet(course: Course, need: OrientationNeed | None) -> dict[Caution, bool]:
    """Return what of a client's need a course does not meet."""
    if need is None:
        return {}
    begins, earliest = course.starts_on, need.earliest_on
    remote = course.form is not CourseForm.CONTACT
    return {
        Caution.REMOTE_UNSUITABLE: remote and bool(need.remote_unsuitable),
        Caution.NO_CHILD_CARE: need.child_care and not course.child_care,
        Caution.TOO_EARLY: begins is not None and earliest is not None and begins < earliest,
    }


def _is_elsewhere(session: Session, course: Course, client_id: UUID, today: date) -> bool:
    """Tell whether a client has or is offered a place on another course that is not over."""
    if course.kind is not CourseKind.ORIENTATION:
        return False
    others = session.scalars(
        select(Course)
        .join(Enrolment, Enrolment.course_id == Course.id)
        .where(
            Enrolment.client_id == client_id,
            Enrolment.state.in_((EnrolmentState.INVITED, EnrolmentState.ACCEPTED)),
            Course.id != course.id,
            Course.kind == CourseKind.ORIENTATION,
        )
    )
    return any(
        state_on(each, today) in (CourseState.PLANNED, CourseState.RUNNING) for each in others
    )
