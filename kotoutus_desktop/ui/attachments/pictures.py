"""A scan as a picture: images by Qt, the first page of a PDF by the renderer of the papers."""

from typing import Final

import pypdfium2 as pdfium
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.attachment import MediaType
from kotoutus_desktop.ui.printing.pages import page_count, page_image, page_size

WIDEST: Final = 1600.0  # pixels of a page: readable when it is made larger
MOST_PIXELS: Final = 60_000_000  # a small file may unfold to a huge picture
_UNREADABLE = N_("The file is damaged or locked: it cannot be shown. Scan it again.")


def picture_of(content: bytes, media_type: MediaType) -> QImage:
    """Return a scan as a picture, of a PDF its first page.

    Raises InvalidInput("file") for what cannot be shown; nothing in it is ever run.
    """
    made = _first_page(content) if media_type is MediaType.PDF else _image(content)
    if made.isNull():
        raise InvalidInput("file", _UNREADABLE)
    return made


def pages_of(content: bytes, media_type: MediaType) -> int:
    """Return how many pages a scan has."""
    return page_count(content) if media_type is MediaType.PDF else 1


def _first_page(content: bytes) -> QImage:
    try:
        width = max(1.0, page_size(content, 0).width())
        return page_image(content, 0, min(WIDEST / width, 4.0))
    except pdfium.PdfiumError as error:
        raise InvalidInput("file", _UNREADABLE) from error


def _image(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return QImage()
    return reader.read()
