"""Sending a PDF to a printer, page by page, as pictures painted from memory."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.ui.printing.pages import POINTS_PER_INCH, page_count, page_image

FINEST = 300  # dots an inch: more than that no one sees on a plan, and pages grow slow


def printer_names() -> list[str]:
    """Return the printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def print_pdf(content: bytes, parent: QWidget, title: str) -> bool:
    """Ask for a printer and print; False when the counsellor gave up.

    `title` names the job to the printer: it must not name a client.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    paint(content, printer)
    return True


def print_to(content: bytes, name: str, copies: int, title: str) -> bool:
    """Print on a printer by its name; False when it does not take the job."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    return paint(content, printer)


def paint(content: bytes, printer: QPrinter) -> bool:
    """Paint every page of a PDF onto a printer, the whole page to the whole sheet."""
    printer.setFullPage(True)
    resolution = min(printer.resolution(), FINEST)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number in range(page_count(content)):
            if number and not printer.newPage():
                return False
            image = page_image(content, number, resolution / POINTS_PER_INCH)
            target = QRectF(painter.viewport())
            painter.drawImage(target, image)
    finally:
        painter.end()
    return True
