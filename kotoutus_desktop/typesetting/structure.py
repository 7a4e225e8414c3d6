"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): elements and how they are written.

Elements are written as ready text, which is twice as fast as reportlab's dictionaries.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from kotoutus_desktop.typesetting.embedding import text_string


@dataclass(frozen=True)
class Content:
    """Marked content on a page (counted from 0) that belongs to an element."""

    page: int
    mcid: int


@dataclass(frozen=True)
class Annotation:
    """A link annotation on a page that belongs to an element."""

    page: int
    reference: pdfdoc.PDFObjectReference


@dataclass(eq=False)
class Element:
    """A node of the tree: what a stretch of the paper is.

    `language` is a BCP 47 tag where it differs from the parent's; `alternative` describes
    a picture; `actual_text` is the text in reading order; `attributes` is ready PDF text.
    """

    tag: str
    parent: "Element | None" = None
    language: str | None = None
    alternative: str | None = None
    actual_text: str | None = None
    attributes: str = ""
    children: list["Element | Content | Annotation"] = field(default_factory=list)

    def add(self, child: "Element") -> "Element":
        """Append an element and return it."""
        child.parent = self
        self.children.append(child)
        return child


ParentEntry = Element | Sequence[Element]


class _Written(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab has no types
    """An object whose text is made when the document is written."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[pdfdoc.PDFDocument], str]) -> None:
        self._write = write

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return self._write(document).encode("latin-1")


class StructureTree:
    """Puts elements into a document: call `install` once, before it is saved."""

    def __init__(self, document: pdfdoc.PDFDocument, root: Element) -> None:
        self._document = document
        self._root = root
        self._references: dict[int, pdfdoc.PDFObjectReference] = {}

    def install(self, parents: Sequence[ParentEntry]) -> None:
        """Add the tree; `parents` are the elements of page 0, 1, ... and of links, by key."""
        document = self._document
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        root_reference = document.Reference(root, "structure-root")
        self._register(self._root, root_reference)
        root["K"] = pdfdoc.PDFArray([self._references[id(self._root)]])
        numbers: list[object] = []
        for key, entry in enumerate(parents):
            numbers += [key, self._parent_entry(key, entry)]
        tree = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        root["ParentTree"] = document.Reference(tree, "parent-tree")
        root["ParentTreeNextKey"] = len(parents)
        document.Catalog.StructTreeRoot = root_reference
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _parent_entry(self, key: int, entry: ParentEntry) -> pdfdoc.PDFObjectReference:
        if isinstance(entry, Element):
            return self._references[id(entry)]
        references = pdfdoc.PDFArray([self._references[id(element)] for element in entry])
        return self._document.Reference(references, f"parents-{key}")

    def _register(self, element: Element, parent: pdfdoc.PDFObjectReference) -> None:
        written = _Written(lambda document: self._text(document, element, parent))
        name = f"element-{len(self._references)}"
        reference = self._document.Reference(written, name)
        self._references[id(element)] = reference
        for child in element.children:
            if isinstance(child, Element):
                self._register(child, reference)

    def _text(
        self,
        document: pdfdoc.PDFDocument,
        element: Element,
        parent: pdfdoc.PDFObjectReference,
    ) -> str:
        page = next((kid.page for kid in element.children if isinstance(kid, Content)), None)
        kids = [self._kid(document, kid, page) for kid in element.children]
        parts = [f"<</Type/StructElem/S/{element.tag}/P {_number(document, parent)}"]
        if page is not None:
            parts.append(f"/Pg {_page_number(document, page)}")
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
        parts += _properties(element)
        return "".join([*parts, ">>"])

    def _kid(
        self,
        document: pdfdoc.PDFDocument,
        kid: Element | Content | Annotation,
        page: int | None,
    ) -> str:
        if isinstance(kid, Element):
            return _number(document, self._references[id(kid)])
        if isinstance(kid, Content) and kid.page == page:
            return str(kid.mcid)
        on_page = _page_number(document, kid.page)
        if isinstance(kid, Content):
            return f"<</Type/MCR/Pg {on_page}/MCID {kid.mcid}>>"
        return f"<</Type/OBJR/Pg {on_page}/Obj {_number(document, kid.reference)}>>"


def _properties(element: Element) -> Iterable[str]:
    if element.language:
        yield f"/Lang({element.language})"
    if element.alternative:
        yield f"/Alt{text_string(element.alternative)}"
    if element.actual_text:
        yield f"/ActualText{text_string(element.actual_text)}"
    if element.attributes:
        yield f"/A {element.attributes}"


def _number(document: pdfdoc.PDFDocument, reference: pdfdoc.PDFObjectReference) -> str:
    number, version = document.idToObjectNumberAndVersion[reference.name]
    return f"{number} {version} R"


def _page_number(document: pdfdoc.PDFDocument, page: int) -> str:
    return _number(document, pdfdoc.PDFObjectReference(page_name(page)))


def page_name(page: int) -> str:
    """Return reportlab's name of a page counted from 0."""
    return f"Page{page + 1}"
