"""0003: civic orientation: needs, courses, meetings, enrolments, attendance, self-study."""

import sqlalchemy as sa

from kotoutus_desktop.models.revisions.building import (
    CHOICE,
    DAY,
    KEY,
    NUMBER,
    TEXT,
    VALUES,
    YES_NO,
    filled,
    indexes,
    named_index,
    optional,
    parent,
    table,
)

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    _make_courses()
    _make_people()
    _make_hours()
    _make_templates()


def _perhaps(column: sa.Column[bytes]) -> sa.Column[bytes]:
    column.nullable = True
    return column


def _make_courses() -> None:
    table(
        "course",
        *filled(TEXT, "number name language interpreted_reason state_reason trainer interpreter"),
        *filled(TEXT, "producer place map_text link bring absence_contact note"),
        *filled(CHOICE, "kind form state"),
        *optional(CHOICE, "interpreted_ground self_study_ground"),
        *filled(VALUES, "municipalities"),
        *filled(YES_NO, "child_care"),
        *filled(NUMBER, "places"),
        *optional(NUMBER, "cost interpreter_cost"),
        *optional(DAY, "starts_on ends_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("course", "number", "state", "starts_on ends_on")
    table(
        "course_meeting",
        parent("course_id", "course_meeting", "course"),
        *filled(DAY, "held_on"),
        *filled(NUMBER, "starts minutes break_minutes"),
        *filled(YES_NO, "remote interpreted"),
        *filled(TEXT, "title trainer interpreter place link reason"),
        *filled(VALUES, "topics"),
        *filled(CHOICE, "state"),
        *optional(KEY, "replaces"),
    )
    indexes("course_meeting", "course_id")
    named_index("ix_course_meeting_held_on", "course_meeting", "held_on starts")


def _make_people() -> None:
    table(
        "orientation_need",
        parent("client_id", "orientation_need", "client"),
        *filled(YES_NO, "child_care"),
        *optional(YES_NO, "remote_unsuitable"),
        *filled(TEXT, "remote_reason earlier_where left_out note"),
        *optional(DAY, "earliest_on"),
        *filled(NUMBER, "earlier_minutes"),
        *filled(VALUES, "earlier_topics"),
    )
    indexes("orientation_need", "client_id")
    table(
        "enrolment",
        parent("course_id", "enrolment", "course"),
        _perhaps(parent("client_id", "enrolment", "client")),
        *filled(TEXT, "guest_name guest_from code reason"),
        *filled(CHOICE, "state"),
        *optional(DAY, "invited_on answered_on ended_on certificate_on"),
        *optional(KEY, "moved_to"),
    )
    indexes("enrolment", "course_id", "client_id")


def _make_hours() -> None:
    table(
        "attendance",
        parent("meeting_id", "attendance", "course_meeting"),
        parent("enrolment_id", "attendance", "enrolment"),
        _perhaps(parent("client_id", "attendance", "client")),
        *filled(CHOICE, "presence"),
        *filled(NUMBER, "minutes"),
        *filled(TEXT, "reason corrected_reason"),
        *filled(DAY, "recorded_on"),
        *optional(KEY, "officer_id"),
    )
    indexes("attendance", "meeting_id", "enrolment_id", "client_id")
    course = sa.ForeignKey("course.id", name="fk_self_study_course_id", ondelete="SET NULL")
    table(
        "self_study",
        parent("client_id", "self_study", "client"),
        sa.Column("course_id", KEY, course, nullable=True),
        *filled(DAY, "done_on"),
        *filled(NUMBER, "minutes"),
        *filled(VALUES, "topics"),
        *optional(CHOICE, "ground"),
        *filled(TEXT, "reason material language"),
        *optional(KEY, "officer_id"),
    )
    indexes("self_study", "client_id", "course_id")


def _make_templates() -> None:
    table("course_template", *filled(TEXT, "name"))
    table(
        "template_meeting",
        parent("template_id", "template_meeting", "course_template"),
        *filled(NUMBER, "position minutes"),
        *filled(TEXT, "title"),
        *filled(VALUES, "topics"),
    )
    indexes("template_meeting", "template_id")
