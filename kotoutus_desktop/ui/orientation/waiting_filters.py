"""Whom the waiting list shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.orientation.waiting_rows import (
    AWAITING,
    Standing,
    Teaching,
    WaitingFilter,
    WaitingRow,
    count_languages,
    count_municipalities,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.orientation.waiting_words import STANDINGS, TEACHING
from kotoutus_desktop.ui.words import language_name, municipality_name


class StandingChip(MenuChip):
    """Who is shown; nothing chosen means everybody who waits."""

    def set_value(self, value: str) -> None:
        """Show a value without telling; "" means those who wait, in whatever way."""
        super().set_value(value)
        if not value:
            self.set_label(_("{filter}: {value}").format(filter=self.title, value=_("who wait")))


class WaitingFilters(QFrame):
    """The chips over the list. At first: everybody who waits."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._rows: Sequence[WaitingRow] = ()
        self.language = MenuChip(_("Language"), self._languages, language_name)
        self.municipality = MenuChip(_("Municipality"), self._municipalities, municipality_name)
        self.teaching = MenuChip(_("Teaching"), self._teaching, _teaching_name)
        self.standing = StandingChip(_("Shown"), self._standings, _standing_name)
        self.child_care = FilterChip(_("Care of children"))
        self.clear_button = Button(_("Clear filters"), "link", "x", bulk="small")
        flow = Flow(self, gap=2)
        for chip in (self.language, self.municipality, self.teaching, self.standing):
            chip.picked.connect(self._tell)
            flow.addWidget(chip)
        self.child_care.toggled.connect(self._tell)
        self.clear_button.clicked.connect(self.clear)
        flow.addWidget(self.child_care)
        flow.addWidget(self.clear_button)
        self.clear_button.hide()

    def set_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Offer the languages and municipalities of these."""
        self._rows = rows

    def filter(self) -> WaitingFilter:
        """Return what is chosen."""
        standing = self.standing.value
        return WaitingFilter(
            language=self.language.value,
            municipality=self.municipality.value,
            child_care=self.child_care.isChecked(),
            teaching=Teaching(self.teaching.value) if self.teaching.value else None,
            standings=(Standing(standing),) if standing else AWAITING,
        )

    def clear(self) -> None:
        """Show everybody who waits."""
        self.blockSignals(True)
        for chip in (self.language, self.municipality, self.teaching, self.standing):
            chip.set_value("")
        self.child_care.setChecked(False)
        self.blockSignals(False)
        self._tell()

    def _tell(self, *_value: object) -> None:
        self.clear_button.setVisible(self.filter() != WaitingFilter())
        self.changed.emit()

    def _awaiting(self) -> list[WaitingRow]:
        return [row for row in self._rows if row.standing in AWAITING]

    def _languages(self) -> Counted:
        return count_languages(self._awaiting())

    def _municipalities(self) -> Counted:
        return count_municipalities(self._awaiting())

    def _teaching(self) -> Counted:
        return [(each.value, 0) for each in Teaching]

    def _standings(self) -> Counted:
        counts = dict.fromkeys(Standing, 0)
        for row in self._rows:
            counts[row.standing] += 1
        return [(each.value, count) for each, count in counts.items() if count]


def _teaching_name(value: str) -> str:
    return _(TEACHING[Teaching(value)])


def _standing_name(value: str) -> str:
    return _(STANDINGS[Standing(value)])
