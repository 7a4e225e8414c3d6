"""What is wrong with the tags of any PDF of ours, for whoever tests a paper.

assert faults_of(pdf) == []
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pdfua import validate

# INLINE IMAGE is what pikepdf makes of BI, ID and EI
PAINTING = frozenset({"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}) | {
    *("Do", "sh", "INLINE IMAGE"),
}
# letters that are written in no language with Latin letters
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2e80-\ua69f\uac00-\udfff\ufb1d-\ufdff\ufe70-\ufeff]")
_LATIN_TAGS = frozenset({"fi", "sv", "en", "et", "so", "ku", "tr", "vi", "es", "fr", "sq"})


def faults_of(pdf: bytes) -> list[str]:
    """Return every fault of the structure of a paper, nothing when it is sound."""
    with pikepdf.open(BytesIO(pdf)) as document:
        faults = [
            *_faults_of_catalog(document),
            *_faults_of_pages(document),
            *_faults_of_elements(document),
        ]
    return [*faults, *_findings_of_others(pdf)]


def elements(node: Any, language: str = "") -> Iterator[tuple[Any, str]]:
    """Yield the elements below a node in reading order, each with its language."""
    for child in _children(node):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            spoken = str(child.get("/Lang", language))
            yield child, spoken
            yield from elements(child, spoken)


def _children(node: Any) -> list[Any]:
    children = node.get("/K", [])
    return list(children) if isinstance(children, pikepdf.Array | list) else [children]


def walked(page: pikepdf.Page) -> tuple[list[int], int]:
    """Return the marks of a page in order, and how much is painted outside all of them."""
    marks: list[int] = []
    depth = unmarked = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
            if len(operands) > 1 and "/MCID" in operands[1]:
                marks.append(int(operands[1].MCID))
        elif name == "EMC":
            depth -= 1
        elif name in PAINTING and depth == 0:
            unmarked += 1
    assert depth == 0, "marked content is left open"
    return marks, unmarked


def parent_tree(document: pikepdf.Pdf) -> dict[int, Any]:
    """Return which elements the marks of each page, and the links, belong to."""
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): entry for key, entry in zip(numbers[::2], numbers[1::2], strict=True)}


def _faults_of_catalog(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the document does not say that it is tagged"
    if not str(root.get("/Lang", "")):
        yield "the document has no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    with document.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "the metadata do not name PDF/UA"
        if not metadata.get("dc:title"):
            yield "the metadata have no title"


def _faults_of_pages(document: pikepdf.Pdf) -> Iterator[str]:
    tree = parent_tree(document)
    owned = _contents(document)
    for number, page in enumerate(document.pages, start=1):
        for fault in _faults_of_marks(page, tree, owned):
            yield f"page {number}: {fault}"
        if page.get("/Tabs") != "/S":
            yield f"page {number}: no tab order by structure"
        for annotation in page.get("/Annots", []):
            if not _is_tagged(annotation, tree):
                yield f"page {number}: a link without its element"


def _faults_of_marks(
    page: pikepdf.Page, tree: dict[int, Any], owned: dict[Any, set[tuple[Any, int]]]
) -> Iterator[str]:
    marks, unmarked = walked(page)
    if unmarked:
        yield f"{unmarked} painting operators outside marked content"
    owners = list(tree.get(int(page.get("/StructParents", -1)), []))
    if marks != list(range(len(owners))):
        yield f"marks {marks} beside {len(owners)} parents"
    for mark, owner in enumerate(owners):
        if (page.objgen, mark) not in owned.get(owner.objgen, set()):
            yield f"mark {mark} is no child of its parent"


def _is_tagged(annotation: Any, tree: dict[int, Any]) -> bool:
    element = tree.get(int(annotation.get("/StructParent", -1)))
    return element is not None and element.S == "/Link"


def _contents(document: pikepdf.Pdf) -> dict[Any, set[tuple[Any, int]]]:
    """Return the marks that each element names as its own, by page."""
    found: dict[Any, set[tuple[Any, int]]] = {}
    for element, _ in elements(document.Root.StructTreeRoot):
        found.setdefault(element.objgen, set()).update(marks_of(element))
    return found


def marks_of(element: Any) -> Iterator[tuple[Any, int]]:
    """Yield page and mark of each piece of content that an element names as its own."""
    for child in _children(element):
        if isinstance(child, int):
            yield element.Pg.objgen, child
        elif isinstance(child, pikepdf.Dictionary) and "/MCID" in child:
            yield child.get("/Pg", element.get("/Pg")).objgen, int(child.MCID)


def _faults_of_elements(document: pikepdf.Pdf) -> Iterator[str]:
    tags = []
    for element, language in elements(document.Root.StructTreeRoot, str(document.Root.Lang)):
        tag = str(element.S)
        tags.append(tag)
        if tag == "/TH" and "/Scope" not in element.get("/A", {}):
            yield "a header cell without scope"
        if tag == "/Figure" and not str(element.get("/Alt", "")):
            yield "a figure without words"
        said = str(element.get("/ActualText", ""))
        if _OTHER_SCRIPT.search(said) and language in _LATIN_TAGS:
            yield f"{tag} in {language} says {said!r}"
    if tags[:1] != ["/Document"]:
        yield "the tree does not begin with a document"
    yield from _faults_of_headings([int(tag[2]) for tag in tags if re.fullmatch("/H[1-6]", tag)])


def _faults_of_headings(levels: list[int]) -> Iterator[str]:
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"heading {level} after heading {before}"


def _findings_of_others(pdf: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        findings = [str(finding.message) for finding in validate(path).findings]
        if shutil.which("qpdf"):
            command = ["qpdf", "--check", str(path)]
            done = subprocess.run(command, capture_output=True, check=False, text=True)
            findings += done.stderr.splitlines() if done.returncode else []
    return findings
