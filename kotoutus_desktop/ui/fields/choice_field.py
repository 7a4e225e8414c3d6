"""Values from a closed list: a combo box that filters while typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QSizePolicy
from shiboken6 import isValid

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.reference.folding import fold
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.fields.field import Field, is_left
from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.theme import theme

NOT_IN_LIST = N_("Not found on the list. Choose from the list or leave the field empty.")
Index = QModelIndex | QPersistentModelIndex
VALUE_ROLE = Qt.ItemDataRole.UserRole
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Choice:
    """A value that is kept, the label that is shown, other words that find it."""

    value: str
    label: str
    also: str = ""

    @cached_property
    def folded(self) -> str:
        """All words that find it, in folded letters."""
        return fold(f"{self.label} {self.also}")


class FoldingCompleter(QCompleter):
    """Finds what is typed anywhere in a name, whatever the marks and letters."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Compare in folded letters."""
        return [fold(path)]

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802 - Qt's name
        """Put the name itself into the box, not its folded letters."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class ChoiceBox(QComboBox):
    """An editable combo box that only takes what is on its list.

    The wheel scrolls the page, never the value.
    """

    def __init__(self, choices: Sequence[Choice], placeholder: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line = self.lineEdit()
        assert line is not None, "an editable combo box has a line edit"
        self.line = line
        self.line.setPlaceholderText(placeholder)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._measure_each(False)  # of a list nobody sees: Qt would, again with every font
        self.set_choices(choices)
        line.textEdited.connect(self._complete)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, in this order."""
        self._items.clear()
        for choice in choices:
            item = QStandardItem(choice.label)
            item.setData(choice.value, VALUE_ROLE)
            item.setData(choice.folded, FOLDED_ROLE)
            self._items.appendRow(item)
        self.setCurrentIndex(-1)

    def typed_row(self) -> int:
        """Return the row that the typing means, -1 for none.

        The same words; else the only row that has them, or the only one that begins with them.
        """
        typed = fold(self.line.text())
        labels = [fold(self.itemText(row)) for row in range(self.count())]
        if not typed or typed in labels:
            return labels.index(typed) if typed else -1
        found = [row for row in range(self.count()) if typed in self.itemData(row, FOLDED_ROLE)]
        first = [row for row in found if f"{labels[row]} ".startswith(f"{typed} ")]
        return next((rows[0] for rows in (found, first) if len(rows) == 1), -1)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list, each line as wide as its words."""
        self._measure_each(True)
        self.view().doItemsLayout()
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box and a chevron in the colour of the theme."""
        super().paintEvent(event)
        role = "text_muted" if self.isEnabled() else "text_disabled"
        chevron = icon_pixmap("chevron-down", role, 18)
        side = theme().px(18)
        left = self.width() - side - theme().px(8)
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - side) // 2, chevron)
        painter.end()

    def _measure_each(self, each: bool) -> None:
        view = self.view()
        assert isinstance(view, QListView), "the list of a combo box"
        view.setUniformItemSizes(not each)

    def _complete(self) -> None:
        """Offer what is meant from the first letter on: in most boxes of a page none is typed."""
        if isinstance(self.completer(), FoldingCompleter):
            return
        completer = FoldingCompleter(self._items, self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionRole(FOLDED_ROLE)
        popup = QListView()
        popup.setProperty("kind", "popup")
        completer.setPopup(popup)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)


class ChoiceField(Field):
    """One value of a closed list; empty while none is chosen."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        hint: str = "",
        section: Section | None = None,
        width: float = 0,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self.box = ChoiceBox(choices, placeholder)
        self.box.currentIndexChanged.connect(self._on_changed)
        self.box.editTextChanged.connect(self._on_changed)
        self.box.line.setAccessibleName(label)
        self.box.line.installEventFilter(self)
        self._set_editor(self.box, width)

    def value(self) -> str:
        """Return the value; empty for none; raises InvalidInput for typing not on the list."""
        if not self.box.line.text().strip():
            return ""
        row = self.box.typed_row()
        if row < 0:
            raise InvalidInput("", NOT_IN_LIST)
        return str(self.box.itemData(row, VALUE_ROLE))

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not on the list shows nothing."""
        row = self.box.findData(value, VALUE_ROLE) if value else -1
        self.box.setCurrentIndex(row)
        if row < 0:
            self.box.setEditText("")
        self.box.line.setCursorPosition(0)  # a long name is read from its beginning

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values and keep the chosen one if it is still among them."""
        kept = "" if self.fault() else self.value()
        self.box.set_choices(choices)
        self.set_value(kept)

    def text(self) -> str:
        """Return the label of the chosen value."""
        return self.box.line.text()

    def state(self) -> Any:
        """Return the value, or the typing while it means none."""
        return {"text": self.box.line.text()} if self.fault() else self.value()

    def restore(self, state: Any) -> None:
        """Show the choice or the typing again."""
        if isinstance(state, dict):
            self.box.setCurrentIndex(-1)
            self.box.setEditText(str(state["text"]))
        else:
            self.set_value(str(state))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Complete the typing when the field is left."""
        if not is_left(event) or not isValid(self.box.line):  # the program is closing
            return False
        # the box hands the event on to its line past the filters of the line
        if watched in (self.box, self.box.line):
            row = self.box.typed_row()
            if row >= 0 and self.box.itemText(row) != self.box.line.text():
                self.box.setCurrentIndex(row)
        return super().eventFilter(watched, event)


class SearchChoiceField(ChoiceField):
    """One value of a long list: countries, languages, municipalities.

    Typing finds a name without its marks, in other languages and in other letters.
    """
