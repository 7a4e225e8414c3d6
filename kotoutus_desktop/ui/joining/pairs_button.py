"""On the list of clients: how many pairs of records may be of one person."""

from PySide6.QtCore import QObject

from kotoutus_desktop.casework.likely_pairs import likely_pairs
from kotoutus_desktop.i18n import ngettext
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace


class PairsWatch(QObject):
    """Counts in the background, and shows the button while there is a pair."""

    def __init__(self, workspace: Workspace, button: Button, page: Page) -> None:
        super().__init__(page)
        self._workspace, self._button = workspace, button
        button.clicked.connect(lambda: page.navigate.emit(Destination(PageName.PAIRS)))

    def look(self) -> None:
        """Count the pairs again."""
        database = self._workspace.database

        def work(_report: Report) -> int:
            if database.is_closed:
                return 0
            with database.reading() as session:
                return len(likely_pairs(session))

        job = Job(work)
        job.succeeded.connect(self.show_count)
        job.start()

    def show_count(self, count: int) -> None:
        """Show how many pairs there are; the button is not there for none."""
        text = ngettext("{n} pair registered twice?", "{n} pairs registered twice?", count)
        self._button.set_label(text.format(n=count))
        self._button.setVisible(count > 0)
