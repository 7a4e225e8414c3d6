"""Comparing the fingerprint of another laptop before it is trusted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.transfer.laptop_keys import Card
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme


class TrustDialog(QDialog):
    """Asks whether both see the same digits; `trust` takes the laptop's name here."""

    def __init__(self, card: Card, trust: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Do both of you see these digits?")
        self.setWindowTitle(title)
        self._trust = trust
        self.digits = Label(card.fingerprint, "title")
        self.name = TextField(_("Name of the laptop"))
        self.name.set_value(card.name)
        self.same = Button(_("They are the same"), "primary", key="Ctrl+Return")
        self.same.clicked.connect(self.accept)
        self.differ = Button(_("They differ"))
        self.differ.clicked.connect(self.reject)
        said = wrapped(
            _(
                "Ask your colleague to open Exchange, Laptops, and to read the fingerprint aloud."
                " If one digit differs, the card is not theirs: do not trust it."
            )
        )
        buttons = Row(gap=2)
        buttons.put(None, self.differ, self.same)
        column = Column(self, (5, 5, 5, 5), 3)
        column.put(Label(title, "title"), said, self.digits, self.name, None, buttons)
        self.resize(theme().px(520), theme().px(330))
        self.differ.setFocus()

    def accept(self) -> None:
        """Trust the laptop; a name that does not fit is said at its field."""
        try:
            self._trust(self.name.value())
        except InvalidInput as error:
            self.name.show_error(explain(error))
            self.name.take_focus()
            return
        super().accept()
