"""My plan as a page: a picture and a few large words for each measure, as large as fits.

In large print it has the size of large print, and as many pages as that takes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.letter_words import MY_PLAN
from kotoutus_desktop.documents.my_plan import Box, MyPlan
from kotoutus_desktop.documents.page import Paper, kept_together
from kotoutus_desktop.documents.pictograms import CALENDAR, COUNSELLOR, PHONE, REVIEW, pictogram
from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.said import Day, Listed, Plain, Said, Words
from kotoutus_desktop.documents.words import HEAD, RIGHTS
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.typesetting import (
    Grid,
    GridLook,
    Heading,
    PageSetup,
    Paragraph,
    Run,
    TextStyle,
    build_pdf,
    isolate_latin_pieces,
    isolated,
)
from kotoutus_desktop.typesetting.isolate import NO_BREAK_SPACE

MOST_BOXES = 6
TITLE, LARGE, TEXT, UNDER = 18.0, 14.0, 11.0, 8.0
_PICTURE, _SMALL_PICTURE, _SIGN, _PICTURES = 42.0, 30.0, 18.0, 60.0
# the page is set as large as it fits: the first of these at which everything stands on one page
_SIZES = (1.35, 1.25, 1.15, 1.05, 0.95, 0.85)
_MARGIN = 38.0
_PAGE = PageSetup(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN)
_BETWEEN_LINES = 1.0
_OPEN = GridLook(rule=None, padding=3.0, data=False, space_after=2.0)
_BOX = GridLook(rule=0.8, padding=4.0, vertical_rules=True, data=False, space_after=0.0)

Cells = list[Flowable]


def my_plan_pdf(plan: MyPlan) -> bytes:
    """Return the page as a tagged PDF; the same plan always gives the same bytes.

    Raises NotPrintable, naming what is missing.
    """
    refuse_gaps(plan.sheet)
    large = plan.sheet.scale > 1
    paper = paper_of(plan.sheet) if large else Paper(plan.sheet, _PAGE)
    main = _Page(plan, paper, 1.0).main
    return build_pdf(
        _flowing(plan, paper) if large else _fitting(plan, paper),
        title=" ".join([main.say(plan.sheet.title), *plan.sheet.names[:1]]),
        language=main.language,
        author=plan.sheet.letterhead.name,
        page=paper.setup,
    )


def _flowing(plan: MyPlan, paper: Paper) -> list[Flowable]:
    """Return the plan in large print: nothing is left out, no box is divided."""
    groups = _Page(plan, paper, plan.sheet.scale).groups(len(plan.measures))
    return [flowable for group in groups for flowable in kept_together(paper, group)]


def _fitting(plan: MyPlan, paper: Paper) -> list[Flowable]:
    stories = _stories(plan, paper)
    story = next(stories)
    while _height(story) > _PAGE.height:
        story = next(stories)
    return story


def _stories(plan: MyPlan, paper: Paper) -> Iterator[list[Flowable]]:
    """Yield the page with six boxes or fewer, ever smaller; the last has none."""
    for count in range(min(MOST_BOXES, len(plan.measures)), -1, -1):
        for size in _SIZES:
            groups = _Page(plan, paper, size).groups(count)
            yield [flowable for group in groups for flowable in group]


def _height(story: Sequence[Flowable]) -> float:
    return float(sum(part.wrap(_PAGE.width, 0.0)[1] + part.getSpaceAfter() for part in story))


@dataclass(frozen=True)
class _Page:
    """The plan in one size of letters. Lengths in points."""

    plan: MyPlan
    paper: Paper
    size: float

    @property
    def main(self) -> Column:
        """The client's language, or the only one."""
        return Column(self.plan.sheet, self.plan.sheet.languages[-1])

    @property
    def official(self) -> Column | None:
        """The official language, small under the other; None where there is one alone."""
        first = self.plan.sheet.languages[0]
        return Column(self.plan.sheet, first) if first != self.main.language else None

    @property
    def rtl(self) -> bool:
        """Whether the page is mirrored."""
        return self.main.style(TEXT).rtl

    @property
    def is_large(self) -> bool:
        """Whether it is large print, where dates and numbers would be cut beside other text."""
        return self.plan.sheet.scale > 1

    def groups(self, count: int) -> list[Cells]:
        """Return the page with so many boxes, by what should not be parted.

        The other measures are named by number.
        """
        boxes, others = self.plan.measures[:count], self.plan.measures[count:]
        made: list[Cells] = [[self._head()]]
        made += self._boxes(MY_PLAN.want, self.plan.goals)
        made += self._boxes(MY_PLAN.do, boxes)
        if others:
            numbers = Listed(tuple(box.number for box in others))
            more = self._said(Words(MY_PLAN.more, {"numbers": numbers}), TEXT)
            made.append([self._row([more], [1.0])])
        helper = [Spacer(1, 5 * self.size), *self._helper()]
        return [*made, helper, [*self._meeting(), *self._notes()]]

    def _boxes(self, title: str, boxes: Sequence[Box]) -> list[Cells]:
        """Return boxes, the first one with the heading; nothing where there are none."""
        made: list[Cells] = [[self._box(box)] for box in boxes]
        if made:
            made[0].insert(0, self._heading(title))
        return made

    def _style(self, points: float, *, bold: bool = False) -> TextStyle:
        return self._sized(self.main, points, bold=bold)

    def _sized(
        self, column: Column, points: float, *, bold: bool = False, language: str | None = None
    ) -> TextStyle:
        # the size that fits the page takes the place of the size of the edition
        size = points * self.size / column.sheet.scale
        style = column.style(size, bold=bold, language=language)
        return replace(style, space_after=_BETWEEN_LINES)

    def _said(self, said: Said, points: float, *, bold: bool = False) -> Cells:
        """Return a statement, large in the one language and small in the other under it.

        Free text in another language stands once, in the size of the client's.
        """
        style = self._style(points, bold=bold)
        if isinstance(said, Wording) and not said.phrase and said.language != self.main.language:
            own = self._sized(self.main, points, bold=bold, language=said.language)
            turned = own.rtl != style.rtl
            text = isolate_latin_pieces(said.text, said.language)
            text = isolated(text) if turned else text
            return [Paragraph(Run(text, language=said.language), style if turned else own)]
        return [Paragraph(self._breakable(said), style), *self._under(said)]

    def _breakable(self, said: Said) -> Run:
        """Return a statement whose dates may be divided: large ones are wider than a column."""
        run = self.main.run(said)
        return replace(run, text=run.text.replace(NO_BREAK_SPACE, " "))

    def _under(self, said: Said) -> Cells:
        if self.official is None:
            return []
        style = replace(self._sized(self.official, UNDER), align="end" if self.rtl else "start")
        return [Paragraph(self.official.run(said), style)]

    def _heading(self, text: str) -> Grid:
        official = f"   {self.official.words(text)}" if self.official else ""
        style = self._style(TEXT, bold=True)
        cells: list[Cells] = [[Heading(2, self.main.run(Words(text)), style)]]
        if self.official:
            aside = replace(self._sized(self.official, UNDER), align="start" if self.rtl else "end")
            cells.append([Paragraph(official.strip(), aside)])
        return self._row(cells, [1 / len(cells)] * len(cells))

    def _picture(self, icon: str, points: float, meaning: Said) -> Flowable:
        words = self.main.say(meaning)
        return pictogram(icon, points * self.size, words, at_right=self.rtl)

    def _row(self, cells: Sequence[Cells], shares: Sequence[float], look: GridLook = _OPEN) -> Grid:
        """Return cells side by side; shares above 1 are points, others are of what is left."""
        fixed = sum(share * self.size for share in shares if share > 1)
        left = self.paper.setup.width - fixed
        widths = [share * (self.size if share > 1 else left) for share in shares]
        return Grid([list(cells)], widths, rtl=self.rtl, look=look)

    def _head(self) -> Grid:
        sheet = self.plan.sheet
        title: Cells = [Heading(1, self.main.run(sheet.title), self._style(TITLE, bold=True))]
        title += self._under(sheet.title)
        if sheet.draft:
            title += self._said(Words(HEAD.draft), TEXT, bold=True)
        style, small = self._style(TEXT, bold=True), self._style(UNDER + 1)
        whose: Cells = [Paragraph(self.main.named(name), style) for name in sheet.names]
        whose += [Paragraph(self.main.run(fact), small) for fact in sheet.facts]
        return self._row([title, whose], [0.6, 0.4])

    def _box(self, box: Box) -> Grid:
        picture: Cells = [
            self._picture(
                box.icon, _PICTURE if box.dates or box.more else _SMALL_PICTURE, box.first
            ),
            Paragraph(box.number, self._style(UNDER + 1)),
        ]
        text = self._said(box.first, LARGE, bold=True)
        for said in box.more:
            text += [] if self._repeats(box, said) else self._said(said, TEXT)
        if not box.dates:
            return self._row([picture, text], [_PICTURES, 1.0], _BOX)
        first, *others = box.dates
        dates: Cells = [self._picture(CALENDAR, _SIGN, first), *self._said(first, LARGE, bold=True)]
        # in one language: the day it ends is small print, and both columns of the plan have it
        dates += [Paragraph(self._breakable(said), self._style(UNDER + 1)) for said in others]
        if self.is_large:
            return self._row([picture, [*text, *dates]], [_PICTURES, 1.0], _BOX)
        return self._row([picture, text, dates], [_PICTURES, 0.66, 0.34], _BOX)

    def _repeats(self, box: Box, said: Said) -> bool:
        """Whether a statement only says again, as a sentence, what the box says first."""
        return self.main.say(said)[:-1] == self.main.say(box.first)

    def _helper(self) -> Cells:
        """Return who helps and how to call them."""
        helper = Words(MY_PLAN.helper)
        name = Paragraph(self.main.run(Plain(self.plan.counsellor)), self._style(LARGE, bold=True))
        text = [*self._said(helper, TEXT), name]
        picture: Cells = [self._picture(COUNSELLOR, _SMALL_PICTURE, helper)]
        if not self.plan.phone:
            return [self._row([picture, text], [_PICTURES, 1.0])]
        number = Words(RIGHTS.telephone, {"number": Plain(self.plan.phone)})
        sign: Cells = [self._picture(PHONE, _SMALL_PICTURE, number)]
        large = self._style(LARGE + 1, bold=True)
        whole = Plain(self.plan.phone.replace(" ", NO_BREAK_SPACE))
        phone: Cells = [Paragraph(self.main.run(whole), large)]
        if self.is_large:
            shares = [_PICTURES, 1.0]
            return [self._row([picture, text], shares), self._row([sign, phone], shares)]
        shares = [_PICTURES, 0.5, _PICTURE, 0.5]
        return [self._row([picture, text, sign, phone], shares)]

    def _meeting(self) -> Cells:
        """Return when the plan is looked at again, and what to do before it if need be."""
        tell = self._said(Words(MY_PLAN.tell), TEXT)
        if self.plan.next_meeting is None:
            return [self._row([tell], [1.0])]
        label = Words(MY_PLAN.next_meeting)
        picture: Cells = [self._picture(REVIEW, _SMALL_PICTURE, label)]
        day = self._said(Day(self.plan.next_meeting), LARGE + 1, bold=True)
        cells = [picture, [*self._said(label, TEXT), *day], tell]
        return [self._row(cells, [_PICTURES, 0.5, 0.5])]

    def _notes(self) -> Cells:
        """Return what the paper says of itself: secret, and how far to rely on the words."""
        official = Column(self.plan.sheet, self.plan.sheet.official)
        secret = " · ".join(official.say(words) for words in self.plan.sheet.secrecy)
        made: Cells = [Paragraph(secret, self._sized(official, UNDER))]
        for column in (self.main, self.official) if self.official else (self.main,):
            notes = " ".join(column.say(note) for note in self.plan.sheet.notes)
            made += [Paragraph(notes, self._sized(column, UNDER))] if notes else []
        return made
