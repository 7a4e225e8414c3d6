"""A reportlab canvas that writes tagged PDF in the manner of PDF/UA-1 (ISO 14289-1).

Everything that is painted belongs to an element of the structure tree or is an artifact.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from kotoutus_desktop.typesetting.embedding import DocumentFont
from kotoutus_desktop.typesetting.fonts import FontFace
from kotoutus_desktop.typesetting.outlines import Drawings
from kotoutus_desktop.typesetting.structure import (
    Annotation,
    Content,
    Element,
    ParentEntry,
    StructureTree,
    page_name,
)

PRINTED_ANNOTATION = 4
# PDF/UA-1 builds on ISO 32000-1
PDF_VERSION = (1, 7)

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    "<pdfuaid:part>1</pdfuaid:part>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)

PageDecoration = Callable[["TaggedCanvas", int, int], None]


class _TaggedPage(pdfdoc.PDFPage):  # type: ignore[misc] # reportlab has no types
    """A page that can name its parent tree entry and its tab order."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class _UndatedInformation(pdfdoc.PDFInfo):  # type: ignore[misc] # reportlab has no types
    """Information about a document that does not say when it was made.

    reportlab would state the first of January 2000 in a document without a time.
    """

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the dictionary as it stands in the file."""
        values = {"Title": self.title, "Author": self.author, "Producer": self.producer}
        entries = {name: pdfdoc.PDFString(value) for name, value in values.items() if value}
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


class Anchor:
    """The element of something that may be drawn in parts, on several pages."""

    def __init__(self) -> None:
        self._canvas: TaggedCanvas | None = None
        self._element: Element | None = None

    def element(self, canvas: "TaggedCanvas", make: Callable[[], Element]) -> Element:
        """Return the element in this document; the first part makes it."""
        if self._element is None or self._canvas is not canvas:
            self._canvas = canvas
            self._element = canvas.current.add(make())
        return self._element


# pages as bytes: to spell them as ASCII85 takes a tenth of the time and makes them larger
rl_config.useA85 = 0


class TaggedCanvas(Canvas):  # type: ignore[misc] # reportlab has no types
    """Canvas with a structure tree. `language` is the BCP 47 tag of the whole document.

    `decoration` draws the header and footer of each page when all pages are known; it
    gets the canvas, the number of the page and the number of pages.
    """

    def __init__(
        self, *arguments: Any, language: str, decoration: PageDecoration | None, **options: Any
    ) -> None:
        super().__init__(*arguments, **{**options, "lang": language, "pdfVersion": PDF_VERSION})
        if self._doc.invariant:
            self._doc.info.__class__ = _UndatedInformation
        self.language = language
        self.current = self._root = Element("Document")
        self._decoration = decoration
        self._artifacts = 0
        self._page_content: list[Element] = []
        self._page_keys: list[tuple[int, list[str]]] = []
        self._parents: list[ParentEntry] = []
        self._fonts: dict[FontFace, DocumentFont] = {}
        self._drawings = Drawings(self._doc)
        self._outline_level = -1
        self._bookmarks = 0
        self._code: list[str]
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        """Select no font: reportlab would name Helvetica, which is not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    @property
    def in_artifact(self) -> bool:
        """Whether what is drawn now is no part of the content."""
        return self._artifacts > 0

    def document_font(self, face: FontFace) -> DocumentFont:
        """Return the face as this document embeds it."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = DocumentFont(face, self._doc)
        return font

    def drawing(self, face: FontFace, glyph: int) -> str:
        """Return the operator that draws a glyph as a shape, in units of the font."""
        name = self._drawings.name(face, glyph)
        self._formsinuse.append(name)
        return f"/{self._doc.getXObjectName(name)} Do"

    def write(self, operators: Sequence[str]) -> None:
        """Append operators to the page."""
        self._code.extend(operators)

    def begin_content(self, element: Element) -> str:
        """Return the operator that opens content of an element; it is closed by EMC."""
        content = Content(len(self._page_keys), len(self._page_content))
        self._page_content.append(element)
        element.children.append(content)
        return f"/{element.tag} <</MCID {content.mcid}>> BDC"

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Whatever is drawn belongs to the element, unless it is inside an artifact."""
        if self.in_artifact:
            yield
            return
        self._code.append(self.begin_content(element))
        yield
        self._code.append("EMC")

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """New elements become children of this element."""
        outer, self.current = self.current, element
        yield
        self.current = outer

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Whatever is drawn is decoration: rules, fills, repeated headers, page numbers."""
        if not self._artifacts:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._artifacts += 1
        yield
        self._artifacts -= 1
        if not self._artifacts:
            self._code.append("EMC")

    def add_link(
        self, element: Element, uri: str, text: str, rectangle: tuple[float, float, float, float]
    ) -> None:
        """Add a link over a rectangle in the current coordinates, as part of an element."""
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(self._absRect(rectangle, 1)),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": PRINTED_ANNOTATION,
                "Contents": pdfdoc.PDFString(text),
                "StructParent": len(self._parents),
                "A": pdfdoc.PDFDictionary(
                    {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(uri)}
                ),
            }
        )
        self._addAnnotation(annotation)
        element.children.append(Annotation(len(self._page_keys), self._annotationrefs[-1]))
        self._parents.append(element)

    def add_outline(self, title: str, level: int, top: float) -> None:
        """Add an entry to the table of contents; a level that is skipped is closed up."""
        key = f"heading-{self._bookmarks}"
        self._bookmarks += 1
        self._outline_level = min(level, self._outline_level + 1)
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, self._outline_level)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page."""
        name = page_name(len(self._page_keys))
        forms = self._formsinuse
        super().showPage()
        page = self._doc.idToObject[name]
        page.__class__ = _TaggedPage
        page.StructParents = len(self._parents)
        page.Tabs = pdfdoc.PDFName("S")
        self._parents.append(self._page_content)
        self._page_keys.append((page.StructParents, forms))
        self._page_content = []

    def save(self) -> None:
        """Decorate the pages, add the structure tree, and write the document."""
        if self._code:
            self.showPage()
        if self._decoration is not None:
            self._decorate(self._decoration)
        StructureTree(self._doc, self._root).install(self._parents)
        self._doc.Catalog.Metadata = pdfdoc.XMP(creator=self._metadata)
        if self._bookmarks:
            self.showOutline()
        self._code = []
        super().save()

    def _decorate(self, decoration: PageDecoration) -> None:
        for index, (_, forms) in enumerate(self._page_keys):
            page = self._doc.idToObject[page_name(index)]
            self._code = []
            self._formsinuse = forms
            with self.artifact("Pagination"):
                decoration(self, index + 1, len(self._page_keys))
            page.setStream([page.stream, "q", *self._code, "Q"])
            self._setXObjects(page)
            self.init_graphics_state()

    def _metadata(self, document: pdfdoc.PDFDocument) -> bytes:
        values = {
            "title": escape(document.info.title),
            "author": escape(document.info.author),
            "language": self.language,
        }
        return _XMP.format(**values).encode("utf-8")
