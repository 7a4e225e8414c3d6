"""The timetable as a page: a grid of weeks and weekdays, mirrored where the language is.

It is set as large as fits one page; a long course, or large print, takes as many as it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.documents.columns import Column, Spoken
from kotoutus_desktop.documents.course_schedule import CourseSchedule, Entry, Week
from kotoutus_desktop.documents.edges import paper_of
from kotoutus_desktop.documents.orientation_words import SCHEDULE
from kotoutus_desktop.documents.page import Cells, Paper, kept_together
from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.rows import Line, Part
from kotoutus_desktop.documents.said import Clock, Plain, Said, Words
from kotoutus_desktop.documents.words import MEASURES
from kotoutus_desktop.phrases.render import written_short_date, written_weekday
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.typesetting import (
    Cell,
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

TITLE, HEADING, TEXT, UNDER = 20.0, 12.0, 10.5, 8.0
_SIZES = (1.3, 1.2, 1.1, 1.0, 0.92, 0.85, 0.8)
_MARGIN = 38.0
_PAGE = PageSetup(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN)
_WEEK_SHARE = 0.72  # of the width of a weekday
_PALE = (0.94, 0.94, 0.94)
_GRID = GridLook(
    padding=3.0, side_padding=3.5, vertical_rules=True, header_fill=_PALE, largest_gap=900.0
)
_OPEN = GridLook(rule=None, padding=2.0, side_padding=3.5, data=False, space_after=2.0)


def course_schedule_pdf(schedule: CourseSchedule) -> bytes:
    """Return the timetable as a tagged PDF; the same course always gives the same bytes.

    Raises NotPrintable, naming what is missing.
    """
    refuse_gaps(schedule.sheet)
    paper = Paper(schedule.sheet, _PAGE)
    story: Sequence[Flowable] = []
    if schedule.sheet.scale == 1:
        pages = (_Page(schedule, paper, size).story() for size in _SIZES)
        story = next((page for page in pages if _height(page) <= _PAGE.height), [])
    if not story:  # more than a page: with header and footer, so that no leaf is lost
        paper = paper_of(schedule.sheet)
        story = _Page(schedule, paper, schedule.sheet.scale).flowing()
    main = _Page(schedule, paper, 1.0).main
    return build_pdf(
        story,
        title=main.say(schedule.sheet.title),
        language=main.language,
        author=schedule.sheet.letterhead.name,
        page=paper.setup,
    )


def _height(story: Sequence[Flowable]) -> float:
    return float(sum(part.wrap(_PAGE.width, 0.0)[1] + part.getSpaceAfter() for part in story))


@dataclass(frozen=True)
class _Page:
    """The timetable in one size of letters."""

    schedule: CourseSchedule
    paper: Paper
    size: float

    @property
    def main(self) -> Column:
        """The client's language, or the only one."""
        return Column(self.schedule.sheet, self.schedule.sheet.languages[-1])

    @property
    def other(self) -> Column | None:
        """The official language, small under the client's; None where there is one alone."""
        first = self.schedule.sheet.languages[0]
        return Column(self.schedule.sheet, first) if first != self.main.language else None

    @property
    def rtl(self) -> bool:
        """Whether the page is mirrored."""
        return self.main.style(TEXT).rtl

    def story(self) -> list[Flowable]:
        """Return the page from the top."""
        return [flowable for group in self._groups() for flowable in group]

    def flowing(self) -> list[Flowable]:
        """Return it over several pages: weeks and the parts after them stay whole."""
        head, grid, *parts = self._groups()
        return [*head, *grid, *(each for part in parts for each in kept_together(self.paper, part))]

    def _groups(self) -> list[Cells]:
        gap = Spacer(1, 6 * self.size)
        parts: list[Cells] = [[gap, *self._part(part)] for part in self.schedule.sheet.parts]
        return [[self._head()], [self._grid()], *parts, [gap, *self._notes()]]

    def _style(self, points: float, *, bold: bool = False) -> TextStyle:
        return self._sized(self.main, points, bold=bold)

    def _sized(self, column: Column, points: float, *, bold: bool = False) -> TextStyle:
        # the size that fits the page takes the place of the size of the edition
        style = column.style(points * self.size / column.sheet.scale, bold=bold)
        opposite = style.rtl != self.rtl
        return replace(style, space_after=0.5, align="end" if opposite else "start")

    def _under(self, text: str) -> Cells:
        """Return a text of the official language, small; nothing where it stands alone."""
        if self.other is None:
            return []
        return [Paragraph(Run(text, language=self.other.language), self._sized(self.other, UNDER))]

    def _said(self, said: Said, points: float, *, bold: bool = False) -> Cells:
        made: Cells = [Paragraph(self.main.run(said, bold=bold), self._style(points, bold=bold))]
        return made + (self._under(self.other.say(said)) if self.other else [])

    def _heading(self, level: int, said: Said, points: float) -> Cells:
        made: Cells = [Heading(level, self.main.run(said), self._style(points, bold=True))]
        return made + (self._under(self.other.say(said)) if self.other else [])

    def _row(self, cells: Sequence[Cells], widths: Sequence[float]) -> Grid:
        return Grid([list(cells)], list(widths), rtl=self.rtl, look=_OPEN)

    def _head(self) -> Grid:
        sheet, width = self.schedule.sheet, self.paper.setup.width
        title = self._heading(1, sheet.title, TITLE)
        whose: Cells = [
            Paragraph(self.main.named(name, bold=True), self._style(TEXT, bold=True))
            for name in sheet.names
        ]
        for fact in sheet.facts:
            whose += [Paragraph(self.main.run(fact), self._style(TEXT))]
        return self._row([title, whose], [width * 0.45, width * 0.55])

    def _grid(self) -> Grid:
        """Return the weeks under the weekdays; the columns run as the language does."""
        count = self.schedule.columns
        day = self.paper.setup.width / (count + _WEEK_SHARE)
        widths = [self.paper.setup.width - day * count, *[day] * count]
        rows: list[list[Cell | Cells]] = [[[], *self._weekdays(count)]]
        rows += [self._week(week) for week in self.schedule.weeks]
        return Grid(rows, widths, rtl=self.rtl, header_rows=1, header_columns=1, look=_GRID)

    def _weekdays(self, count: int) -> list[Cells]:
        if not self.schedule.weeks:
            return [[] for _ in range(count)]
        monday = self.schedule.weeks[0].monday
        days = [monday.fromordinal(monday.toordinal() + place) for place in range(count)]
        points = TEXT if count <= 5 else UNDER + 1
        style = self._style(points, bold=True)
        return [
            [
                Paragraph(written_weekday(day, self.main.language), style),
                *(self._under(written_weekday(day, self.other.language)) if self.other else []),
            ]
            for day in days
        ]

    def _week(self, week: Week) -> list[Cell | Cells]:
        number = Words(SCHEDULE.week, {"number": Plain(str(week.number))})
        named: list[Cell | Cells] = [Cell(self._said(number, TEXT - 1), fill=_PALE)]
        return [
            *named,
            *([each for entry in day for each in self._entry(entry)] for day in week.days),
        ]

    def _entry(self, entry: Entry) -> Cells:
        """Return a meeting: day, times, and what is unusual about it."""
        main = self.main
        day = written_short_date(entry.day, main.language)
        made: Cells = [Paragraph(day, self._style(TEXT, bold=True))]
        if entry.cancelled:
            return made + self._said(Words(SCHEDULE.cancelled), TEXT - 1, bold=True)
        made.append(Paragraph(self._times(entry), self._style(TEXT)))
        if entry.remote:
            made += self._said(Words(SCHEDULE.remote), UNDER + 0.5)
        if entry.place:
            made += [Paragraph(main.run(Plain(entry.place)), self._style(UNDER + 0.5))]
        return made

    def _times(self, entry: Entry) -> str:
        """Return the hours; from right to left with words, for a dash does not tell the order."""
        first, last = Clock(entry.starts), Clock(entry.ends)
        if self.rtl:
            return self.main.say(Words(MEASURES.period, {"start": first, "end": last}))
        return f"{self.main.say(first)}–{self.main.say(last)}"

    def _part(self, part: Part) -> Cells:
        """Return a heading, and beside it what is said under it."""
        text: Cells = []
        for row in part.rows:
            for line in row.lines:
                text += self._line(line)
        width = self.paper.setup.width
        return [
            self._row([self._heading(2, part.title, HEADING), text], [width / 3, width * 2 / 3])
        ]

    def _line(self, line: Line) -> Cells:
        """Return a statement; what the office typed stands in its own language, and says so."""
        said = line.said
        if isinstance(said, Wording) and said.language != self.main.language:
            remark = [self._spoken(each) for each in self.main.spoken(line)]
            own = Spoken(isolate_latin_pieces(said.text, said.language), said.language)
            return [self._spoken(own), *remark[-1:]]
        made: Cells = [self._spoken(each) for each in self.main.spoken(line)]
        if self.other and isinstance(said, Words):
            made += self._under(self.other.say(said))
        return made

    def _spoken(self, spoken: Spoken) -> Paragraph:
        """Return a text in its own language, in the direction of the page."""
        column = Column(self.schedule.sheet, spoken.language)
        turned = column.style(TEXT).rtl != self.rtl
        text = isolated(spoken.text) if turned else spoken.text
        run = Run(text, bold=spoken.strong, language=spoken.language)
        return Paragraph(run, self._style(TEXT, bold=spoken.strong))

    def _notes(self) -> Cells:
        """Return how far to rely on the words."""
        made: Cells = []
        for column in (self.main, self.other) if self.other else (self.main,):
            notes = " ".join(column.say(note) for note in self.schedule.sheet.notes)
            made += [Paragraph(notes, self._sized(column, UNDER))] if notes else []
        return made
