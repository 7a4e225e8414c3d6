"""Groups that could be formed of those who wait, and the course that becomes of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.casework.orientation.waiting_rows import Standing, WaitingRow
from kotoutus_desktop.models.orientation import Course, CourseForm
from kotoutus_desktop.rules.grouping import Group, Terms, Waiting, propose
from kotoutus_desktop.rules.orientation import LARGEST_GROUP

FREE = (Standing.WAITING, Standing.RESERVE)
"""Who may be proposed: whoever was invited elsewhere is asked there first."""


@dataclass(frozen=True)
class ProposedGroup:
    """A group with the rows of its members, in the order in which they have waited."""

    group: Group
    rows: tuple[WaitingRow, ...]


@dataclass(frozen=True)
class GroupProposal:
    """The groups, and the rows of those who are in none, by why."""

    groups: tuple[ProposedGroup, ...] = ()
    alone: tuple[WaitingRow, ...] = ()
    later: tuple[WaitingRow, ...] = ()
    need_contact: tuple[WaitingRow, ...] = ()


def propose_groups(rows: Iterable[WaitingRow], terms: Terms) -> GroupProposal:
    """Return who of these could sit together. Nothing is recorded."""
    free = {row.key.hex(): row for row in rows if row.standing in FREE}
    order = {key: place for place, key in enumerate(free)}
    made = propose((row.facts() for row in free.values()), terms)

    def rows_of(people: Iterable[Waiting]) -> tuple[WaitingRow, ...]:
        keys = sorted((each.key for each in people), key=order.__getitem__)
        return tuple(free[key] for key in keys)

    return GroupProposal(
        groups=tuple(ProposedGroup(group, rows_of(group.members)) for group in made.groups),
        alone=rows_of(made.alone),
        later=rows_of(made.later),
        need_contact=rows_of(made.need_contact),
    )


def course_of_group(
    session: Session,
    proposed: ProposedGroup,
    terms: Terms,
    municipality: str,
    officer_id: UUID | None,
) -> Course:
    """Store a planned course for a group; its members are invited by `enrolling.invite`.

    `municipality` is the office's own, which comes first of those that share the course.
    """
    group = proposed.group
    places = dict.fromkeys((municipality, *group.municipalities))
    course = Course(
        language=group.language,
        form=CourseForm.REMOTE if terms.remote else CourseForm.CONTACT,
        municipalities=[each for each in places if each],
        child_care=bool(group.child_care),
        places=max(LARGEST_GROUP, len(group.members)),
        officer_id=officer_id,
    )
    store_course(session, course)
    return course
