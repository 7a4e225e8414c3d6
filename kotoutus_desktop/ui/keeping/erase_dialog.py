"""The last question before cases are erased."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, listed, ngettext
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.settings.passphrase_part import ASK_CURRENT
from kotoutus_desktop.ui.start.passphrase import PassphraseField
from kotoutus_desktop.ui.theme import theme

NAMED_AT_MOST = 12


class EraseDialog(QDialog):
    """Says what cannot be undone, and takes the administrator's own passphrase.

    `check` is given the passphrase and raises KotoutusError, which is shown at the field.
    """

    def __init__(
        self, cases: Sequence[str], check: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._check = check
        count = len(cases)
        title = ngettext("Erase {n} case", "Erase {n} cases", count).format(n=count)
        self.setWindowTitle(title)
        said = _(
            "It cannot be undone. A copy of the file is made first; it and older copies hold the "
            "case until they are thinned, at the latest after a year. You get a certificate."
        )
        self.own = PassphraseField(_("Your own passphrase"))
        self.own.line.returnPressed.connect(self.accept)
        self.button = Button(_("Erase for good"), "primary", "trash", key="Ctrl+Return")
        self.button.clicked.connect(self.accept)
        stay = Button(_("Back"))
        stay.clicked.connect(self.reject)
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title, "title"),
            wrapped(listed(list(cases), NAMED_AT_MOST), "strong"),
            wrapped(said, "body", "muted"),
            self.own,
            None,
            buttons,
        )
        self.setMinimumWidth(theme().px(520))
        self.own.take_focus()

    def accept(self) -> None:
        """Close when the passphrase is right."""
        if self.own.is_empty():
            self._refuse(_(ASK_CURRENT))
            return
        try:
            self._check(self.own.value())
        except KotoutusError as error:
            self._refuse(explain(error))
            return
        super().accept()

    def _refuse(self, words: str) -> None:
        self.own.show_error(words)
        self.own.take_focus()
