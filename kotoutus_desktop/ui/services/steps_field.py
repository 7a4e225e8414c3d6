"""The boxes of a path while it is written: services or own words, in order, with weeks."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.casework.services.paths import LONGEST_WEEKS
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.components.buttons import Button, MenuButton
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.fields.choice_field import Choice, SearchChoiceField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import NumberField, TextField
from kotoutus_desktop.ui.theme import theme

NUMBER_WIDTH = 28


class StepRow(QFrame):
    """One box: a service of the catalogue, or words of one's own where none is chosen."""

    changed = Signal()
    left = Signal()

    def __init__(self, services: Sequence[Choice]) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.number = Label("", "strong", "muted")
        self.service = SearchChoiceField(_("Service"), services)
        self.own = TextField(_("Or own words"))
        self.weeks = NumberField(_("Weeks after the start"), 0, LONGEST_WEEKS)
        self.menu = MenuButton(_("Acts for this step"))
        self._texts: dict[str, str] = {}
        line = Row(self, gap=3)
        line.put(self.number, (self.service, 3), (self.own, 3), (self.weeks, 2), self.menu)
        for field in (self.service, self.own, self.weeks):
            field.changed.connect(self._tell)
            field.left.connect(self.left)
        theme().changed.connect(self._size)
        self._size()

    def fields(self) -> tuple[Field, ...]:
        """Return the fields from left to right."""
        return (self.service, self.own, self.weeks)

    def state(self) -> dict[str, Any]:
        """Return the typing of the row."""
        texts = {"texts": self._texts}
        return {"service": self.service.state(), "own": self.own.state(), **texts,
                "weeks": self.weeks.state()}  # fmt: skip

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show typing again."""
        self._texts = dict(state.get("texts", {}))
        self.service.restore(state["service"])
        self.own.restore(state["own"])
        self.weeks.restore(state["weeks"])
        self._tell()

    def show_step(self, service: str, texts: Mapping[str, str], weeks: int | None) -> None:
        """Show a box of the file."""
        self._texts = dict(texts)
        self.service.set_value(service)
        self.own.set_value(text_in(texts, interface_language())[0])
        self.weeks.set_value(weeks)

    def value(self) -> dict[str, Any]:
        """Return the box; raises InvalidInput for typing that means nothing.

        Other languages of own words are kept as long as the words are not changed.
        """
        own = self.own.value()
        unchanged = own == text_in(self._texts, interface_language())[0]
        texts = self._texts if unchanged else {interface_language(): own}
        service = self.service.value()
        return {
            "service": service,
            "texts": {} if service else texts,
            "weeks": self.weeks.value(),
        }

    def is_empty(self) -> bool:
        """Tell whether nothing has been entered."""
        return self.service.is_empty() and self.own.is_empty()

    def _tell(self) -> None:
        self.own.setEnabled(self.service.is_empty())
        self.changed.emit()

    def _size(self) -> None:
        self.number.setFixedWidth(theme().px(NUMBER_WIDTH))


class StepsField(Field):
    """Rows of boxes; each can be moved or taken away."""

    def __init__(self, services: Sequence[Choice]) -> None:
        super().__init__(_("Steps in their order"))
        self._services = services
        self.rows: list[StepRow] = []
        self.add_button = Button(_("Add a step"), icon="plus", bulk="small")
        self.add_button.clicked.connect(lambda: self.add().service.take_focus())
        holder = QWidget()
        column = Column(holder, gap=2)
        self._lines = Column(gap=2)
        column.addLayout(self._lines)
        column.addWidget(self.add_button)
        self._set_editor(self.add_button, 0, holder)

    def add(self) -> StepRow:
        """Add an empty row at the end."""
        row = StepRow(self._services)
        row.changed.connect(self._on_changed)
        row.left.connect(self.left)
        row.menu.act(_("Move up"), partial(self._move, row, -1), "arrow-up")
        row.menu.act(_("Move down"), partial(self._move, row, 1), "arrow-down")
        row.menu.act(_("Remove"), partial(self._remove, row), "trash")
        self.rows.append(row)
        self._lines.addWidget(row)
        self._number()
        return row

    def value(self) -> list[dict[str, Any]]:
        """Return the boxes that are not empty; raises InvalidInput at the first wrong one."""
        return [row.value() for row in self.rows if not row.is_empty()]

    def set_value(self, value: Sequence[Mapping[str, Any]]) -> None:
        """Show boxes."""
        self._make_rows(
            value, lambda row, step: row.show_step(step["service"], step["texts"], step["weeks"])
        )

    def state(self) -> Any:
        """Return the typing of all rows."""
        return [row.state() for row in self.rows]

    def restore(self, state: Any) -> None:
        """Show typing again."""
        self._make_rows(state, StepRow.restore)

    def is_empty(self) -> bool:
        """Tell whether no row says anything."""
        return all(row.is_empty() for row in self.rows)

    def show_fault(self) -> bool:
        """Let each row say what is wrong in it; the field itself says nothing of them."""
        wrong = [field for row in self.rows for field in row.fields() if field.show_fault()]
        return bool(wrong)

    def fault(self) -> str:
        """Return nothing: the rows say what is wrong."""
        return ""

    def take_focus(self) -> None:
        """Put the keyboard into the first row that has a fault, or into the first."""
        faulty = [f for row in self.rows for f in row.fields() if f.has_error()]
        first = faulty or [row.service for row in self.rows]
        if first:
            first[0].take_focus()
        else:
            super().take_focus()

    def _make_rows(
        self, given: Sequence[Mapping[str, Any]], show: Callable[[StepRow, Mapping[str, Any]], None]
    ) -> None:
        for row in list(self.rows):
            self._drop(row)
        for step in given:
            show(self.add(), step)
        if not self.rows:
            self.add()

    def _move(self, row: StepRow, step: int) -> None:
        place = self.rows.index(row)
        target = place + step
        if not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(place))
        self._lines.removeWidget(row)
        self._lines.insertWidget(target, row)
        self._number()
        row.menu.setFocus()
        self._on_changed()

    def _remove(self, row: StepRow) -> None:
        self._drop(row)
        self._number()
        self.take_focus()
        self._on_changed()

    def _drop(self, row: StepRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.number.setText(f"{number}.")
