"""One engine, one language, many papers, in a process of its own: prints one line of JSON.

    python paper_engines.py ENGINE LANGUAGE TIMES FONTS < papers.json

The Python may be any that has the engine: nothing of the program is imported here but by the
two engines that are ours. A paper is a list of blocks: ["h", fi, other], ["p", fi, other] or
["t", [[day, fi, other, place], ...]], the first row being the header.
"""

import io
import json
import os
import statistics
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from time import process_time
from typing import Any

Paper = list[list[Any]]
Render = Callable[[Paper], bytes]
WIDTHS = (55, 195, 195, 90)
FILES = {"fi": "NotoSans", "ru": "NotoSans", "ar": "Vazirmatn", "ti": "NotoSansEthiopic"}
FAMILIES = {
    "NotoSans": "Noto Sans",
    "Vazirmatn": "Vazirmatn",
    "NotoSansEthiopic": "Noto Sans Ethiopic",
}


def ours(language: str, _fonts: Path) -> Render:
    """Tagged, shaped, with structure tree: as the program prints."""
    from kotoutus_desktop.typesetting import Grid, Heading, Paragraph, build_pdf, style_for

    fi, other = style_for("fi", 9), style_for(language, 9)
    heads = style_for("fi", 12, bold=True), style_for(language, 12, bold=True)

    def flowables(block: list[Any]) -> list[Any]:
        if block[0] == "h":
            return [Heading(2, text, each) for text, each in zip(block[1:], heads, strict=True)]
        if block[0] == "p":
            return [Paragraph(block[1], fi), Paragraph(block[2], other)]
        styles = (fi, fi, other, fi)
        rows = [[*map(Paragraph, row, styles)] for row in block[1]]
        return [Grid(rows, list(WIDTHS), header_rows=1)]

    def render(paper: Paper) -> bytes:
        story = [each for block in paper for each in flowables(block)]
        return build_pdf(story, title="Suunnitelma", language="fi")

    return render


def bare(language: str, fonts: Path) -> Render:
    """Draw with reportlab's canvas what ours has shaped, broken and placed before."""
    from reportlab.pdfgen.canvas import Canvas

    from kotoutus_desktop.typesetting.embedding import DocumentFont
    from kotoutus_desktop.typesetting.tagged import TaggedCanvas

    taken: list[tuple[list[Any], list[Any]]] = []

    class Recorder(TaggedCanvas):
        pages: list[list[str]]

        def showPage(self) -> None:
            self.__dict__.setdefault("pages", []).append(list(self._code))
            super().showPage()

        def save(self) -> None:
            super().save()
            used = [(face, dict(font._codes)) for face, font in self._fonts.items()]
            taken.append((self.pages, used))

    import kotoutus_desktop.typesetting.document as document

    make, kept = ours(language, fonts), dict[str, tuple[list[Any], list[Any]]]()

    def record(paper: Paper) -> None:
        document.TaggedCanvas, before = Recorder, document.TaggedCanvas
        make(paper)
        document.TaggedCanvas = before
        kept[json.dumps(paper)] = taken.pop()

    def render(paper: Paper) -> bytes:
        pages, used = kept[json.dumps(paper)]
        target = io.BytesIO()
        canvas = Canvas(target, pageCompression=1)
        for face, codes in used:
            DocumentFont(face, canvas._doc)._codes = codes
        for code in pages:
            canvas._code = list(code)
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    prepared: Any = render
    prepared.before = record
    return prepared


def reportlab_unshaped(language: str, fonts: Path) -> Render:
    """Stock paragraphs and tables, letters as they come."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    for name in {FILES["fi"], FILES[language]}:
        for suffix, file in (("", "400Regular"), ("B", "700Bold")):
            pdfmetrics.registerFont(TTFont(name + suffix, str(fonts / f"{name}_{file}.ttf")))
    styles = {
        (each, bold): ParagraphStyle(
            "s", fontName=FILES[each] + bold, fontSize=12 if bold else 9, leading=16 if bold else 12
        )
        for each in ("fi", language)
        for bold in ("", "B")
    }

    def flowables(block: list[Any]) -> list[Any]:
        if block[0] != "t":
            bold = "B" if block[0] == "h" else ""
            both = zip(block[1:], ("fi", language), strict=True)
            return [Paragraph(escape(text), styles[each, bold]) for text, each in both]
        columns = ("fi", "fi", language, "fi")
        rows = [
            [Paragraph(escape(t), styles[c, ""]) for t, c in zip(row, columns, strict=True)]
            for row in block[1]
        ]
        return [Table(rows, colWidths=WIDTHS, style=[("GRID", (0, 0), (-1, -1), 0.4, "grey")])]

    def render(paper: Paper) -> bytes:
        target = io.BytesIO()
        SimpleDocTemplate(target).build([each for block in paper for each in flowables(block)])
        return target.getvalue()

    return render


def _html(paper: Paper, language: str) -> str:
    other = f'class="x" lang="{language}"' + (' dir="rtl"' if language == "ar" else "")
    parts = []
    for block in paper:
        if block[0] == "t":
            cells = (
                f"<td>{a}</td><td>{b}</td><td {other}>{c}</td><td>{d}</td>"
                for a, b, c, d in ([*map(escape, row)] for row in block[1])
            )
            rows = "".join(f"<tr>{row}</tr>" for row in cells)
            parts.append(f'<table border="1" width="100%">{rows}</table>')
        else:
            tag = "h2" if block[0] == "h" else "p"
            fi, text = map(escape, block[1:])
            parts.append(f"<{tag}>{fi}</{tag}><{tag} {other}>{text}</{tag}>")
    return f'<html lang="fi"><title>Suunnitelma</title><body>{"".join(parts)}</body></html>'


def _css(language: str) -> str:
    fi, other = FAMILIES[FILES["fi"]], FAMILIES[FILES[language]]
    return (
        f"@page{{size:A4;margin:54pt}} body,p,td{{font-family:'{fi}';font-size:9pt;margin:0}}"
        f" .x{{font-family:'{other}','{fi}'}} h2{{font-size:12pt;margin:0}}"
        " table{border-collapse:collapse}"
    )


def weasyprint(language: str, fonts: Path) -> Render:
    """HTML and CSS with Pango."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    setup = FontConfiguration()
    faces = "".join(
        f"@font-face{{font-family:'{FAMILIES[name]}';font-weight:{weight};"
        f"src:url('file://{fonts}/{name}_{file}.ttf')}}"
        for name in {FILES["fi"], FILES[language]}
        for weight, file in ((400, "400Regular"), (700, "700Bold"))
    )
    css = CSS(string=faces + _css(language), font_config=setup)
    return lambda paper: HTML(string=_html(paper, language)).write_pdf(
        stylesheets=[css], font_config=setup
    )


