"""What stands on a PDF, as its reader sees it."""

import pypdfium2 as pdfium


def pdf_text(content: bytes, password: str | None = None) -> str:
    """Return the words of all pages; words that lines break stand on two lines."""
    with pdfium.PdfDocument(content, password=password) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
