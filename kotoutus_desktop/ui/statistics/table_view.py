"""One table of the statistics: chart, numbers, and under them what they count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.documents.bars import Bar, chart_bars
from kotoutus_desktop.documents.statistics_words import (
    NO_GUIDANCE,
    definition_text,
    heading_text,
    title_text,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.statistics import (
    GUIDANCE,
    WHOLE,
    Part,
    StatisticsTable,
    TableLine,
    Topic,
)
from kotoutus_desktop.ui.components.card import Card, ListCard
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, ScrollColumn
from kotoutus_desktop.ui.components.number_table import (
    Heading,
    NumberLine,
    NumberModel,
    NumberTable,
)
from kotoutus_desktop.ui.statistics.bar_chart import BarChart
from kotoutus_desktop.ui.statistics.words import line_text
from kotoutus_desktop.ui.theme import theme


class TableView(QFrame):
    """Below its name all scrolls: the table is as high as its lines, the chosen number in sight."""

    opened = Signal(object, object)  # TableLine, Part

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.shown: StatisticsTable | None = None
        self.heading = Label("", "heading")
        self.chart = BarChart()
        self.chart_card = Card()
        self.chart_card.put(self.chart)
        self.table = NumberTable(NumberModel(), "")
        self.table_card = ListCard(self.table)
        self.nothing = wrapped("", "body", "muted")
        self.definition = wrapped("", "small", "muted")
        self.area = ScrollColumn((0, 0, 2, 0), 3)
        self.area.put(self.chart_card, self.table_card, self.nothing, self.definition, None)
        Column(self, gap=2).put(self.heading, (self.area, 1))
        self.table.number_opened.connect(self._tell)
        self.table.selectionModel().currentChanged.connect(self._follow)
        theme().changed.connect(self._size)

    def show_table(self, table: StatisticsTable, *, has_municipality: bool) -> None:
        """Show a table; `has_municipality`: only people of one are counted."""
        self.shown = table
        title = title_text(table.topic)
        self.heading.setText(title)
        self.definition.setText(definition_text(table.topic))
        self.chart.show_bars(title, chart_bars(bars_of(table)))
        self.table.setAccessibleName(title)
        headings = [Heading(_("Line"))]
        headings += [Heading(heading_text(table.topic, part)) for part in table.parts]
        self.table.show_numbers(headings, [_face(table.topic, line) for line in table.lines])
        left_out = has_municipality and table.topic in GUIDANCE
        self.nothing.setText(_(NO_GUIDANCE) if left_out else _("Nothing in this period."))
        self.nothing.setVisible(table.is_empty)
        for card in (self.chart_card, self.table_card):
            card.setVisible(not table.is_empty)
        self._size()

    def take_focus(self) -> None:
        """Put the keyboard on the numbers."""
        self.table.setFocus()

    def _tell(self, row: int, number: int) -> None:
        if self.shown is not None:
            self.opened.emit(self.shown.lines[row], self.shown.parts[number])

    def _follow(self) -> None:
        """Scroll to the chosen number."""
        place = self.table.visualRect(self.table.currentIndex()).center()
        content = self.area.widget()
        if content is None:
            return
        inside = self.table.viewport().mapTo(content, place)
        self.area.ensureVisible(0, inside.y(), 0, theme().px(60))

    def _size(self) -> None:
        self.table.setFixedHeight(self.table.full_height())


def bars_of(table: StatisticsTable) -> list[Bar]:
    """Return the lines of a table as bars, without their sum."""
    return [
        Bar(line_text(table.topic, line.key), line.counts[0])
        for line in table.lines
        if line.key != WHOLE
    ]


def cell_text(topic: Topic, key: str, part: Part) -> str:
    """Return what a number counts: table, line and column."""
    return " · ".join((title_text(topic), line_text(topic, key), heading_text(topic, part)))


def _face(topic: Topic, line: TableLine) -> NumberLine:
    whole = line.key == WHOLE
    return NumberLine(line_text(topic, line.key), line.counts, strong=whole)
