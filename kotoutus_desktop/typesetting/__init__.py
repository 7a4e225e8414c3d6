"""Text in any language on paper: tagged PDF through reportlab, shaped by HarfBuzz.

title = Heading(1, "Suunnitelma", style_for("fi", 18, bold=True))
text = Paragraph(isolate_latin_pieces(arabic, "ar"), style_for("ar", 10.5))
build_pdf([title, text], title="Suunnitelma", language="fi")
"""

from kotoutus_desktop.typesetting.attaching import attached
from kotoutus_desktop.typesetting.document import PageSetup, build_pdf
from kotoutus_desktop.typesetting.figure import Figure, Rule
from kotoutus_desktop.typesetting.fonts import missing_characters
from kotoutus_desktop.typesetting.isolate import isolate_latin_pieces, isolated
from kotoutus_desktop.typesetting.lists import listed
from kotoutus_desktop.typesetting.locking import UnfitPassword, locked
from kotoutus_desktop.typesetting.paragraph import Heading, Paragraph
from kotoutus_desktop.typesetting.style import Run, TextStyle, style_for
from kotoutus_desktop.typesetting.table import Cell, Grid, GridLook
from kotoutus_desktop.typesetting.tagged import TaggedCanvas

__all__ = [
    "Cell",
    "Figure",
    "Grid",
    "GridLook",
    "Heading",
    "PageSetup",
    "Paragraph",
    "Rule",
    "Run",
    "TaggedCanvas",
    "TextStyle",
    "UnfitPassword",
    "attached",
    "build_pdf",
    "isolate_latin_pieces",
    "isolated",
    "listed",
    "locked",
    "missing_characters",
    "style_for",
]
