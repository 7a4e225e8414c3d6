"""Civic orientation: courses, their meetings, who takes part, and how long each was there.

Courses and meetings belong to no client's case; enrolments, marks and self-study do, and go
with the client.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.rules.orientation import InterpretedGround, Presence, SelfStudyGround, Topic


class CourseKind(StrEnum):
    """What is arranged: orientation of § 25, or an introduction shared with other authorities."""

    ORIENTATION = "orientation"
    INTRODUCTION = "introduction"  # johdantojakso; its hours are not hours of § 25


class CourseForm(StrEnum):
    """Where the teaching happens (Decree 576/2024 § 2(3))."""

    CONTACT = "contact"
    REMOTE = "remote"
    MIXED = "mixed"


class CourseState(StrEnum):
    """Where a course stands."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"


class MeetingState(StrEnum):
    """Whether a meeting took place. Only a HELD one has marks."""

    PLANNED = "planned"
    HELD = "held"
    DID_NOT_HAPPEN = "did_not_happen"


class EnrolmentState(StrEnum):
    """Where someone stands on a course. Whoever ACCEPTED sits in the group."""

    RESERVE = "reserve"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    INTERRUPTED = "interrupted"
    MOVED = "moved"
    COMPLETED = "completed"


class OrientationNeed(Model, kw_only=True):
    """What a client needs for orientation; at most one counts, the latest.

    `remote_unsuitable` with its reason obliges to contact teaching (Decree § 2(3)); None: not
    judged yet. `earlier_minutes` and `earlier_topics` were done elsewhere, as `earlier_where`
    says. `left_out` is why the client waits for no course, "" for who does.
    """

    __tablename__ = "orientation_need"

    client_id: Mapped[UUID] = case_key()
    child_care: Mapped[bool] = mapped_column(default=False)
    remote_unsuitable: Mapped[bool | None] = mapped_column(default=None)
    remote_reason: Mapped[str] = mapped_column(default="")
    earliest_on: Mapped[date | None] = mapped_column(default=None)
    earlier_minutes: Mapped[int] = mapped_column(default=0)
    earlier_topics: Mapped[list[str]] = mapped_column(default_factory=list)
    earlier_where: Mapped[str] = mapped_column(default="")
    left_out: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Course(Model, kw_only=True):
    """A group that is taught together.

    `language` is that of the group (our code). `municipalities` are those that share it, by
    their codes, the office's own first. `interpreted_ground` and `self_study_ground` are those
    of Decree 576/2024 §§ 3 and 2(2), None where it is taught in the group's language. Times are
    those of Finland. Costs are whole cents without tax, None where they are not known.
    """

    __tablename__ = "course"
    __table_args__ = (Index("ix_course_starts_on_ends_on", "starts_on", "ends_on"),)

    number: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[CourseKind] = mapped_column(default=CourseKind.ORIENTATION)
    language: Mapped[str] = mapped_column(default="")
    form: Mapped[CourseForm] = mapped_column(default=CourseForm.CONTACT)
    interpreted_ground: Mapped[InterpretedGround | None] = mapped_column(default=None)
    interpreted_reason: Mapped[str] = mapped_column(default="")
    self_study_ground: Mapped[SelfStudyGround | None] = mapped_column(default=None)
    state: Mapped[CourseState] = mapped_column(default=CourseState.PLANNED, index=True)
    state_reason: Mapped[str] = mapped_column(default="")
    trainer: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    producer: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    map_text: Mapped[str] = mapped_column(default="")  # how to find there, in plain words
    link: Mapped[str] = mapped_column(default="")
    bring: Mapped[str] = mapped_column(default="")  # what to bring
    absence_contact: Mapped[str] = mapped_column(default="")  # how to tell that one cannot come
    municipalities: Mapped[list[str]] = mapped_column(default_factory=list)
    child_care: Mapped[bool] = mapped_column(default=False)
    places: Mapped[int] = mapped_column(default=20)
    cost: Mapped[int | None] = mapped_column(default=None)
    interpreter_cost: Mapped[int | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)  # of the first meeting
    ends_on: Mapped[date | None] = mapped_column(default=None)  # of the last meeting
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")

    meetings: Mapped[list["CourseMeeting"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="(CourseMeeting.held_on, CourseMeeting.starts)",
        default_factory=list,
        repr=False,
    )
    enrolments: Mapped[list["Enrolment"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="Enrolment.id",
        default_factory=list,
        repr=False,
    )


def course_key() -> Mapped[UUID]:
    """Return the column that says which course a row belongs to."""
    return mapped_column(ForeignKey("course.id", ondelete="CASCADE"), index=True)


class CourseMeeting(Model, kw_only=True):
    """One meeting of a course: day, clock time in Finland and how long.

    `starts` counts minutes from midnight. `minutes` are those of teaching, to which the
    breaks come. `trainer`, `interpreter`, `place` and `link` differ from the course's where
    they are not empty. `replaces` is the meeting that was moved here or did not happen.
    """

    __tablename__ = "course_meeting"
    __table_args__ = (Index("ix_course_meeting_held_on", "held_on", "starts"),)

    course_id: Mapped[UUID] = course_key()
    held_on: Mapped[date]
    starts: Mapped[int]
    minutes: Mapped[int]
    break_minutes: Mapped[int] = mapped_column(default=0)
    remote: Mapped[bool] = mapped_column(default=False)
    interpreted: Mapped[bool] = mapped_column(default=False)
    title: Mapped[str] = mapped_column(default="")
    topics: Mapped[list[str]] = mapped_column(default_factory=list)
    trainer: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    reason: Mapped[str] = mapped_column(default="")  # why it did not happen or was moved
    replaces: Mapped[UUID | None] = mapped_column(default=None)

    @property
    def ends(self) -> int:
        """Minutes from midnight at which it ends, breaks included."""
        return self.starts + self.minutes + self.break_minutes


class Enrolment(Model, kw_only=True):
    """Someone on a course: a client, or a guest by name.

    § 25 entitles integration clients only; a guest sits there as an extra and `guest_from`
    says who sent them. `code` are the letters by which the person stands on sign-in sheets.
    `moved_to` is the enrolment on another course that goes on from this one.
    """

    __tablename__ = "enrolment"

    course_id: Mapped[UUID] = course_key()
    client_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("client.id", ondelete="CASCADE"), index=True, default=None
    )
    guest_name: Mapped[str] = mapped_column(default="")
    guest_from: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    state: Mapped[EnrolmentState] = mapped_column(default=EnrolmentState.INVITED)
    reason: Mapped[str] = mapped_column(default="")
    invited_on: Mapped[date | None] = mapped_column(default=None)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)
    moved_to: Mapped[UUID | None] = mapped_column(default=None)
    certificate_on: Mapped[date | None] = mapped_column(default=None)


