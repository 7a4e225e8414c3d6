"""Sheets of the two golden cases, and readers of finished papers."""

import pickle
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from kotoutus_desktop.casefile import Case, read_case
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.i18n import set_interface_language

GOLDEN = Path(__file__).parent.parent / "casefile" / "data"
# what a reader may add or drop: spaces, hyphens of divided words, marks of direction
_UNSEEN = re.compile("[\\s\u00ad\u0002\ufffe\u200b\u200e\u200f\u2060\u2066-\u2069-]")


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_interface_language("en")


@cache
def _read(name: str) -> bytes:
    return pickle.dumps(read_case((GOLDEN / name).read_text(encoding="utf-8")))


def case_of(name: str) -> Case:
    """Return a golden case for one test alone; its file is read and checked once."""
    case = pickle.loads(_read(name))
    assert isinstance(case, Case)
    return case


@pytest.fixture
def case() -> Case:
    """A plan of phrases with three free texts, for someone with two surnames."""
    return case_of("two_surnames_year_only.json")


@pytest.fixture
def hidden_case() -> Case:
    """A minor under non-disclosure, with everybody at the table."""
    return case_of("victim_under_non_disclosure.json")


@pytest.fixture
def make_sheet(case: Case) -> Callable[..., Sheet]:
    """Return a maker of sheets in Finnish and Russian, unless the test says otherwise."""

    def make(of: Case = case, **edition: Any) -> Sheet:
        assert of.plan is not None
        wanted: Any = {"official": "fi", "other": "ru", "draft": False, "library": of.library}
        parts = (of.office, of.officer, of.client, of.plan)
        return plan_sheet(*parts, **(wanted | edition))

    return make


@pytest.fixture
def make_source(case: Case) -> Callable[..., PlanSource]:
    """Return a maker of what a paper is made of."""

    def make(of: Case = case, official: str = "fi") -> PlanSource:
        assert of.plan is not None
        return PlanSource(of.office, of.officer, of.client, official, of.library, of.plan)

    return make


def squashed(text: str) -> str:
    """Return a text without what a reader of PDF may change."""
    return _UNSEEN.sub("", text)


@pytest.fixture
def squash() -> Callable[[str], str]:
    return squashed


@pytest.fixture
def read_pdf() -> Callable[[bytes], list[str]]:
    """Return a reader of the text of each page."""

    def read(content: bytes) -> list[str]:
        document = pypdfium2.PdfDocument(content)
        pages = []
        for page in document:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_range())
            text_page.close()
            page.close()
        document.close()
        return pages

    return read


@pytest.fixture
def elements() -> Callable[[bytes], list[tuple[str, str, str]]]:
    """Return a reader of the structure tree: tag, language and text in reading order."""

    def read(content: bytes) -> list[tuple[str, str, str]]:
        with pikepdf.open(BytesIO(content)) as pdf:
            return list(_walk(pdf.Root.StructTreeRoot.K[0], str(pdf.Root.Lang)))

    return read


def _walk(element: Any, language: str) -> Iterator[tuple[str, str, str]]:
    language = str(element.get("/Lang", language))
    yield str(element.S).removeprefix("/"), language, str(element.get("/ActualText", ""))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid, language)
