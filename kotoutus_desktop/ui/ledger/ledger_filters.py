"""What the ledger counts: a year or a period of days, a municipality, a counsellor."""

from uuid import UUID

from kotoutus_desktop.casework.ledger import officers_with_clients
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.ledger.period_filters import DAYS, PeriodFilters
from kotoutus_desktop.ui.workspace import Workspace

__all__ = ["DAYS", "LedgerFilters"]


class LedgerFilters(PeriodFilters):
    """The chips over the table. At first: this year, everybody."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._officers: dict[str, str] = {}
        self.officer = MenuChip(_("Counsellor"), self._counsellors, self._officer_name)
        self.add(self.officer)

    def selection(self) -> Selection | None:
        """Return what is chosen; None, with the fault shown, for days that cannot be."""
        days = self.chosen_days()
        if days is None:
            return None
        officer = UUID(self.officer.value) if self.officer.value else None
        return Selection(*days, officer, self.municipality.value)

    def _counsellors(self) -> Counted:
        with self.workspace.database.reading() as session:
            found = officers_with_clients(session)
        self._officers = {str(officer_id): name for officer_id, name, _count in found}
        return [(str(officer_id), count) for officer_id, _name, count in found]

    def _officer_name(self, value: str) -> str:
        return self._officers.get(value, "")