class Attendance(Model, kw_only=True):
    """How one person was at one meeting. Its key is that of `attendance_key`.

    `minutes` are those that count. `corrected_reason` says why a mark was changed after the
    day of the meeting, "" where it never was.
    """

    __tablename__ = "attendance"

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("course_meeting.id", ondelete="CASCADE"), index=True
    )
    enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), index=True
    )
    client_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("client.id", ondelete="CASCADE"), index=True, default=None
    )
    presence: Mapped[Presence]
    minutes: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    corrected_reason: Mapped[str] = mapped_column(default="")
    recorded_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)


def attendance_key(meeting: UUID, enrolment: UUID) -> UUID:
    """Return the key of a mark: the same on every laptop, so that two never stand side by side."""
    return uuid5(meeting, enrolment.hex)


class SelfStudy(Model, kw_only=True):
    """Independent study of given material, with the ground of Decree 576/2024 § 2(2).

    `withdrawn_reason` says why it does not count after all, "" where it does.
    """

    __tablename__ = "self_study"

    client_id: Mapped[UUID] = case_key()
    course_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("course.id", ondelete="SET NULL"), index=True, default=None
    )
    done_on: Mapped[date]
    minutes: Mapped[int]
    topics: Mapped[list[str]] = mapped_column(default_factory=list)
    ground: Mapped[SelfStudyGround | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    material: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    withdrawn_reason: Mapped[str] = mapped_column(default="")
    officer_id: Mapped[UUID | None] = mapped_column(default=None)


class CourseTemplate(Model, kw_only=True):
    """The office's own frame of a course: meetings in order, each with title, minutes, topics."""

    __tablename__ = "course_template"

    name: Mapped[str]
    meetings: Mapped[list["TemplateMeeting"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="TemplateMeeting.position",
        default_factory=list,
        repr=False,
    )


class TemplateMeeting(Model, kw_only=True):
    """One meeting of a template."""

    __tablename__ = "template_meeting"

    template_id: Mapped[UUID] = mapped_column(
        ForeignKey("course_template.id", ondelete="CASCADE"), index=True, default=None, init=False
    )
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int] = mapped_column(default=0)
    topics: Mapped[list[str]] = mapped_column(default_factory=list)


def known_topics(codes: list[str]) -> frozenset[Topic]:
    """Return the topics that this version knows; those of a later one pass it by."""
    return frozenset(topic for topic in Topic if topic in codes)
