"""The text of a statute as an office has saved it from Finlex: sections by number and heading.

Text and HTML are read, in Finnish or Swedish, as promulgated or brought up to date. Nothing
of what is read is kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from kotoutus_desktop.reference.sections import statute_sections

HEAD = 4000  # letters at the beginning in which a statute says what it is
LONGEST_HEADING = 200

_PROMULGATED = re.compile(r"SDK(\d{1,4})((?:19|20)\d{2})")
_NAMED = re.compile(r"(?<![\d/])(\d{1,4})/((?:19|20)\d{2})(?![\d/])")
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.((?:19|20)\d{2})/(\d{1,4})(?!\d)")
_AMENDING = re.compile(r"muuttamisesta|om ändring av")
_SECTION = re.compile(r"(\d{1,3}(?: ?[a-z])?) ?§(?: ?\([^)]*\))?")
_WITH_HEADING = re.compile(r"(\d{1,3}(?: ?[a-z])?) ?§ (?=[A-ZÅÄÖ])(.*)")
_GONE = re.compile(r"\d{1,3}(?: ?[a-z])?(?:[–-]\d{1,3})? ?§ (?:on kumottu|har upphävts)")
_CHAPTER = re.compile(r"\d{1,2}(?: ?[a-z])? (?:luku|kap\.?|kapitlet)(?: .*)?")
_SIGNED = re.compile(r"(?:HE|RP) \d+/\d{4}|Helsingissä \d|Helsingfors (?:den )?\d")
_OCH, _JA = re.compile(r"\boch\b"), re.compile(r"\bja\b")
_POINT = re.compile(r"(?:\d{1,2}|[a-zåäö]{1,2})(?: ?[a-z])?\)")


@dataclass(frozen=True)
class SectionText:
    """A section as a file has it; `heading` is "" where it has none."""

    number: str
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def subsections(self) -> tuple[tuple[str, ...], ...]:
        """The paragraphs by subsection: numbered points belong to what stands before them."""
        found: list[list[str]] = []
        for paragraph in self.paragraphs:
            if found and _POINT.match(paragraph):
                found[-1].append(paragraph)
            else:
                found.append([paragraph])
        return tuple(map(tuple, found))


@dataclass(frozen=True)
class StatuteText:
    """A statute in one language. `amends`: the act whose sections it changes, "" for none."""

    act: str
    amends: str
    language: str
    sections: Mapping[str, SectionText]


def statute_text(content: str) -> StatuteText | None:
    """Return the statute in a text or an HTML page; None where it is none that is cited."""
    plain = _words_of(content) if _is_html(content) else content
    lines = [line for raw in plain.splitlines() if (line := _one_spaced(raw))]
    text = "\n".join(lines)
    act, amends = _which(text[:HEAD])
    sections = {section.number: section for section in _sections(lines)}
    if not act or not sections:
        return None
    language = "sv" if len(_OCH.findall(text)) > len(_JA.findall(text)) else "fi"
    return StatuteText(act, amends, language, sections)


def _one_spaced(line: str) -> str:
    return " ".join(line.replace("\u00ad", "").split())


def _is_html(content: str) -> bool:
    return bool(re.search(r"<(?:html|body|p|div|h\d)[\s>]", content[:HEAD], re.IGNORECASE))


def _which(head: str) -> tuple[str, str]:
    """Return which act it is, and which one it amends."""
    cited = {act for act, _number in statute_sections()}
    named = [act for _place, act in sorted(_acts_in(head))]
    if not _AMENDING.search(head[:LONGEST_HEADING]):
        return next((act for act in named if act in cited), ""), ""
    amended = next((act for act in named[1:] if act in cited), "")
    if not amended:
        return (named[0], named[0]) if named and named[0] in cited else ("", "")
    return named[0], amended


def _acts_in(head: str) -> Iterator[tuple[int, str]]:
    for pattern in (_PROMULGATED, _NAMED):
        for found in pattern.finditer(head):
            yield found.start(), f"{found[1]}/{found[2]}"
    for found in _DATED.finditer(head):
        yield found.start(), f"{found[2]}/{found[1]}"


def _sections(lines: list[str]) -> Iterator[SectionText]:
    """Yield the sections in order; what stands before the first and between chapters is left."""
    number, paragraphs = "", list[str]()
    for line in lines:
        begins = _SECTION.fullmatch(line) or _WITH_HEADING.fullmatch(line)
        if begins or _ends_section(line):
            if number:
                yield _section(number, paragraphs)
            number, paragraphs = "", []
        if begins:
            number = re.sub(r"(\d) ?([a-z])", r"\1 \2", begins[1])
            paragraphs = [begins[2]] if begins.re is _WITH_HEADING else []
        elif number:
            paragraphs.append(line)
    if number:
        yield _section(number, paragraphs)


def _ends_section(line: str) -> bool:
    return any(each.match(line) for each in (_GONE, _SIGNED)) or bool(_CHAPTER.fullmatch(line))


def _section(number: str, paragraphs: list[str]) -> SectionText:
    first = paragraphs[0] if paragraphs else ""
    titled = len(paragraphs) > 1 and len(first) < LONGEST_HEADING and first[-1] not in ".;:,"
    return SectionText(number, first if titled else "", tuple(paragraphs[titled:]))


_APART = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "ul", "br", "section", "article"}
    | {"table", "tr", "dt", "dd"}
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg"})


class _Words(HTMLParser):
    """The words of a page, each block on a line of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block; pass over what is not seen."""
        self._unseen += tag in _UNSEEN
        if tag in _APART:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block."""
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1
        if tag in _APART:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take words; a line break in the source is only a space."""
        if not self._unseen:
            self.parts.append(re.sub(r"\s+", " ", data))


def _words_of(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return "".join(reader.parts)
