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


class DocumentFont:
    """One face in one document. reportlab calls `addObjects` when it saves the document."""

    def __init__(self, face: FontFace, document: pdfdoc.PDFDocument) -> None:
        self.face = face
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}
        self._shown: dict[ShapedWord, str] = {}
        self.name = f"G{len(document.delayedFonts) + 1}"
        document.fontMapping[f"glyphs-{face.name}"] = f"/{self.name}"
        document.delayedFonts.append(self)

    def code(self, glyph: int, text: str) -> str:
        """Return the code of a glyph that stands for a text, as four hexadecimal digits."""
        code = self._codes.setdefault((glyph, text), len(self._codes))
        return f"{code:04X}"

    def shown(self, word: ShapedWord) -> str:
        """Return what stands in the array of TJ for a word that has steps."""
        array = self._shown.get(word)
        if array is None:
            array = self._shown[word] = self._array(word)
        return array

    def _array(self, word: ShapedWord) -> str:
        codes, allotted = self._codes, []
        for step in word.steps:
            if isinstance(step, int):
                allotted.append(f">{step}<")
            else:
                allotted.append(f"{codes.setdefault(step, len(codes)):04X}")
        return f"<{''.join(allotted)}>".replace("<>", "")

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
        widths = [
            part
            for (glyph, _), code in self._codes.items()
            for part in (code, pdfdoc.PDFArray([self.face.glyph_width(glyph)]))
        ]
        descendant = _dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("CIDFontType2"),
            BaseFont=base_name,
            DW=1000,
            FontDescriptor=document.Reference(descriptor, f"descriptor-{self.name}"),
            CIDSystemInfo=system,
            CIDToGIDMap=self._stream(document, glyph_map, "glyphs"),
            W=pdfdoc.PDFArray(widths),
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
        rows = [
            f"<{code:04X}> <{utf16_hex(text)}>" for (_, text), code in self._codes.items() if text
        ]
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
