import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrinter

from kotoutus_desktop.typesetting import Paragraph, build_pdf, style_for
from kotoutus_desktop.ui.printing.printer import paint


def test_every_page_is_painted_onto_the_printer(qapp, tmp_path):
    story = [Paragraph("Suunnitelma", style_for("fi", 60)) for _ in range(30)]
    content = build_pdf(story, title="Suunnitelma", language="fi")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    assert paint(content, printer)

    with pdfium.PdfDocument(content) as made, pdfium.PdfDocument(tmp_path / "printed.pdf") as out:
        assert len(out) == len(made) > 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_take_the_job_is_noticed(qapp, tmp_path):
    content = build_pdf([Paragraph("X", style_for("fi", 12))], title="X", language="fi")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))

    assert not paint(content, printer)
