"""Which period the statistics are of, and of which municipality where there are several."""

from kotoutus_desktop.casework.listing import municipalities_in_use
from kotoutus_desktop.ui.ledger.period_filters import PeriodFilters
from kotoutus_desktop.ui.workspace import Workspace

SEVERAL = 2


class StatisticsFilters(PeriodFilters):
    """A year, half of one, or days of one's own. At first: this year."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, halves=True, ahead=0)
        self.municipality.hide()

    def show_municipalities(self) -> None:
        """Offer municipalities only where clients live in several, or one is chosen."""
        with self.workspace.database.reading() as session:
            several = len(municipalities_in_use(session)) >= SEVERAL
        self.municipality.setVisible(several or bool(self.municipality.value))
