"""My plan as a page: a picture and a few large words for each measure, as large as fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.letter_words import MY_PLAN
from kotoutus_desktop.documents.my_plan import Box, MyPlan
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
    main = _Page(plan, 1.0).main
    return build_pdf(
        _fitting(plan),
        title=" ".join([main.say(plan.sheet.title), *plan.sheet.names[:1]]),
        language=main.language,
        author=plan.sheet.letterhead.name,
        page=_PAGE,
    )


def _fitting(plan: MyPlan) -> list[Flowable]:
    stories = _stories(plan)
    story = next(stories)
    while _height(story) > _PAGE.height:
        story = next(stories)
    return story


def _stories(plan: MyPlan) -> Iterator[list[Flowable]]:
    """Yield the page with six boxes or fewer, ever smaller; the last has none."""
    for count in range(min(MOST_BOXES, len(plan.measures)), -1, -1):
        for size in _SIZES:
            yield _Page(plan, size).story(count)


def _height(story: Sequence[Flowable]) -> float:
    return float(sum(part.wrap(_PAGE.width, 0.0)[1] + part.getSpaceAfter() for part in story))


@dataclass(frozen=True)
class _Page:
    """The plan in one size of letters. Lengths in points."""

    plan: MyPlan
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

    def story(self, count: int) -> list[Flowable]:
        """Return the page with so many boxes; the other measures are named by number."""
        boxes, others = self.plan.measures[:count], self.plan.measures[count:]
        made: list[Flowable] = [self._head()]
        if self.plan.goals:
            made += [self._heading(MY_PLAN.want), *map(self._box, self.plan.goals)]
        if boxes:
            made += [self._heading(MY_PLAN.do), *map(self._box, boxes)]
        if others:
            numbers = Listed(tuple(box.number for box in others))
            more = self._said(Words(MY_PLAN.more, {"numbers": numbers}), TEXT)
            made.append(self._row([more], [1.0]))
        return [*made, Spacer(1, 5 * self.size), *self._helper(), *self._meeting(), *self._notes()]

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
            return [Paragraph(isolated(text), style) if turned else Paragraph(text, own)]
        return [Paragraph(self._breakable(said), style), *self._under(said)]

    def _breakable(self, said: Said) -> str:
        """Return a statement whose dates may be divided: large ones are wider than a column."""
        return self.main.say(said).replace(NO_BREAK_SPACE, " ")

    def _under(self, said: Said) -> Cells:
        if self.official is None:
            return []
        style = replace(self._sized(self.official, UNDER), align="end" if self.rtl else "start")
        return [Paragraph(self.official.say(said), style)]

    def _heading(self, text: str) -> Grid:
        official = f"   {self.official.words(text)}" if self.official else ""
        style = self._style(TEXT, bold=True)
        cells: list[Cells] = [[Heading(2, self.main.words(text), style)]]
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
        left = _PAGE.width - fixed
        widths = [share * (self.size if share > 1 else left) for share in shares]
        return Grid([list(cells)], widths, rtl=self.rtl, look=look)

    def _head(self) -> Grid:
        sheet = self.plan.sheet
        title: Cells = [Heading(1, self.main.say(sheet.title), self._style(TITLE, bold=True))]
        title += self._under(sheet.title)
        if sheet.draft:
            title += self._said(Words(HEAD.draft), TEXT, bold=True)
        style, small = self._style(TEXT, bold=True), self._style(UNDER + 1)
        whose: Cells = [Paragraph(self.main.say(Plain(name)), style) for name in sheet.names]
        whose += [Paragraph(self.main.say(fact), small) for fact in sheet.facts]
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
        dates += [Paragraph(self.main.say(said), self._style(UNDER + 1)) for said in others]
        return self._row([picture, text, dates], [_PICTURES, 0.66, 0.34], _BOX)

    def _repeats(self, box: Box, said: Said) -> bool:
        """Whether a statement only says again, as a sentence, what the box says first."""
        return self.main.say(said)[:-1] == self.main.say(box.first)

    def _helper(self) -> Cells:
        """Return who helps and how to call them."""
        helper = Words(MY_PLAN.helper)
        name = Paragraph(self.main.say(Plain(self.plan.counsellor)), self._style(LARGE, bold=True))
        text = [*self._said(helper, TEXT), name]
        picture: Cells = [self._picture(COUNSELLOR, _SMALL_PICTURE, helper)]
        if not self.plan.phone:
            return [self._row([picture, text], [_PICTURES, 1.0])]
        number = Words(RIGHTS.telephone, {"number": Plain(self.plan.phone)})
        sign: Cells = [self._picture(PHONE, _SMALL_PICTURE, number)]
        large = self._style(LARGE + 1, bold=True)
        whole = Plain(self.plan.phone.replace(" ", NO_BREAK_SPACE))
        phone: Cells = [Paragraph(self.main.say(whole), large)]
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
