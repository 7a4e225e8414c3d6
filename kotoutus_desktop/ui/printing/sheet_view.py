"""The page on the table: one sheet of paper on sunken ground, whole or as wide as the room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.printing.pages import page_count, page_image, page_size
from kotoutus_desktop.ui.theme import theme

WHOLE, WIDTH = "whole", "width"
WIDEST = 900.0  # pixels at 100 % text: wider is no easier to read


class Sheet(QWidget):
    """The paper itself. Paper stays white in the dark."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the page on the screen."""
        ratio = self._image.devicePixelRatio() or 1.0
        return (self._image.size() / ratio).expandedTo(QSize(1, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the page with a thin edge."""
        painter = QPainter(self)
        rect = QRect(0, 0, self.width(), self.height())
        painter.fillRect(rect, theme().color("paper"))
        if not self._image.isNull():
            painter.drawImage(rect, self._image)
        painter.setPen(theme().color("line"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.end()


class SheetView(QScrollArea):
    """Shows one page of a PDF at a time; Page Up and Page Down turn it when it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(_("Page of the paper"))
        self.sheet = Sheet()
        self.setWidget(self.sheet)
        self._content, self._number, self._zoom = b"", 0, WHOLE

    @property
    def number(self) -> int:
        """The page that is shown, from 0."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages there are."""
        return page_count(self._content) if self._content else 0

    def show_pdf(self, content: bytes) -> None:
        """Show a paper; the page stays where it was, as far as there is one."""
        self._content = content
        self.turn_to(min(self._number, max(self.count - 1, 0)))

    def turn_to(self, number: int) -> None:
        """Show a page; a number outside the paper changes nothing."""
        if 0 <= number < self.count:
            self._number = number
            self._draw()

    def set_zoom(self, zoom: str) -> None:
        """Show the whole page, or make it as wide as there is room."""
        self._zoom = zoom
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the page to the new room."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if not self._content:
            return
        size = page_size(self._content, self._number)
        edge = 2 * theme().space(3)
        room = self.viewport().size()
        across = min(room.width() - edge, theme().px(WIDEST)) / size.width()
        scale = across
        if self._zoom == WHOLE:
            scale = min(across, (room.height() - edge) / size.height())
        ratio = self.devicePixelRatioF()
        image = page_image(self._content, self._number, max(scale, 0.1) * ratio)
        image.setDevicePixelRatio(ratio)
        self.sheet.show_image(image)
