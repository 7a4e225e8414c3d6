"""Words on a page, by role: what they look like comes from the style sheet.

Text stays at the left of a left-to-right window whatever its script: a bare QLabel would
throw an Arabic name to the right edge.
"""

import unicodedata

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kotoutus_desktop.ui.components.section_signs import kept_together
from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Label(QLabel):
    """Plain text in a role: display, title, heading, body, strong, small or smallstrong.

    Wraps unless told otherwise, and asks for the height that its width needs.
    """

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", *, wrap: bool = False
    ) -> None:
        super().__init__(kept_together(text))
        self._words = text
        self._heights: dict[tuple[int, str], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setAlignment(LEFT | MIDDLE)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme().changed.connect(self._fit)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text; a section sign stays on the line of its number."""
        self._words = text
        super().setText(kept_together(text))
        self._heights.clear()
        self._fit()

    def text(self) -> str:
        """Return the text as it was given."""
        return self._words

    def shown(self) -> str:
        """Return the text as it is drawn, with its spaces that do not break."""
        return super().text()

    def set_tone(self, tone: str) -> None:
        """Change the colour: muted, accent, danger, warning, success, info, or none."""
        self.setProperty("tone", tone)
        restyle(self)

    def set_own_direction(self) -> None:
        """Let the script of the text choose its side, as on a page in that language."""
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | MIDDLE)
        if self.text() and is_right_to_left(self.text()):
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Prefer one line, up to the width of a column of text."""
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        line = self.fontMetrics().boundingRect(0, 0, 1 << 20, 1 << 20, 0, self.shown()).width()
        width = min(line + theme().px(4), theme().size("text_column"))
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the lines; Qt's own answer is never below the present minimum."""
        asked = width, self.font().key()  # hearing of every change of fonts would cost far more
        if asked not in self._heights:  # layouts ask again and again
            if not self.wordWrap() or not self.text():
                return super().heightForWidth(width)
            flags = int(LEFT | MIDDLE) | Qt.TextFlag.TextWordWrap
            lines = self.fontMetrics().boundingRect(0, 0, width, 1 << 20, flags, self.shown())
            self._heights[asked] = lines.height()
        return self._heights[asked]

    def _fit(self) -> None:
        if self.wordWrap() and self.width() > 0:
            needed = self.heightForWidth(self.width())
            if needed >= 0 and needed != self.minimumHeight():
                self.setMinimumHeight(needed)


def wrapped(text: str = "", role: str = "body", tone: str = "") -> Label:
    """Return a label that breaks into lines."""
    return Label(text, role, tone, wrap=True)


class ElidedLabel(Label):
    """One line that gives way: shortened with an ellipsis, whole in its tool tip."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "") -> None:
        super().__init__(text, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hint(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self._hint(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with a few letters."""
        return QSize(theme().px(40), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(LEFT | MIDDLE), shown)
        painter.end()

    def _hint(self, text: str) -> None:
        self.setToolTip(text)
        self.setAccessibleName(text)


class IconLabel(QLabel):
    """An icon that says nothing by itself: the words stand beside it."""

    def __init__(self, name: str, role: str = "text_muted", size: float = 20) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, role: str = "") -> None:
        """Show another icon."""
        self._name, self._role = name, role or self._role
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(icon_pixmap(self._name, self._role, self._size))


class Rule(QFrame):
    """A line between two groups. Decoration: nothing depends on seeing it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")
        theme().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setFixedHeight(theme().line())


class KeyCap(Label):
    """A key of the keyboard: square and outlined, so that it never reads as a state."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "small", "muted")
        self.setProperty("kind", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self.setFixedHeight(theme().size("key"))
        self.setMinimumWidth(theme().px(22))


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction is Arabic, Hebrew or the like."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return False


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property that it selects by has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
