"""How a due thing, or a task of one's own, looks in the list of Today."""

from datetime import date

from kotoutus_desktop.casework.due import (
    DueClient,
    DueRow,
    is_overdue_by_law,
    is_without_delay,
)
from kotoutus_desktop.casework.own_tasks import TaskRow
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.rules.due import Basis, StepKind
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    SIGN_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.steps import act_text
from kotoutus_desktop.ui.today.groups import Entry
from kotoutus_desktop.ui.words import (
    distance_text,
    enum_text,
    initials,
    short_date_text,
    shown_name,
)

HIDDEN_TASK = N_("Own task: its text is on the client's page")
"""What stands for the words of a task about a restricted case."""
COLUMNS = (
    SIGN_COLUMN,
    ListColumn(share=1),
    ListColumn(width=150),
    ListColumn(width=160, folds=True),
    ListColumn(width=160),
    MENU_COLUMN,
)


class DueFace:
    """Turns rows into faces. `hide_names`: initials only, for a screen that others see."""

    def __init__(self, today: date, *, hide_names: bool = False) -> None:
        self.today, self.hide_names = today, hide_names
        self.first: Entry | None = None  # the row whose button is filled

    def __call__(self, entry: Entry) -> RowFace:
        """Return the face of a row."""
        return self._task(entry) if isinstance(entry, TaskRow) else self._step(entry)

    def _step(self, row: DueRow) -> RowFace:
        tone = self.tone(row)
        name, what = self.name(row.client), self.what(row)
        when, note = self.when(row)
        section = section_text(row.item.section)
        act = _("Wake") if row.snooze else act_text(row.item.kind)
        sign = {"danger": "alert-circle", "warning": "clock-exclamation"}.get(tone, "clock")
        restricted = row.client.non_disclosure
        return RowFace(
            cells=(
                Cell(icon=sign, tone=tone or "muted", kind=CellKind.SIGN),
                Cell(name, note=what, strong=True, icon="lock" if restricted else ""),
                Cell(when, note=note, tone=tone, strong=True, small_note=True),
                Cell(section, icon="scale", tone="accent", kind=CellKind.SECTION),
                Cell(act, kind=CellKind.BUTTON, primary=row is self.first),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join(part for part in (name, what, when, note, section) if part),
        )

    def _task(self, row: TaskRow) -> RowFace:
        late = row.task.due_on < self.today
        name = self.name(row.client) if row.client else _("Own task")
        when = short_date_text(row.task.due_on, self.today)
        distance = distance_text(row.task.due_on, self.today)
        tone = "warning" if late else ""
        restricted = row.client is not None and row.client.non_disclosure
        text = row.text or _(HIDDEN_TASK)
        return RowFace(
            cells=(
                Cell(icon="list-check", tone=tone or "muted", kind=CellKind.SIGN),
                Cell(name, note=text, strong=True, icon="lock" if restricted else ""),
                Cell(when, note=distance, tone=tone, strong=True, small_note=True),
                Cell(kind=CellKind.SECTION),
                Cell(_("Done"), kind=CellKind.BUTTON, primary=row is self.first),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join((name, text, when, distance)),
        )

    def name(self, client: DueClient) -> str:
        """Return the name as it may be seen."""
        shown = shown_name(client)
        return initials(shown) if self.hide_names and not client.non_disclosure else shown

    def what(self, row: DueRow) -> str:
        """Return what is to be done, how long it has waited, and what was noted about it."""
        notes = [enum_text(row.item.kind), self._waited(row)]
        if row.snooze and not row.client.hides_place:
            notes.append(row.snooze.reason)
        if row.lateness:
            notes.append(_("reason of lateness recorded"))
        return ", ".join(note for note in notes if note)

    def tone(self, row: DueRow) -> str:
        """Return red for the Act's limit, amber for without delay and the office's target."""
        if is_overdue_by_law(row.item):
            return "danger"
        return "warning" if row.item.due is None or row.item.overdue else ""

    def when(self, row: DueRow) -> tuple[str, str]:
        """Return the day and how far it is, or "without delay"; the day on which it wakes."""
        item = row.item
        if row.snooze:
            until = short_date_text(row.snooze.until, self.today)
            return _("until {date}").format(date=until), self._was_due(row)
        if item.due is None:
            return _("without delay"), ""
        day = short_date_text(item.due, self.today)
        if is_without_delay(item):
            return _("without delay"), _("own target {date}").format(date=day)
        own = item.basis is Basis.OWN_TARGET
        return day, _("own target") if own else distance_text(item.due, self.today)

    def _was_due(self, row: DueRow) -> str:
        if is_overdue_by_law(row.item):
            return _("overdue")
        if row.item.due is None or is_without_delay(row.item):
            return _("without delay")
        return short_date_text(row.item.due, self.today)

    def _waited(self, row: DueRow) -> str:
        """Say for how many days something that is done without delay has waited."""
        if row.waits_since is None or not is_without_delay(row.item):
            return ""
        n = (self.today - row.waits_since).days
        return {
            StepKind.START_ASSESSMENT: ngettext(
                "known to the municipality for {n} day",
                "known to the municipality for {n} days",
                n,
            ),
            StepKind.HANDLE_CONTACT: ngettext(
                "{n} day since the contact", "{n} days since the contact", n
            ),
            StepKind.CONTINUE_ASSESSMENT: ngettext(
                "{n} day since it began", "{n} days since it began", n
            ),
            StepKind.MAKE_PLAN: ngettext(
                "{n} day since the assessment", "{n} days since the assessment", n
            ),
        }.get(row.item.kind, "").format(n=n)
