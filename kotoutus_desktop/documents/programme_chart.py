"""The chart of the programme: the planning above, the parts of those who arrange, the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus.flowables import Flowable, PageBreak, Spacer

from kotoutus_desktop.documents.boxes import PALE, Box, Boxes, Picture, Placed
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.typesetting import Heading, PageSetup, Paragraph, build_pdf, style_for

PAGE = PageSetup(size=landscape(A4), left=42.0, right=42.0, top=36.0, bottom=36.0)
TITLE, LARGEST, SMALLEST = 18.0, 10.5, 7.5
STEP, GAP, BETWEEN = 0.5, 12.0, 4.0
SOFT = (0.86, 0.93, 0.93)
PADDING = 3.5
MOST_ON_A_PAGE = 20  # services under each other, where even the smallest letters need more pages

CHART = N_("Integration of immigrants in the municipality")
STRATEGIC = N_("Strategic level")
PLANNING_DOCUMENT = N_("Planning document")
PLANNED = N_(
    "Goals, measures, responsible parties, co-operation and follow-up for integration and good "
    "relations between population groups"
)
OPERATIONAL = N_("Operational level: integration programme (681/2023 § 13)")
OTHERS = N_("Other services that promote integration beside the statutory ones")
NOTHING = N_("No service in the catalogue yet")


@dataclass(frozen=True)
class ChartSheet:
    """The chart in one language.

    `strategy` names the strategic document, "" where there is none; `parts` are headings with
    the names of services under them.
    """

    office: str
    strategy: str
    parts: Sequence[tuple[str, Sequence[str]]]
    others: Sequence[str]
    language: str


def chart_pdf(sheet: ChartSheet) -> bytes:
    """Return the chart as a tagged PDF, on one page where that can be read."""
    said = interface_catalog(sheet.language).gettext
    small = style_for(sheet.language, SMALLEST + 1)
    head: list[Flowable] = [
        Paragraph(sheet.office, small),
        Heading(1, said(CHART), style_for(sheet.language, TITLE, bold=True)),
        Spacer(1, BETWEEN),
    ]
    used = sum(each.wrap(PAGE.width, PAGE.height)[1] + each.getSpaceAfter() for each in head)
    story = head
    for number, picture in enumerate(_pictures(sheet, PAGE.height - used - GAP)):
        story += [PageBreak()] if number else []
        story.append(Boxes(picture))
    return build_pdf(
        story, title=said(CHART), language=sheet.language, author=sheet.office, page=PAGE
    )


def _pictures(sheet: ChartSheet, room: float) -> list[Picture]:
    """Return the chart in the largest letters that fit, or over several pages."""
    size = LARGEST
    while size >= SMALLEST:
        picture = _Drawing(sheet, size).picture()
        if picture.height <= room:
            return [picture]
        size -= STEP
    for count in range(MOST_ON_A_PAGE, 1, -1):
        made = _stretches(sheet, count)
        if all(picture.height <= room for picture in made):
            break
    return made


def _stretches(sheet: ChartSheet, count: int) -> list[Picture]:
    """Return the chart in pages of so many services under each other."""
    most = max(len(names) for names in (*(names for _head, names in sheet.parts), sheet.others))
    made = []
    for start in range(0, most, count):
        stretch = slice(start, start + count)
        parts = [(head, names[stretch]) for head, names in sheet.parts]
        part = ChartSheet(
            sheet.office, sheet.strategy, parts, sheet.others[stretch], sheet.language
        )
        made.append(_Drawing(part, SMALLEST).picture())
    return made


@dataclass
class _Drawing:
    """The chart in one size of letters, from the top down."""

    sheet: ChartSheet
    size: float

    def picture(self) -> Picture:
        picture = Picture(PAGE.width)
        top = self._strategic(picture)
        top = self._operational(picture, top + GAP)
        picture.height = self._others(picture, top + GAP)
        return picture

    def _said(self, text: str) -> str:
        return interface_catalog(self.sheet.language).gettext(text)

    def _heading(self, level: int, text: str) -> Heading:
        return Heading(level, text, style_for(self.sheet.language, self.size + 1, bold=True))

    def _text(self, text: str) -> Paragraph:
        return Paragraph(text, style_for(self.sheet.language, self.size))

    def _put(self, box: Box, left: float, top: float, width: float) -> Placed:
        return Placed(box, left, top, width, box.height(width))

    def _strategic(self, picture: Picture) -> float:
        strong = style_for(self.sheet.language, self.size, bold=True)
        name = self.sheet.strategy or self._said(PLANNING_DOCUMENT)
        box = Box(
            [
                self._heading(2, self._said(STRATEGIC)),
                Paragraph(name, strong),
                self._text(self._said(PLANNED)),
            ],
            fill=SOFT,
            padding=PADDING,
            dashed=not self.sheet.strategy,
        )
        placed = self._put(box, 0.0, 0.0, picture.width)
        picture.groups.append([placed])
        middle = picture.width / 2
        picture.arrows.append([(middle, placed.height), (middle, placed.height + GAP)])
        return placed.height

    def _operational(self, picture: Picture, top: float) -> float:
        head = Box([self._heading(2, self._said(OPERATIONAL))], fill=SOFT, padding=PADDING)
        placed = self._put(head, 0.0, top, picture.width)
        picture.groups.append([placed])
        top += placed.height + GAP
        count = len(self.sheet.parts)
        width = (picture.width - GAP * (count - 1)) / count
        bottoms = []
        for number, (heading, names) in enumerate(self.sheet.parts):
            left = number * (width + GAP)
            middle = left + width / 2
            picture.arrows.append([(middle, top - GAP), (middle, top)])
            party = self._put(
                Box([self._heading(3, heading)], fill=PALE, padding=PADDING), left, top, width
            )
            picture.groups.append([party])
            bottoms.append(self._under(picture, names, left, top + party.height, width))
        return max(bottoms, default=top)

    def _under(
        self, picture: Picture, names: Sequence[str], left: float, top: float, width: float
    ) -> float:
        """Put boxes under each other; return where the last ends."""
        group = []
        shown = list(names) or [self._said(NOTHING)]
        for name in shown:
            box = Box([self._text(name)], dashed=not names, padding=PADDING)
            group.append(self._put(box, left, top + BETWEEN, width))
            top = group[-1].top + group[-1].height
        picture.groups.append(group)
        return top

    def _others(self, picture: Picture, top: float) -> float:
        head = Box([self._heading(2, self._said(OTHERS))], framed=False, padding=PADDING)
        placed = self._put(head, 0.0, top, picture.width)
        picture.groups.append([placed])
        top += placed.height
        names = list(self.sheet.others) or [self._said(NOTHING)]
        width = (picture.width - 2 * GAP) / 3
        group: list[Placed] = []
        for start in range(0, len(names), 3):
            row = [
                Box([self._text(name)], dashed=not self.sheet.others, padding=PADDING)
                for name in names[start : start + 3]
            ]
            height = max(box.height(width) for box in row)
            for column, box in enumerate(row):
                group.append(Placed(box, column * (width + GAP), top, width, height))
            top += height + BETWEEN
        picture.groups.append(group)
        return top
