"""Statistics as they leave the office: numbers without small ones, and no rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kotoutus_desktop.documents.bars import Bar
from kotoutus_desktop.documents.ledger_sheet import Scope, hidden_note
from kotoutus_desktop.documents.ledger_suppression import (
    Shown,
    published,
    published_column,
    published_line,
    published_together,
)
from kotoutus_desktop.documents.statistics_words import definition_text, heading_text, title_text
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.statistics import (
    SAME_SUMS,
    SEPARATE,
    WHOLE,
    StatisticsTable,
    TargetGroup,
    Topic,
)

Tables = dict[Topic, list[Shown]]


@dataclass(frozen=True)
class ShownTable:
    """A table that may be seen by anybody; None stands for a hidden number."""

    name: str
    definition: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, Shown], ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class StatisticsSheet:
    """Everything that is exported."""

    scope: Scope
    tables: tuple[ShownTable, ...]

    @property
    def title(self) -> str:
        """The title of the paper and of the file."""
        return _("Statistics")

    def lines(self) -> list[str]:
        """Return the lines under the title."""
        made = self.scope.made_on
        return [
            _("Office: {office}").format(office=self.scope.office),
            _("Period: {period}").format(period=self.scope.period),
            *self.scope.chosen,
            _("Counted on {date}").format(date=f"{made.day}.{made.month}.{made.year}"),
        ]

    def notes(self) -> list[str]:
        """Return why numbers are hidden."""
        return [hidden_note()]


def statistics_sheet(
    scope: Scope, tables: Sequence[StatisticsTable], label: Callable[[Topic, str], str]
) -> StatisticsSheet:
    """Return the sheet of the tables in which something was counted.

    Small numbers are hidden here, so that nothing after it can print them. `label` names a
    line in the language of the interface.
    """
    counted = [table for table in tables if not table.is_empty]
    shown = shown_numbers(counted)
    return StatisticsSheet(
        scope, tuple(_shown(table, shown[table.topic], label) for table in counted)
    )


def shown_numbers(tables: Sequence[StatisticsTable]) -> Tables:
    """Return the numbers of each table as they may leave the office, in its lines' order."""
    by_topic = {table.topic: table for table in tables}
    found: Tables = {}
    for topics in SAME_SUMS:
        together = [by_topic[topic] for topic in topics if topic in by_topic]
        numbers = published_together([_square(table) for table in together]) if together else []
        for table, lines in zip(together, numbers, strict=True):
            found[table.topic] = [line[: len(table.parts)] for line in lines]
    for topic, table in by_topic.items():
        if topic not in found:
            found[topic] = _alone(table)
    _hide_alike(by_topic, found)
    return found


def _square(table: StatisticsTable) -> list[tuple[int, ...]]:
    """Return the lines of a table; a single column is its own sum."""
    return [line.counts if len(line.counts) > 1 else line.counts * 2 for line in table.lines]


def _alone(table: StatisticsTable) -> list[Shown]:
    if table.topic in SEPARATE:
        return [published_line(line.counts) for line in table.lines]
    if table.topic is Topic.REIMBURSEMENT:
        people = published_column([line.counts[0] for line in table.lines])
        return [
            (None,) * len(line.counts) if count is None else line.counts
            for line, count in zip(table.lines, people, strict=True)
        ]
    if len(table.parts) == 1:
        return [(n,) for n in published_column([line.counts[0] for line in table.lines])]
    return published([line.counts for line in table.lines])


def _hide_alike(tables: dict[Topic, StatisticsTable], found: Tables) -> None:
    """Hide of quota refugees as a target group what is hidden of them as a group."""
    if Topic.GROUP not in tables or Topic.TARGET_GROUP not in tables:
        return
    by_key = _by_key(tables[Topic.GROUP], found[Topic.GROUP])
    group = by_key.get(Protection.QUOTA_REFUGEE.value, ())
    for place, line in enumerate(tables[Topic.TARGET_GROUP].lines):
        if line.key == TargetGroup.QUOTA_REFUGEE and group:
            numbers = zip(group, found[Topic.TARGET_GROUP][place], strict=True)
            found[Topic.TARGET_GROUP][place] = tuple(
                None if same is None else number for same, number in numbers
            )


def _by_key(table: StatisticsTable, numbers: list[Shown]) -> dict[str, Shown]:
    return {line.key: shown for line, shown in zip(table.lines, numbers, strict=True)}


def _shown(
    table: StatisticsTable, numbers: list[Shown], label: Callable[[Topic, str], str]
) -> ShownTable:
    topic = table.topic
    rows = [
        (line.key, label(topic, line.key), shown)
        for line, shown in zip(table.lines, numbers, strict=True)
    ]
    return ShownTable(
        title_text(topic),
        definition_text(topic),
        tuple(heading_text(topic, part) for part in table.parts),
        tuple((text, shown) for _key, text, shown in rows),
        tuple(Bar(text, shown[0]) for key, text, shown in rows if key != WHOLE),
    )
