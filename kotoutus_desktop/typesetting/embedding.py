"""Fonts inside one PDF: codes, subsets, and the text behind every code.

A code is allotted for each pair of glyph and text in the order of drawing, so the text
can be copied exactly, and the same document always gives the same bytes.
"""

import re
import zlib

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from kotoutus_desktop.typesetting.fonts import FontFace
from kotoutus_desktop.typesetting.shaping import ShapedWord

_LAYOUT_TABLES = (
    "GSUB,GPOS,GDEF,BASE,STAT,DSIG,name,post,OS/2,cmap,gasp,meta,vhea,vmtx,VORG,kern,MATH"
)
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
_ROWS_IN_CMAP_BLOCK = 100
# typical values: readers use them only when the embedded font cannot be read
_CAP_HEIGHT, _STEM_WIDTH = 714, 80
_BOX = (-1000, -1000, 3000, 2000)
_SYMBOLIC = 4


class _Codes(dict[tuple[int, str], str]):
    """Codes of glyphs with their texts, four hexadecimal digits, allotted when asked for."""

    def __missing__(self, key: tuple[int, str]) -> str:
        code = self[key] = f"{len(self):04X}"
        return code


class DocumentFont:
    """One face in one document. reportlab calls `addObjects` when it saves the document."""

    def __init__(self, face: FontFace, document: pdfdoc.PDFDocument) -> None:
        self.face = face
        self._codes = _Codes({(0, ""): "0000"})
        self._shown: dict[ShapedWord, str] = {}
        self.name = f"G{len(document.delayedFonts) + 1}"
        document.fontMapping[f"glyphs-{face.name}"] = f"/{self.name}"
        document.delayedFonts.append(self)

    def code(self, glyph: int, text: str) -> str:
        """Return the code of a glyph that stands for a text, as four hexadecimal digits."""
        return self._codes[glyph, text]

    def shown(self, word: ShapedWord) -> str:
        """Return a word that has steps as codes, with ways back between them as `>12<`."""
        shown = self._shown.get(word)
        if shown is None:
            codes = self._codes
            shown = self._shown[word] = "".join(
                [f">{step}<" if isinstance(step, int) else codes[step] for step in word.steps]
            )
        return shown

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Write the subset, widths and ToUnicode table into the document."""
        program, glyph_map = self._subset()
        base_name = pdfdoc.PDFName(f"{_subset_tag(program)}+{self.face.name}")
        descendant = self._descendant(document, base_name, program, glyph_map)
        font = _dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("Type0"),
            BaseFont=base_name,
            Encoding=pdfdoc.PDFName("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([descendant]),
            ToUnicode=self._stream(document, self._to_unicode(), "text"),
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(font, f"font-{self.name}")

    def _descendant(
        self,
        document: pdfdoc.PDFDocument,
        base_name: pdfdoc.PDFName,
        program: bytes,
        glyph_map: bytes,
    ) -> pdfdoc.PDFObjectReference:
        descriptor = _dictionary(
            Type=pdfdoc.PDFName("FontDescriptor"),
            FontName=base_name,
            Flags=_SYMBOLIC,
            FontBBox=pdfdoc.PDFArray(_BOX),
            ItalicAngle=0,
            Ascent=self.face.ascent,
            Descent=self.face.descent,
            CapHeight=_CAP_HEIGHT,
            StemV=_STEM_WIDTH,
            FontFile2=self._stream(document, program, "file", Length1=len(program)),
        )
        system = _dictionary(
            Registry=pdfdoc.PDFString("Adobe"),
            Ordering=pdfdoc.PDFString("Identity"),
            Supplement=0,
        )
        # ready text, which is several times as fast as arrays of arrays
        widths = " ".join(
            f"{code} [{self.face.glyph_width(glyph)}]"
            for code, (glyph, _) in enumerate(self._codes)
        )
        descendant = _dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("CIDFontType2"),
            BaseFont=base_name,
            DW=1000,
            FontDescriptor=document.Reference(descriptor, f"descriptor-{self.name}"),
            CIDSystemInfo=system,
            CIDToGIDMap=self._stream(document, glyph_map, "glyphs"),
            W=f"[{widths}]",
        )
        return document.Reference(descendant, f"descendant-{self.name}")

    def _subset(self) -> tuple[bytes, bytes]:
        """Return the font file with the used glyphs only, and the map from code to glyph."""
        glyphs = [glyph for glyph, _ in self._codes]
        request = hb.SubsetInput()
        request.glyph_set.update(glyphs)
        request.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        dropped = request.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        for table in _LAYOUT_TABLES.split(","):
            dropped.add(int.from_bytes(table.encode(), "big"))
        plan = hb.SubsetPlan(self.face.hb_face, request)
        renumbered = dict(plan.old_to_new_glyph_mapping.items())
        program = bytes(plan.execute().blob.data)
        return program, b"".join(renumbered[glyph].to_bytes(2, "big") for glyph in glyphs)

    def _to_unicode(self) -> bytes:
        rows = [f"<{code}> <{utf16_hex(text)}>" for (_, text), code in self._codes.items() if text]
        parts = [_CMAP_HEAD]
        for start in range(0, len(rows), _ROWS_IN_CMAP_BLOCK):
            block = rows[start : start + _ROWS_IN_CMAP_BLOCK]
            parts += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*parts, _CMAP_TAIL]).encode("ascii")

    def _stream(
        self, document: pdfdoc.PDFDocument, content: bytes, kind: str, **entries: int
    ) -> pdfdoc.PDFObjectReference:
        stream = pdfdoc.PDFStream(content=zlib.compress(content, 6))
        stream.filters = None
        for key, value in (*entries.items(), ("Filter", pdfdoc.PDFName("FlateDecode"))):
            stream.dictionary[key] = value
        return document.Reference(stream, f"{kind}-{self.name}")


def utf16_hex(text: str) -> str:
    """Return a text as hexadecimal UTF-16, as ToUnicode tables and text strings want it."""
    return text.encode("utf-16-be").hex().upper()


def text_string(text: str) -> str:
    """Return a PDF text string that can hold any language."""
    return f"<FEFF{utf16_hex(text)}>"


def plain_text(text: str) -> str:
    """Return a text for screen readers: without characters that only steer the layout."""
    return re.sub("[\u00ad\u200b\u2066-\u2069]", "", text).replace("\u00a0", " ")


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(entries)


def _subset_tag(program: bytes) -> str:
    """Return six letters that depend on nothing but the content of the subset."""
    number = zlib.crc32(program)
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