def qt(language: str, fonts: Path) -> Render:
    """Rich text with Qt's PDF writer."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
    from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication([])
    for name in {FILES["fi"], FILES[language]}:
        for file in ("400Regular", "700Bold"):
            QFontDatabase.addApplicationFont(str(fonts / f"{name}_{file}.ttf"))

    def render(paper: Paper) -> bytes:
        assert application
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setResolution(300)
        text = QTextDocument()
        text.documentLayout().setPaintDevice(writer)
        text.setDefaultStyleSheet(_css(language))
        text.setHtml(_html(paper, language))
        text.setPageSize(QSizeF(writer.width(), writer.height()))
        text.print_(writer)
        del writer
        return bytes(content)

    return render


def fpdf2(language: str, fonts: Path) -> Render:
    """Shaped by HarfBuzz, laid out in Python."""
    from fpdf import FPDF

    def render(paper: Paper) -> bytes:
        pdf = FPDF(unit="pt", format="A4")
        for name in {FILES["fi"], FILES[language]}:
            pdf.add_font(name, "", fonts / f"{name}_400Regular.ttf")
            pdf.add_font(name, "B", fonts / f"{name}_700Bold.ttf")
        pdf.set_fallback_fonts([FILES["fi"]])
        pdf.add_page()

        def say(text: str, each: str, bold: str = "") -> None:
            pdf.set_font(FILES[each], bold, 12 if bold else 9)
            pdf.set_text_shaping(True, direction="rtl" if each == "ar" else "ltr")
            pdf.multi_cell(0, 12, text, new_x="LMARGIN", new_y="NEXT")

        for block in paper:
            rows = block[1] if block[0] == "t" else [["", *block[1:], ""]]
            for day, fi, other, place in rows:
                say(" ".join(filter(None, (day, fi, place))), "fi", "B" * (block[0] == "h"))
                say(other, language, "B" * (block[0] == "h"))
        return bytes(pdf.output())

    return render


def typst(language: str, fonts: Path) -> Render:
    """Typst, which tags by default."""
    import typst as engine

    compiler = engine.Compiler(font_paths=[str(fonts)], ignore_system_fonts=True)
    fi, other = FAMILIES[FILES["fi"]], FAMILIES[FILES[language]]
    direction = "rtl" if language == "ar" else "ltr"
    head = (
        '#set document(title:"Suunnitelma")\n#set page(paper:"a4",margin:54pt)\n'
        f'#set text(size:9pt,lang:"fi",font:("{fi}","{other}"))\n'
        f'#let x(b)=text(lang:"{language}",dir:{direction},font:("{other}","{fi}"),b)\n'
    )

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    def block_of(block: list[Any]) -> str:
        if block[0] == "t":
            cells = ",".join(
                f"{quoted(a)},{quoted(b)},x({quoted(c)}),{quoted(d)}" for a, b, c, d in block[1]
            )
            return f"#table(columns:(55pt,1fr,1fr,90pt),stroke:.4pt+gray,inset:3pt,{cells})"
        name = "heading(level:2," if block[0] == "h" else "par("
        return f"#{name}{quoted(block[1])})\n#x({name}{quoted(block[2])}))"

    return lambda paper: compiler.compile(
        "\n".join([head, *map(block_of, paper)]).encode(), format="pdf"
    )


ENGINES: dict[str, Callable[[str, Path], Render]] = {
    "ours": ours,
    "bare": bare,
    "reportlab_unshaped": reportlab_unshaped,
    "typst": typst,
    "qt": qt,
    "fpdf2": fpdf2,
    "weasyprint": weasyprint,
}


def main(engine: str, language: str, times: int, fonts: Path) -> None:
    papers = json.load(sys.stdin)
    render = ENGINES[engine](language, fonts)
    costs = []
    for paper in papers[:times]:
        getattr(render, "before", lambda _: None)(paper)
        start = process_time()
        content = render(paper)
        costs.append((process_time() - start) * 1000)
        assert content.startswith(b"%PDF")
    later = statistics.median(costs[1:])
    sys.stdout.write(json.dumps({"first": costs[0], "later": later, "bytes": len(content)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
