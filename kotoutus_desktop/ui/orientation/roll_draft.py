"""The roll of a meeting as it is being called: what is marked and not yet recorded."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from kotoutus_desktop.casework.orientation.marking import PARTLY
from kotoutus_desktop.casework.orientation.roll import Mark, Person, Roll, RollRow
from kotoutus_desktop.rules.orientation import Presence, counted_minutes


@dataclass(frozen=True)
class DraftRow:
    """A row as it is shown: the mark of now, what it counts, whether it differs from before."""

    person: Person
    mark: Mark | None
    minutes: int
    changed: bool
    corrected_reason: str


@dataclass
class RollDraft:
    """Marks by enrolment over those that are stored. `length`: minutes of the meeting."""

    called: Roll
    today: date
    _marks: dict[UUID, Mark | None] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """Minutes of teaching of the meeting."""
        return self.called.meeting.minutes

    def rows(self) -> list[DraftRow]:
        """Return the rows in their order."""
        return [self._row(row) for row in self.called.rows]

    def mark_of(self, enrolment: UUID) -> Mark | None:
        """Return the mark of someone as it is now."""
        return self._now(self._stored(enrolment))

    def put(self, enrolment: UUID, mark: Mark | None) -> None:
        """Mark someone, or take the mark away; the same as before is no change."""
        if mark == self._stored(enrolment).mark:
            self._marks.pop(enrolment, None)
        else:
            self._marks[enrolment] = mark

    def give_presence(self, enrolment: UUID, presence: Presence, missed: int = 0) -> None:
        """Mark how someone was there; a reason stays, except for who was there all the time."""
        before = self.mark_of(enrolment)
        reason = before.reason if before and presence is not Presence.PRESENT else ""
        self.put(enrolment, Mark(presence, missed if presence in PARTLY else 0, reason))

    def give_reason(self, enrolment: UUID, reason: str) -> None:
        """Say why someone was not there, or not all the time."""
        before = self.mark_of(enrolment)
        if before is not None:
            self.put(enrolment, replace(before, reason=reason.strip()))

    def all_present(self) -> int:
        """Mark everybody as present who has no mark; return how many."""
        waiting = [row.person.enrolment_id for row in self.rows() if row.mark is None]
        for enrolment in waiting:
            self.put(enrolment, Mark(Presence.PRESENT))
        return len(waiting)

    def changes(self) -> Mapping[UUID, Mark | None]:
        """Return what is to be recorded."""
        return dict(self._marks)

    def corrects(self) -> bool:
        """Tell whether a mark of an earlier day is changed."""
        return any(self._is_correction(row) for row in self.called.rows)

    def counts(self) -> Counter[Presence | None]:
        """Return how many have which mark; None for those without."""
        return Counter(row.mark.presence if row.mark else None for row in self.rows())

    def _is_correction(self, row: RollRow) -> bool:
        now = self._marks.get(row.person.enrolment_id)
        earlier = row.recorded_on is not None and row.recorded_on < self.today
        return now is not None and earlier

    def _row(self, row: RollRow) -> DraftRow:
        mark = self._now(row)
        minutes = counted_minutes(mark.presence, self.length, mark.missed) if mark else 0
        changed = row.person.enrolment_id in self._marks
        return DraftRow(row.person, mark, minutes, changed, row.corrected_reason)

    def _now(self, row: RollRow) -> Mark | None:
        return self._marks.get(row.person.enrolment_id, row.mark)

    def _stored(self, enrolment: UUID) -> RollRow:
        return next(row for row in self.called.rows if row.person.enrolment_id == enrolment)
