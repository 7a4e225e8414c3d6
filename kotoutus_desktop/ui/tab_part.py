"""What stands under a tab of a page of tabs."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.workspace import Workspace


@dataclass(frozen=True)
class PartPlace:
    """A tab: its key, its words (an N_ text) and "module:Class" in a room of `ui`."""

    key: str
    label: str
    maker: str
    room: str


class Part(QWidget):
    """A part of the page, made as `SomePart(workspace, course_id)`; None outside of a course.

    It asks for another page by `navigate` (a Destination), for the panel that says why by
    `why_asked` or `section_clicked`, and has something said on the page's bars by `said`.
    """

    navigate = Signal(object)
    why_asked = Signal(object)
    section_clicked = Signal(object)
    said = Signal(object)  # a Message

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__()
        self.workspace, self.course_id = workspace, course_id

    def arrive(self, focus: str) -> None:
        """Come to the front: read what is shown, put the keyboard where work begins."""

    def leave(self) -> None:
        """Keep what is being typed; called before something else comes to the front."""

    def refresh(self) -> None:
        """Read again what is shown; called when something was recorded or undone."""

    def primary(self) -> None:
        """Do the next step (Ctrl+Enter)."""

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons that stand in the page's band while this part is shown."""
        return ()

    def section_here(self) -> Section | None:
        """Return the section that Ctrl+I asks about, None for the one nearest to the keyboard."""
        return None

    def say_done(self, text: str) -> None:
        """Say that something was recorded, and offer to undo it."""
        undo = Act(_("Undo"), self.workspace.undo, "arrow-back-up")
        self.said.emit(Message(text, Tone.SUCCESS, (undo,)))

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        self.said.emit(Message(text, Tone.WARNING, key="refused"))
