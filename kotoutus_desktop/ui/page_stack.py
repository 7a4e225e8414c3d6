"""The pages of the main window: one is shown, some are kept, the others go when left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.pages import KEPT, make_page
from kotoutus_desktop.ui.workspace import Workspace


class PageStack(QStackedWidget):
    """Passes on what its pages ask for: another page, the one before, why something is so."""

    navigate = Signal(object)
    back = Signal()
    why_asked = Signal(object)
    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._kept: dict[PageName, Page] = {}

    @property
    def page(self) -> Page:
        """The page that is shown; there is one from the first `turn_to` on."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def place(self, here: Destination) -> Destination:
        """Return where the page that is shown, opened as `here`, is found again."""
        page = self.currentWidget()
        return page.place(here) if isinstance(page, Page) else here

    def turn_to(self, destination: Destination) -> Page:
        """Leave the page that is shown and return the one of a destination, now shown.

        Raises KotoutusError when it cannot be made; then the one before stays.
        """
        before = self.currentWidget()
        if isinstance(before, Page):
            before.leave()
        page = self._kept.get(destination.page) or self._made(destination)
        self.setCurrentWidget(page)
        if isinstance(before, Page) and before is not page and before not in self._kept.values():
            self.removeWidget(before)
            before.deleteLater()
        return page

    def prepare(self, destination: Destination) -> None:
        """Make a page that is kept before anybody asks for it."""
        if destination.page not in self._kept:
            self._made(destination)

    def _made(self, destination: Destination) -> Page:
        page = make_page(self._workspace, destination)
        page.navigate.connect(self.navigate)
        page.back.connect(self.back)
        page.why_asked.connect(self.why_asked)
        if hasattr(page, "section_clicked"):
            page.section_clicked.connect(self.section_clicked)
        if destination.page in KEPT:
            self._kept[destination.page] = page
        self.addWidget(page)
        return page
