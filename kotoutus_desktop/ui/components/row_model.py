"""The rows of a list as Qt asks for them: what is shown, what it stands for, what is read out."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from kotoutus_desktop.ui.components.row_face import RowFace

Index = QModelIndex | QPersistentModelIndex
FACE_ROLE = Qt.ItemDataRole.UserRole
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1


class RowModel(QStringListModel):
    """Items and the function that gives each its face, called when the row is first seen.

    Laying out ten thousand rows asks twenty thousand times how many there are: the strings, all
    empty, are there so that Qt counts them itself.
    """

    def __init__(self, face: Callable[[Any], RowFace]) -> None:
        super().__init__()
        self._face = face
        self._items: Sequence[Any] = ()
        self._faces: dict[int, RowFace] = {}

    def set_items(self, items: Sequence[Any]) -> None:
        """Show other items."""
        self._items = items
        self._faces.clear()
        self.setStringList([""] * len(items))

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Let a row be chosen, and not be written in."""
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the face, the item, or the sentence for readers."""
        if not index.isValid():
            return None
        row = index.row()
        if role == ITEM_ROLE:
            return self._items[row]
        if row not in self._faces:
            self._faces[row] = self._face(self._items[row])
        face = self._faces[row]
        answers: dict[int, Any] = {
            FACE_ROLE: face,
            Qt.ItemDataRole.DisplayRole: face.sentence,
            Qt.ItemDataRole.AccessibleTextRole: face.sentence,
            Qt.ItemDataRole.AccessibleDescriptionRole: face.description,
        }
        return answers.get(role)
