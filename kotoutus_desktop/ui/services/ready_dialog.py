"""Which ready-made lists to add to the catalogue."""

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set, ready_services
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


class ReadyDialog(QDialog):
    """Adds what is ticked and not there yet; `words` then says how much it was."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Ready-made services"))
        self._workspace = workspace
        self.added = 0
        self.boxes = {each: CheckField(enum_text(each), hint=_names(each)) for each in ReadySet}
        self.button = Button(_("Add"), "primary", key="Ctrl+Return")
        self._build()

    def words(self) -> str:
        """Return how much was added."""
        words = ngettext("{n} was added.", "{n} were added.", self.added)
        return words.format(n=self.added) if self.added else _("All were there already.")

    def accept(self) -> None:
        """Add what is ticked, and close."""
        with self._workspace.database.transaction(_("ready-made services added")) as session:
            chosen = [each for each, box in self.boxes.items() if box.value()]
            self.added = sum(add_set(session, each) for each in chosen)
        super().accept()

    def _build(self) -> None:
        area = ScrollColumn((0, 0, 2, 0), 3)
        for box in self.boxes.values():
            box.set_value(True)
            area.put(box)
        area.put(None)
        about = _(
            "The names follow the Act. What is in the catalogue already is left as it is, and "
            "everything can be changed afterwards."
        )
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Ready-made services"), "title"),
            wrapped(about, "body", "muted"),
            (area, 1),
            buttons,
        )
        self.button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(640), theme().px(600))
        self.boxes[ReadySet.MUNICIPALITY].take_focus()


def _names(chosen: ReadySet) -> str:
    """Return what a list holds, in the interface's language."""
    language = interface_language()
    return ", ".join(
        ready.values["names"][language] for ready in ready_services() if ready.of is chosen
    )
