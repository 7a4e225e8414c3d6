"""Independent study of given material, with the ground that the decree asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import SelfStudy
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES, SelfStudyGround, Topic

LONGEST_TEXT = 1000


@dataclass(frozen=True)
class StudyEntry:
    """What is recorded of independent study; `SelfStudy` says what each means.

    Without its ground it is recorded all the same, and is not complete (Decree 576/2024
    § 2(2)).
    """

    done_on: date
    minutes: int
    topics: tuple[Topic, ...] = ()
    ground: SelfStudyGround | None = None
    reason: str = ""
    material: str = ""
    course_id: UUID | None = None
    language: str = ""


def studies_of(session: Session, client_id: UUID) -> Sequence[SelfStudy]:
    """Return what a client studied alone, the latest first, also what was withdrawn."""
    return session.scalars(
        select(SelfStudy)
        .where(SelfStudy.client_id == client_id)
        .order_by(SelfStudy.done_on.desc(), SelfStudy.id.desc())
    ).all()


def record_study(
    session: Session,
    client_id: UUID,
    entry: StudyEntry,
    officer_id: UUID | None,
    today: date,
) -> SelfStudy:
    """Record independent study of a client; raises InvalidInput, naming the field."""
    for fault in faults_of(entry, today):
        raise fault
    study = SelfStudy(
        client_id=client_id,
        course_id=entry.course_id,
        done_on=entry.done_on,
        minutes=entry.minutes,
        topics=[topic.value for topic in entry.topics],
        ground=entry.ground,
        reason=entry.reason.strip(),
        material=entry.material.strip(),
        language=entry.language,
        officer_id=officer_id,
    )
    session.add(study)
    session.flush()
    return study


def withdraw_study(session: Session, study_id: UUID, reason: str) -> None:
    """Let study not count after all; it stays with its reason, as a corrected mark does.

    Raises InvalidInput for `reason` when none is given or it is too long.
    """
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput("reason", N_("Write why the hours do not count."))
    if len(why) > LONGEST_TEXT:
        raise InvalidInput("reason", N_("Write at most {most} characters."), most=LONGEST_TEXT)
    session.get_one(SelfStudy, study_id).withdrawn_reason = why


def faults_of(entry: StudyEntry, today: date) -> Iterator[InvalidInput]:
    """Yield everything that cannot be right, field by field."""
    if entry.done_on > today:
        yield InvalidInput("done_on", N_("The day is still to come."))
    if not 1 <= entry.minutes <= REQUIRED_MINUTES:
        yield InvalidInput(
            "minutes",
            N_("Write hours from a few minutes up to {most}."),
            most=REQUIRED_MINUTES // 60,
        )
    for field in ("reason", "material"):
        if len(getattr(entry, field)) > LONGEST_TEXT:
            yield InvalidInput(field, N_("Write at most {most} characters."), most=LONGEST_TEXT)
