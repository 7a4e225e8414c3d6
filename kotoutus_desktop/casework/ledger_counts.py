"""The deadline ledger as numbers: by month of the due day, and by rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.casework.ledger import LedgerRow
from kotoutus_desktop.rules.obligations import Rule, State

Month = tuple[int, int]


class Column(StrEnum):
    """The numbers of a line: how many fell due, and the four parts that they are the sum of."""

    DUE = "due"
    IN_TIME = "in_time"
    LATE_WITH_REASON = "late_with_reason"
    LATE_WITHOUT_REASON = "late_without_reason"
    OPEN = "open"


PARTS = (Column.IN_TIME, Column.LATE_WITH_REASON, Column.LATE_WITHOUT_REASON, Column.OPEN)


@dataclass(frozen=True)
class Line:
    """The numbers of one rule: of a month, or with `month` None of the whole period."""

    rule: Rule
    month: Month | None
    rows: Sequence[LedgerRow]

    def behind(self, column: Column) -> list[LedgerRow]:
        """Return the rows that a number counts."""
        return [row for row in self.rows if column is Column.DUE or part_of(row) is column]

    def counts(self) -> tuple[int, ...]:
        """Return the numbers, in the order of `Column`."""
        return tuple(len(self.behind(column)) for column in Column)


def part_of(row: LedgerRow) -> Column:
    """Return which of the four parts a row is counted in."""
    if row.state is State.LATE:
        return Column.LATE_WITH_REASON if row.reason else Column.LATE_WITHOUT_REASON
    return Column.IN_TIME if row.state is State.IN_TIME else Column.OPEN


def ledger_lines(rows: Iterable[LedgerRow]) -> list[Line]:
    """Return for each rule its whole and then its months; nothing for what never fell due."""
    of_rule: dict[Rule, dict[Month, list[LedgerRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        of_rule[row.obligation.rule][month_of(row.obligation.due)].append(row)
    lines = []
    for rule in Rule:
        months = of_rule.get(rule)
        if months:
            whole = [row for month in sorted(months) for row in months[month]]
            lines.append(Line(rule, None, whole))
            lines += [Line(rule, month, months[month]) for month in sorted(months)]
    return lines


def month_of(day: date) -> Month:
    """Return year and month of a day."""
    return day.year, day.month
