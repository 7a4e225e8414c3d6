"""Which lines of a log are shown: of whom, of what kind, of which days."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.log.lines import LogFilter
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.workspace import Workspace

KINDS = {
    "changes": (N_("changes"), {Act.CHANGE}),
    "looks": (
        N_("looks and searches"),
        {Act.VIEW, Act.SEARCH, Act.RESTRICTED_OPEN, Act.RESTRICTED_REFUSED, Act.READ_LOG},
    ),
    "papers": (N_("papers and files"), {Act.PRINT, Act.SAVE, Act.EXPORT, Act.MERGE}),
    "access": (
        N_("restricted access"),
        {Act.LET_IN, Act.SHUT_OUT, Act.RESTRICTED_OPEN, Act.RESTRICTED_REFUSED},
    ),
}
PERIODS = {
    "1": N_("today"),
    "7": N_("last 7 days"),
    "30": N_("last 30 days"),
    "365": N_("last 12 months"),
}


class LogChoices(QFrame):
    """Chips over the lines; at first everything is shown, in the spot check a month of it."""

    changed = Signal()

    def __init__(self, workspace: Workspace, people: dict[UUID, str], period: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace = workspace
        self._people = {each.hex: name for each, name in people.items()}
        self.kind = MenuChip(_("Show"), lambda: _counted(KINDS), lambda key: _(KINDS[key][0]))
        self.who = MenuChip(_("Person"), lambda: _counted(self._people), self._people.__getitem__)
        self.period = MenuChip(_("Days"), lambda: _counted(PERIODS), lambda key: _(PERIODS[key]))
        self.period.set_value(period)
        flow = Flow(self, gap=2)
        for chip in (self.kind, self.who, self.period):
            flow.addWidget(chip)
            chip.picked.connect(self._tell)

    def wanted(self) -> LogFilter:
        """Return what is chosen."""
        today, days = self._workspace.today(), self.period.value
        return LogFilter(
            first=today - timedelta(days=int(days) - 1) if days else None,
            who=UUID(hex=self.who.value) if self.who.value else None,
            acts=frozenset(KINDS[self.kind.value][1]) if self.kind.value else frozenset(),
        )

    def _tell(self, _value: str) -> None:
        self.changed.emit()


def _counted(values: Iterable[str]) -> Counted:
    return [(key, 0) for key in values]
