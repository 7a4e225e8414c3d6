"""From flowables to the bytes of a tagged PDF."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import CondPageBreak, Flowable
from reportlab.platypus.frames import Frame

from kotoutus_desktop.typesetting.layout import printable
from kotoutus_desktop.typesetting.paragraph import Heading
from kotoutus_desktop.typesetting.tagged import PageDecoration, TaggedCanvas
from kotoutus_desktop.typesetting.writing import writing_of

MARGIN = 54.0
# a heading never asks for more than this share of a page together with what follows
LARGEST_SHARE_TOGETHER = 0.4


@dataclass(frozen=True)
class PageSetup:
    """Size and margins of every page in points, and what is drawn around the text.

    `decoration(canvas, page, pages)` draws header and footer; all of it is an artifact.
    """

    size: tuple[float, float] = A4
    left: float = MARGIN
    right: float = MARGIN
    top: float = MARGIN
    bottom: float = MARGIN
    decoration: PageDecoration | None = None

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text."""
        return self.size[1] - self.top - self.bottom


def build_pdf(
    story: Sequence[Flowable],
    *,
    title: str,
    language: str,
    author: str = "",
    page: PageSetup | None = None,
    invariant: bool = True,
) -> bytes:
    """Return a PDF with these flowables; `language` is our code of the main language.

    With `invariant` the same content always gives the same bytes: the file then does not
    say when it was made.
    """
    page = page or PageSetup()
    title = printable(title)
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=page.size,
        title=title,
        author=printable(author),
        subject=title,
        creator="",
        invariant=int(invariant),
        pageCompression=1,
    )
    frame = Frame(
        page.left,
        page.bottom,
        page.width,
        page.height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates(PageTemplate(frames=[frame]))
    make_canvas = partial(
        TaggedCanvas, language=writing_of(language).tag, decoration=page.decoration
    )
    with _collector_at_rest():
        document.build(list(_with_breaks(story, page)), canvasmaker=make_canvas)
    return target.getvalue()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Look for no garbage while a paper is made: it costs a tenth of the time, and finds none."""
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()


def _with_breaks(story: Sequence[Flowable], page: PageSetup) -> Iterator[Flowable]:
    """Yield the story with page breaks where headings would part from what follows them."""
    for index, flowable in enumerate(story):
        starts = isinstance(flowable, Heading) and not (
            index and isinstance(story[index - 1], Heading)
        )
        if starts:
            height = _height_together(story[index:], page.width)
            yield CondPageBreak(min(height, LARGEST_SHARE_TOGETHER * page.height))
        yield flowable


def _height_together(story: Sequence[Flowable], width: float) -> float:
    """Return the height of the headings in front and of the beginning of what follows."""
    height = 0.0
    for flowable in story:
        least = getattr(flowable, "least_height", None)
        height += least(width) if least else flowable.wrap(width, 1e6)[1]
        height += flowable.getSpaceAfter()
        if not isinstance(flowable, Heading):
            break
    return height
