"""The program cannot open its file now: says why and what helps, instead of vanishing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.start.frame import StartCard, centred
from kotoutus_desktop.ui.start.unlock_card import wide


class RefusedWindow(QWidget):
    """One card with the reason; `retried` asks to try once more."""

    retried = Signal()

    def __init__(self, error: KotoutusError) -> None:
        super().__init__()
        self.setWindowTitle("Kotoutus Desktop")
        card = StartCard(_("The file cannot be opened now"), explain(error))
        self.again = wide(Button(_("Try again"), "primary", bulk="large"))
        self.again.clicked.connect(self.retried)
        close = Button(_("Close"), "link")
        close.clicked.connect(self.close)
        card.column.put(self.again, close)
        Column(self, gap=0).addWidget(centred(card))
        self.again.setFocus()
