"""What a window says of the file when it comes up."""

from pathlib import Path
from typing import TYPE_CHECKING

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.only_reading import ONLY_READING
from kotoutus_desktop.ui.first_window import PROGRAM_NAME
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.start.start_window import StartWindow
from kotoutus_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kotoutus_desktop.ui.main_window import MainWindow


def offer_check(start: StartWindow) -> None:
    """Say that the program was not closed properly, and what to do."""
    start.unlock_card.offer_check(
        _(
            "The program was not closed properly last time. What was recorded is there; "
            "have the file checked before you go on."
        )
    )


def say_wrong_tries(window: "MainWindow", tries: int) -> None:
    """Say how often a wrong passphrase was tried before, if it was."""
    if tries:
        words = ngettext(
            "A wrong passphrase was tried before you opened the file.",
            "Wrong passphrases were tried {n} times before you opened the file.",
            tries,
        ).format(n=tries)
        window.bars.show_message(Message(words, Tone.WARNING, key="tries"))


def window_to_read(workspace: Workspace, source: Path) -> "MainWindow":
    """Return the window of a file that nothing can be recorded in; it says so."""
    from kotoutus_desktop.ui.main_window import MainWindow

    window = MainWindow(workspace)
    said = f"{_reading(source)}. {_(ONLY_READING)}"
    window.bars.show_message(Message(said, Tone.WARNING, key="reading"))
    return window


def reading_title(source: Path) -> str:
    """Return the title of that window."""
    return f"{_reading(source)} – {PROGRAM_NAME}"


def _reading(source: Path) -> str:
    return _("{name} (for reading only)").format(name=source.name)
