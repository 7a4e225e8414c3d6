"""The way from one part of the assessment to the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.assessment.places import HEADS, PARTS
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import Row


class Ways(QFrame):
    """Previous and next; the next one is the page's filled button until all is done."""

    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.previous = Button(_("Previous"), "", "chevron-left")
        self.previous.setToolTip(_("Previous part (Ctrl+Page Up)"))
        self.previous.clicked.connect(self.previous_wanted)
        self.next = Button(_("Next head"), "primary", "chevron-right")
        self.next.show_key("Ctrl+PgDn")
        self.next.clicked.connect(self.next_wanted)
        Row(self, gap=2).put(self.previous, self.next, None)

    def show_from(self, key: str, *, ready: bool) -> bool:
        """Show where the ways of a part lead; tell whether "mark complete" comes next."""
        place = PARTS.index(key)
        last = place == len(PARTS) - 1
        to_head = not last and PARTS[place + 1] in HEADS
        self.previous.setEnabled(place > 0)
        self.next.setVisible(not last)
        self.next.set_label(_("Next head") if to_head else _("Next part"))
        self.next.set_kind("" if ready or last else "primary")
        return ready or last
