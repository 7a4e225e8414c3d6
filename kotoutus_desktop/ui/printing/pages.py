"""The pages of a PDF as pictures, from memory: nothing readable is written to the disk."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0


@contextmanager
def opened(content: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF that is held in memory."""
    document = pdfium.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has."""
    with opened(content) as document:
        return len(document)


def page_size(content: bytes, number: int) -> QSizeF:
    """Return the size of a page in points."""
    with opened(content) as document:
        width, height = document[number].get_size()
        return QSizeF(width, height)


def page_image(content: bytes, number: int, scale: float) -> QImage:
    """Return a page as a picture; `scale` is pixels for a point, 1.0 for 72 dots an inch."""
    with opened(content) as document:
        bitmap = document[number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        )
        return image.copy()  # the buffer goes with the document
