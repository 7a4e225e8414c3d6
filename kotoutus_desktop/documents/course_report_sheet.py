"""The report on courses as it leaves the office: small numbers hidden, no names, no free words.

Who started, completed and interrupted stands by language and form in one table each, so that
lines and columns are hidden together (`ledger_suppression`). A reason of interruption is shown
only where at least five people gave it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope, hidden_note
from kotoutus_desktop.documents.ledger_suppression import SMALLEST_SHOWN, published
from kotoutus_desktop.i18n import N_, _

DEFINITIONS: tuple[tuple[str, str], ...] = (
    (
        N_("Started"),
        N_(
            "People who were present at a course for the first time in the period. Who moved from "
            "another course is not counted again."
        ),
    ),
    (N_("Completed"), N_("People recorded as completed in the period.")),
    (N_("Interrupted"), N_("People whose course was interrupted in the period.")),
    (N_("Teaching hours"), N_("Hours of meetings held in the period, without breaks.")),
    (N_("Interpreter hours"), N_("Those teaching hours that were interpreted.")),
    (
        N_("Hours of participants"),
        N_("Hours of teaching that people were present for, added up over all of them."),
    ),
    (N_("Hours of self-study"), N_("Independent study recorded for a day of the period.")),
    (
        N_("Cost per completed participant"),
        N_(
            "Costs of teaching and interpreting of courses whose last meeting is in the period and "
            "whose costs are recorded, divided by everybody who completed them; euros, no tax."
        ),
    ),
)
MUNICIPALITY_NOTE = N_("A municipality has the courses that it shares, with everybody on them.")


@dataclass(frozen=True)
class LanguageForm:
    """Numbers of one language and form: people, then minutes."""

    language: str
    form: str
    started: int = 0
    completed: int = 0
    interrupted: int = 0
    taught: int = 0
    interpreted: int = 0


@dataclass(frozen=True)
class Sums:
    """Numbers of the whole: minutes of how many people, cents of how many who completed."""

    attended: int = 0
    present: int = 0
    self_study: int = 0
    studying: int = 0
    cost: int | None = None
    finishers: int = 0


@dataclass(frozen=True)
class Table:
    """A table of the report; everything in it may be seen by anybody."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class CourseReportSheet:
    """What is exported."""

    scope: Scope
    tables: tuple[Table, ...] = field(default_factory=tuple)

    @property
    def title(self) -> str:
        """The title of the paper and of the file."""
        return _("Civic orientation: report on courses")

    def lines(self) -> list[str]:
        """Return the lines under the title."""
        made = self.scope.made_on
        return [
            _("Office: {office}").format(office=self.scope.office),
            _("Period: {period}").format(period=self.scope.period),
            *self.scope.chosen,
            _("Counted on {date}").format(date=f"{made.day}.{made.month}.{made.year}"),
        ]

    def definitions(self) -> list[str]:
        """Return what every number counts, and why some are hidden."""
        said = [f"{_(name)}: {_(words)}" for name, words in DEFINITIONS]
        return [*said, _(MUNICIPALITY_NOTE), hidden_note()]


def report_tables(
    cells: Sequence[LanguageForm], sums: Sums, reasons: Mapping[str, int]
) -> tuple[Table, ...]:
    """Return the tables of a report; small numbers are hidden here and nowhere after."""
    people = [
        _by_language_and_form(_(name), cells, key)
        for name, key in (
            (N_("Started"), "started"),
            (N_("Completed"), "completed"),
            (N_("Interrupted"), "interrupted"),
        )
    ]
    tables = [*people, _hours(cells), _whole(sums)]
    interrupted = people[2].rows[0][1][0]
    why = shown_reasons(reasons) if interrupted not in ("0", HIDDEN) else {}
    if why:
        rows = tuple((reason, (str(count),)) for reason, count in why.items())
        tables.append(Table(_("Reasons of interruption"), (_("People"),), rows))
    return tuple(tables)


def shown_reasons(reasons: Mapping[str, int]) -> dict[str, int]:
    """Return the reasons that at least five gave, and all others together.

    Others that would be fewer than five take a shown reason to them: their number would follow
    from the sum.
    """
    shown = [
        (each, n) for each, n in Counter(reasons).most_common() if n >= SMALLEST_SHOWN and each
    ]
    rest = sum(reasons.values()) - sum(n for _reason, n in shown)
    while shown and 0 < rest < SMALLEST_SHOWN:
        rest += shown.pop()[1]
    others = {_("Other reasons, or none given"): rest} if rest else {}
    return {**dict(shown), **others}


def _by_language_and_form(name: str, cells: Sequence[LanguageForm], key: str) -> Table:
    languages = sorted({cell.language for cell in cells})
    forms = sorted({cell.form for cell in cells})
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for cell in cells:
        counts[cell.language, cell.form] += getattr(cell, key)
    lines = [[counts[language, form] for form in forms] for language in languages]
    lines.insert(0, [sum(column) for column in zip(*lines, strict=True)])
    shown = published([[sum(line), *line] for line in lines])
    labels = [_("All languages"), *languages]
    rows = tuple(
        (label, tuple(HIDDEN if n is None else str(n) for n in line))
        for label, line in zip(labels, shown, strict=True)
    )
    return Table(name, (_("All forms"), *forms), rows)


def _hours(cells: Sequence[LanguageForm]) -> Table:
    taught: dict[str, int] = defaultdict(int)
    interpreted: dict[str, int] = defaultdict(int)
    for cell in cells:
        taught[cell.language] += cell.taught
        interpreted[cell.language] += cell.interpreted
    whole = (_("All languages"), (_hour(sum(taught.values())), _hour(sum(interpreted.values()))))
    rows = ((each, (_hour(taught[each]), _hour(interpreted[each]))) for each in sorted(taught))
    return Table(
        _("Hours by language"), (_("Teaching hours"), _("Interpreter hours")), (whole, *rows)
    )


def _whole(sums: Sums) -> Table:
    attended = _hour(sums.attended) if _many(sums.present) else HIDDEN
    alone = _hour(sums.self_study) if _many(sums.studying) else HIDDEN
    cost = _("not known")
    if sums.cost is not None:
        cost = f"{sums.cost / 100:.2f}" if sums.finishers >= SMALLEST_SHOWN else HIDDEN
    rows = (
        (_("Hours of participants"), (attended,)),
        (_("Hours of self-study"), (alone,)),
        (_("Cost per completed participant"), (cost,)),
    )
    return Table(_("Whole period"), ("",), rows)


def _many(people: int) -> bool:
    return people == 0 or people >= SMALLEST_SHOWN


def _hour(minutes: int) -> str:
    return f"{minutes / 60:.1f}"
