"""What a file would change: the text before and after, in the direction of its script."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QFrame, QTextBrowser

from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.catalog import RIGHT_TO_LEFT
from kotoutus_desktop.phrases.originals import SLOT
from kotoutus_desktop.phrases.returned import Change
from kotoutus_desktop.ui.theme import theme

HEIGHT = 320
_ISOLATE, _POP_ISOLATE = "\u2066", "\u2069"  # from left to right


class ChangesView(QTextBrowser):
    """A text to read and to copy from; the arrows scroll it, Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self._language, self._changes = "", tuple[Change, ...]()
        self.setAccessibleName(_("What changes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        theme().changed.connect(self._dress)
        self._dress()

    def show_changes(self, language: str, changes: Sequence[Change]) -> None:
        """Show changes of a language in their order."""
        self._language, self._changes = language, tuple(changes)
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, theme().color("surface"))
        palette.setColor(palette.ColorRole.Text, theme().color("text"))
        self.setPalette(palette)
        self.document().setDefaultFont(theme().font("body"))
        self.document().setDocumentMargin(theme().space(3))
        self.setMinimumHeight(theme().px(HEIGHT))
        muted = theme().color("text_muted").name()
        side = "rtl" if self._language in RIGHT_TO_LEFT else "ltr"
        self.setHtml("".join(_change(change, muted, side) for change in self._changes))


def _change(change: Change, muted: str, side: str) -> str:
    code = f"{change.original.context} · " if change.original.context else ""
    before = change.before or "–"
    gap = theme().space(4)
    return (
        f'<p style="margin:0; color:{muted}">{escape(code + change.place)}</p>'
        f'<p style="margin:0"><b>{escape(change.original.english)}</b></p>'
        f'<p style="margin:0; color:{muted}">{escape(_("Before"))}</p>'
        f'<p dir="{side}" style="margin:0">{_shown(before)}</p>'
        f'<p style="margin:0; color:{muted}">{escape(_("After"))}</p>'
        f'<p dir="{side}" style="margin:0 0 {gap}px 0">{_shown(change.after)}</p>'
    )


def _shown(text: str) -> str:
    """Keep the braces of a slot on their sides where the line runs from right to left."""
    return SLOT.sub(lambda found: f"{_ISOLATE}{found[0]}{_POP_ISOLATE}", escape(text))
