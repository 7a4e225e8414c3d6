"""What can be read in a window, on a paper and in a file."""

from collections.abc import Iterator
from io import BytesIO

import openpyxl
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kotoutus_desktop.ui.components.row_model import FACE_ROLE
from tests.reading import pdf_text

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def file_text(content: bytes) -> str:
    """Return the words of a PDF or spreadsheet, or of a file of text (unfolded where it folds)."""
    if content.startswith(b"%PDF"):
        return pdf_text(content)
    if content.startswith(b"PK"):
        book = openpyxl.load_workbook(BytesIO(content))
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return "\n".join(str(value) for value in cells if value is not None)
    return content.decode("utf-8-sig").replace("\r\n ", "")


def window_text(window: QWidget) -> str:
    """Return every word of a window, also of rows and tips that are not seen at the moment."""
    widgets = [window, *window.findChildren(QWidget)]
    return "\n".join(word for widget in widgets for word in _words(widget) if word)


def _words(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), QModelIndex()
    for row in range(model.rowCount(root) if model else 0):
        for column in range(_columns(view)):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in ROLES)
            face = index.data(FACE_ROLE)
            for cell in getattr(face, "cells", ()):
                yield from (cell.text, cell.note)


def _columns(view: QAbstractItemView) -> int:
    """Return how many columns a view shows: a list has one, and says so to nobody."""
    return 1 if isinstance(view, QListView) else view.model().columnCount(QModelIndex())


def leaks(text: str, words: tuple[str, ...]) -> list[str]:
    """Return which words stand in a text, whatever the breaks of its lines."""
    flat = " ".join(text.split())
    closed = flat.replace(" ", "")
    return [word for word in words if word in flat or word.replace(" ", "") in closed]
