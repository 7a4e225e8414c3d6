"""While somebody else sees the screen: only the client at hand, nothing of anybody else."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.page import Destination, PageName

HARMLESS = {PageName.HELP}
"""Pages that show nobody."""


class SharedScreen(QStackedWidget):
    """Holds the pages, and covers those that are not about the client at hand.

    `turned` tells whether the screen is shared now.
    """

    turned = Signal(bool)

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self.is_on = False
        self._client: UUID | None = None
        self._pages = pages
        self.end = Button(_("Show everything (F8)"), "primary", "eye")
        self.end.clicked.connect(lambda: self.turn(None))
        self._cover = EmptyState(
            "eye-off",
            _("Hidden while the screen is shared"),
            _("Only the client at hand is shown. F8 shows everything again."),
            self.end,
        )
        self.addWidget(pages)
        self.addWidget(self._cover)

    def turn(self, here: Destination | None) -> None:
        """Begin with the client of a page, who then is the one at hand, or end."""
        self.is_on = not self.is_on and here is not None
        self._client = here.client if here is not None else None
        self.follow(here)
        self.turned.emit(self.is_on)

    def follow(self, here: Destination | None) -> None:
        """Show a page, or the cover over it."""
        shown = here is None or not self.is_on or self._may_show(here)
        self.setCurrentWidget(self._pages if shown else self._cover)
        if not shown:
            self.end.setFocus()

    def _may_show(self, here: Destination) -> bool:
        if here.page in HARMLESS:
            return True
        return here.client is not None and here.client == self._client
