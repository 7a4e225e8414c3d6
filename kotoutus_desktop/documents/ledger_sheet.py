"""The deadline ledger as it leaves the office: numbers without small ones, and no rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kotoutus_desktop.documents.ledger_suppression import SMALLEST_SHOWN, Shown, published
from kotoutus_desktop.documents.ledger_words import (
    COLUMN_DEFINITIONS,
    DEFINITIONS,
    HEADINGS,
    NOTES,
    basis_text,
    month_text,
    rule_text,
)
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.obligations import SECTIONS, Rule
from kotoutus_desktop.rules.section import Section

HIDDEN = "*"
Month = tuple[int, int]
Counted = tuple[Rule, Month | None, tuple[int, ...]]
"""A line of the ledger: rule, month (None: the whole period), and its numbers."""


@dataclass(frozen=True)
class Scope:
    """What was counted, as it is said at the head: office, period, what was chosen, when made."""

    office: str
    period: str
    chosen: tuple[str, ...]
    made_on: date

    def lines(self) -> list[str]:
        """Return the lines under the title."""
        made = self.made_on
        return [
            _("Office: {office}").format(office=self.office),
            _("Due days: {period}").format(period=self.period),
            *self.chosen,
            _("Counted on {date}").format(date=f"{made.day}.{made.month}.{made.year}"),
        ]


@dataclass(frozen=True)
class RuleTable:
    """The table of one rule; None stands for a hidden number."""

    name: str
    section: str
    basis: str
    definition: str
    rows: tuple[tuple[str, Shown], ...]


@dataclass(frozen=True)
class LedgerSheet:
    """Everything that is exported."""

    scope: Scope
    tables: tuple[RuleTable, ...]

    @property
    def title(self) -> str:
        """The title of the paper and of the file."""
        return _("Time limits kept")

    @property
    def headings(self) -> list[str]:
        """What the numbers of a row are called."""
        return [_(heading) for heading in HEADINGS]

    def definitions(self) -> list[tuple[str, str]]:
        """Return what each number counts."""
        defined = zip(HEADINGS, COLUMN_DEFINITIONS, strict=True)
        return [(_(heading), _(definition)) for heading, definition in defined]

    def notes(self) -> list[str]:
        """Return what holds for the whole, and why numbers are hidden."""
        return [*(_(note) for note in NOTES), hidden_note()]


def hidden_note() -> str:
    """Return what the mark of a hidden number means."""
    return _(
        "{mark} A number from 1 to {largest} is hidden, and so are as many others as it takes "
        "that no hidden number can be reckoned from the rest. Zeros are shown."
    ).format(mark=HIDDEN, largest=SMALLEST_SHOWN - 1)


def ledger_sheet(
    scope: Scope, lines: Sequence[Counted], cited: Callable[[Section], str]
) -> LedgerSheet:
    """Return the sheet of some lines, those of a rule together and the whole period first.

    Small numbers are hidden here, so that nothing after it can print them. `cited` writes a
    section in the language of the interface.
    """
    tables = []
    for rule, group in groupby(lines, key=lambda line: line[0]):
        of_rule = list(group)
        shown = published([counts for _rule, _month, counts in of_rule])
        months = [month_text(month) for _rule, month, _counts in of_rule]
        tables.append(
            RuleTable(
                name=rule_text(rule),
                section=cited(SECTIONS[rule]),
                basis=basis_text(rule),
                definition=_(DEFINITIONS[rule]),
                rows=tuple(zip(months, shown, strict=True)),
            )
        )
    return LedgerSheet(scope, tuple(tables))


def number_text(count: int | None) -> str:
    """Return a number as it is printed."""
    return HIDDEN if count is None else str(count)
