"""My plan: one page of few words and pictures, for those who hardly read.

It says what stands in the plan under the same numbers, and nothing else: what the client wants,
what happens, from when, who helps, and when the plan is looked at again.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Unpack

from kotoutus_desktop.documents.frame import whose
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import MY_PLAN
from kotoutus_desktop.documents.pictograms import GOAL_PICTOGRAMS, MEASURE_PICTOGRAMS
from kotoutus_desktop.documents.plan_frame import which_plan
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import Day, Plain, Said, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.words import GOAL_KINDS, MEASURE_KINDS
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.numbering import numbering, ordered_goals, ordered_measures
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Measure, Plan, Term
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording

# "20 h / viikko", "6 tuntia viikossa", "15 tim/vecka"
_WEEKLY = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:h|t|tuntia|tim|timmar)\.?\s*(?:/|per|i)?\s*"
    r"(?:vko|vk|viikko|viikossa|v|vecka|veckan|week)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Box:
    """A goal or a measure: its number in the plan, its picture, and what is said of it.

    `first` is said before anything else and large; `more` is what was written in the plan, and
    `dates` from when and until when.
    """

    number: str
    icon: str
    first: Said
    more: tuple[Said, ...] = ()
    dates: tuple[Said, ...] = ()

    def row(self) -> Row:
        """Return everything that is said, as a row of a sheet."""
        return Row(self.number, tuple(map(Line, (self.first, *self.more, *self.dates))))

    def as_in(self, row: Row) -> "Box":
        """Return the box with what its row came to say when the sheet was laid out."""
        first, *others = (line.said for line in row.lines)
        more = len(self.more)
        return replace(self, first=first, more=tuple(others[:more]), dates=tuple(others[more:]))


@dataclass(frozen=True)
class MyPlan:
    """What stands on the page. `problems(my_plan.sheet)` says what stands in the way.

    `sheet` holds every text of the page. `phone` is empty and `next_meeting` is None where they
    are not known.
    """

    sheet: Sheet
    goals: tuple[Box, ...]
    measures: tuple[Box, ...]
    counsellor: str
    phone: str
    next_meeting: date | None


def my_plan(
    office: Office,
    officer: Officer,
    client: Client,
    plan: Plan,
    **edition: Unpack[Edition],
) -> MyPlan:
    """Copy what the page says from the records; they are not needed any more afterwards."""
    phrases = edition.get("library") or library()
    source = PlanSource(office, officer, client, edition["official"], phrases, plan)
    goals, measures = _goals(source), _measures(source)
    content = Content(
        title=MY_PLAN.title,
        facts=(which_plan(plan), *whose(client)[1:]),
        parts=tuple(
            Part(Words(title), tuple(box.row() for box in boxes))
            for title, boxes in ((MY_PLAN.want, goals), (MY_PLAN.do, measures))
            if boxes
        ),
        statements=(Words(MY_PLAN.helper), Words(MY_PLAN.next_meeting), Words(MY_PLAN.tell)),
    )
    sheet = client_sheet(source, content, edition)
    rows = {row.number: row for part in sheet.parts for row in part.rows}
    return MyPlan(
        sheet=sheet,
        goals=tuple(box.as_in(rows[box.number]) for box in goals),
        measures=tuple(box.as_in(rows[box.number]) for box in measures),
        counsellor=officer.name or source.official_text(office.name_fi, office.name_sv),
        phone=officer.phone or office.phone,
        next_meeting=plan.next_review_on,
    )


def _goals(source: PlanSource) -> tuple[Box, ...]:
    """Return the first goal for the long term, or for this plan where there is none."""
    numbers = numbering(source.plan)
    return tuple(_goal(source, goal, numbers[goal.id]) for goal in ordered_goals(source.plan)[:1])


def _goal(source: PlanSource, goal: Goal, number: str) -> Box:
    said = Words(GOAL_KINDS[goal.kind]) if goal.goal.is_empty else source.wording(goal.goal)
    return Box(number, GOAL_PICTOGRAMS[goal.kind], said)


def _measures(source: PlanSource) -> tuple[Box, ...]:
    """Return the measures for the goals of this plan, then those for the long term."""
    numbers = numbering(source.plan)
    goals = sorted(ordered_goals(source.plan), key=lambda goal: goal.term is Term.LONG)
    return tuple(
        _measure(source, measure, numbers[measure.id])
        for goal in goals
        for measure in ordered_measures(goal)
    )


def _measure(source: PlanSource, measure: Measure, number: str) -> Box:
    written = [source.wording(measure.what)] if not measure.what.is_empty else []
    return Box(
        number=number,
        icon=MEASURE_PICTOGRAMS[measure.kind],
        first=Words(MEASURE_KINDS[measure.kind]),
        more=(*written, *_extent(source, measure.extent)),
        dates=_dates(measure),
    )


def _extent(source: PlanSource, extent: str) -> tuple[Said, ...]:
    """Return the hours a week in every language, or the extent as it was written."""
    if weekly := _WEEKLY.fullmatch(extent.strip()):
        return (Words(MY_PLAN.weekly, {"hours": Plain(weekly[1])}),)
    written = Wording.free(extent, source.office.official_language)
    return () if written.is_empty else (written,)


def _dates(measure: Measure) -> tuple[Said, ...]:
    starts, ends = measure.starts_on, measure.ends_on
    stated = [Words(MY_PLAN.starts, {"date": Day(starts)})] if starts else []
    if ends and ends != starts:
        stated.append(Words(MY_PLAN.ends, {"date": Day(ends)}))
    return tuple(stated)
