"""A row that reads as a line of the plan and opens into its fields."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.plan import Goal, Measure
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, Rule
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.settling import settle, settle_and_reveal
from kotoutus_desktop.ui.plans.bindings import Bindings
from kotoutus_desktop.ui.theme import theme

NUMBER_WIDTH = 34
"""Width of the column of numbers at 100 % text: 2.1 and 12.10 stand under each other."""


class SummaryButton(QPushButton):
    """The closed row: as high as its words need. Enter or Space opens it."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow with the lines of the text."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the text needs."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for what the words need, not for the height of a button."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never be lower than the words at this width."""
        return QSize(theme().px(160), max(self.heightForWidth(self.width()), theme().px(30)))

    def event(self, event: QEvent) -> bool:
        """Ask again when the words or the width change."""
        asks = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
        handled = super().event(event)
        if asks:
            self.updateGeometry()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Alt with an arrow moves, Delete takes the row away."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class FoldingRow(QFrame):
    """Number and words; under them, once opened, the fields. A subclass makes both.

    The fields are made when the row is first opened, so that a long plan opens at once.
    `changed` tells that something was typed, `opened` that this row was opened.
    """

    changed = Signal()
    opened = Signal()
    left = Signal()
    removed = Signal()
    moved = Signal(int)
    section_clicked = Signal(object)

    def __init__(self, *, editable: bool, ruled: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.editable = editable
        self.bindings: Bindings | None = None
        self._editor: QWidget | None = None
        self._indent = QWidget()
        self.number = Label("", "smallstrong", "muted")
        self.number.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.summary = SummaryButton()
        self.summary.clicked.connect(self.toggle)
        self.summary.removed.connect(self._ask_to_remove)
        self.summary.moved.connect(self.moved)
        self.line = Row(gap=1)
        self.line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.summary, 1)
        outer = Column(self, gap=0)
        if ruled:
            outer.addWidget(Rule())
        self._column = Column(margins=(3, 1, 2, 1), gap=1)
        outer.addLayout(self._column)
        self._column.addLayout(self.line)
        theme().changed.connect(self._size)
        self._size()

    def make_editor(self) -> tuple[QWidget, Bindings]:
        """Return the fields of the row, filled, with their bindings."""
        raise NotImplementedError

    def record(self) -> Goal | Measure:
        """Return what the fields are written to."""
        raise NotImplementedError

    def key(self) -> UUID:
        """Return the id of what the row shows."""
        return self.record().id

    def show_words(self) -> None:
        """Write the summary anew from the record."""
        raise NotImplementedError

    def is_open(self) -> bool:
        """Tell whether the fields are shown."""
        return self._editor is not None and not self._editor.isHidden()

    def toggle(self) -> None:
        """Open or close."""
        if self.is_open():
            self.close_editor()
            self.summary.setFocus()
        else:
            self.open_editor()

    def open_editor(self, name: str = "") -> None:
        """Show the fields and put the keyboard into one of them, by default the first."""
        if not self.editable:
            return
        if self._editor is None:
            self._build()
        assert self._editor is not None, "it was just built"
        assert self.bindings is not None, "they come with the editor"
        self._editor.show()
        settle(self)
        self.opened.emit()
        field = self.bindings.field(name) or next(iter(self.bindings)).field
        field.take_focus()
        QTimer.singleShot(0, field, partial(settle_and_reveal, field))

    def close_editor(self) -> None:
        """Show the summary alone; what was typed stays."""
        if self._editor is not None and self.is_open():
            self._editor.hide()
            self.show_words()
            settle(self)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_open():
            self.toggle()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._editor, self.bindings = self.make_editor()
        for binding in self.bindings:
            binding.field.changed.connect(self._on_changed)
            binding.field.left.connect(self.left)
            binding.field.section_clicked.connect(self.section_clicked)
        done = Button(_("Close"), bulk="small")
        done.setToolTip("Esc")
        done.clicked.connect(self.toggle)
        foot = Row(gap=2)
        foot.put(done, None)
        holder = QWidget()
        under = Column(holder, (0, 1, 2, 2), 3)
        under.put(self._editor, foot)
        self._editor = holder
        beside = Row(gap=1)
        beside.addWidget(self._indent)
        beside.addWidget(holder, 1)
        self._column.addLayout(beside)
        self._size()

    def _on_changed(self) -> None:
        if self.bindings is not None:
            self.bindings.write(self.record())
        self.show_words()
        self.changed.emit()

    def _ask_to_remove(self) -> None:
        if self.editable:
            self.removed.emit()

    def _size(self) -> None:
        self.number.setFixedWidth(theme().px(NUMBER_WIDTH))
        self.number.setContentsMargins(0, theme().px(8), 0, 0)
        self._indent.setFixedWidth(theme().px(NUMBER_WIDTH))
