"""The numbered rows of a plan: goals, what is agreed on, rights and duties (§§ 18-24)."""

from kotoutus_desktop.documents.frame import contact_lines
from kotoutus_desktop.documents.plan_source import PlanSource, period
from kotoutus_desktop.documents.rows import Line, Lines, Part, Row, numbered
from kotoutus_desktop.documents.said import Day, Listed, Said, Tongue, Words
from kotoutus_desktop.documents.source import named
from kotoutus_desktop.documents.words import GOALS, HEAD, MEASURE_KINDS, MEASURES, RIGHTS
from kotoutus_desktop.models.numbering import (
    first_free_number,
    numbering,
    ordered_goals,
    ordered_measures,
)
from kotoutus_desktop.models.plan import Goal, Measure, Term
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import MeasureKind

# what counts as studying Finnish or Swedish (§ 19(1), §§ 26 and 28)
_LANGUAGE_STUDIES = frozenset(
    {
        MeasureKind.INTEGRATION_TRAINING,
        MeasureKind.LITERACY_TRAINING,
        MeasureKind.LANGUAGE_STUDIES,
        MeasureKind.SELF_MOTIVATED_STUDIES,
    }
)


def plan_parts(source: PlanSource) -> tuple[Part, ...]:
    """Return all rows of the plan under their headings, in the order of printing."""
    after_goals = [
        (MEASURES.language_studies, _agreed(source, _LANGUAGE_STUDIES, "language_reason")),
        (MEASURES.job_search, _agreed(source, {MeasureKind.JOB_SEARCH}, "job_search_reason")),
        (MEASURES.guidance, _row(source.lines(source.plan.guidance))),
        (MEASURES.follow_up, _row(source.lines(source.plan.follow_up))),
        (GOALS.reason, _departures(source)),
        (RIGHTS.heading, _rights(source)),
        (RIGHTS.next_review, _next_review(source)),
        (RIGHTS.contact, _row(contact_lines(source))),
    ]
    return _goal_parts(source) + numbered(first_free_number(source.plan), after_goals)


def _row(lines: list[Line]) -> list[Lines]:
    return [tuple(lines)] if lines else []


def _goal_parts(source: PlanSource) -> tuple[Part, ...]:
    numbers = numbering(source.plan)
    rows: dict[str, list[Row]] = {GOALS.long_term: [], GOALS.for_this_plan: []}
    for goal in ordered_goals(source.plan):
        title = GOALS.long_term if goal.term is Term.LONG else GOALS.for_this_plan
        rows[title].append(Row(numbers[goal.id], _goal_lines(source, goal)))
        rows[title] += [
            Row(numbers[measure.id], _measure_lines(source, measure))
            for measure in ordered_measures(goal)
        ]
    return tuple(Part(Words(title), tuple(made)) for title, made in rows.items() if made)


def _goal_lines(source: PlanSource, goal: Goal) -> Lines:
    lines = [
        *source.lines(goal.goal, GOALS.goal, strong=True),
        *source.lines(goal.need, GOALS.need),
    ]
    if goal.term is Term.LONG:
        lines += source.typed(source.plan.target_occupation, GOALS.target_occupation)
    return tuple(lines)


def _measure_lines(source: PlanSource, measure: Measure) -> Lines:
    kind = Words(MEASURE_KINDS[measure.kind])
    lines = source.lines(measure.what, strong=True) or [Line(kind, strong=True)]
    if not source.hides_places:
        lines += named(measure.provider, MEASURES.provider)
    time = period(measure.starts_on, measure.ends_on)
    if time is not None:
        lines.append(Line(time, MEASURES.time))
    lines += source.typed(measure.extent, MEASURES.extent)
    if measure.language:
        lines.append(Line(Tongue(measure.language), MEASURES.language))
    lines += named(measure.responsible, MEASURES.responsible)
    lines += source.lines(measure.suitability, MEASURES.suitability)
    lines += source.lines(measure.follow_up, MEASURES.follow_up)
    return tuple(lines)


def _agreed(
    source: PlanSource, kinds: set[MeasureKind] | frozenset[MeasureKind], reason: str
) -> list[Lines]:
    """Say under which numbers something is agreed on, and why it departs from the usual."""
    numbers = numbering(source.plan)
    places = [
        numbers[measure.id]
        for goal in ordered_goals(source.plan)
        for measure in ordered_measures(goal)
        if measure.kind in kinds
    ]
    lines = [Line(Listed(tuple(places)), MEASURES.measure)] if places else []
    wording: Wording = getattr(source.plan, reason)
    return _row([*lines, *source.lines(wording, GOALS.reason)])


def _departures(source: PlanSource) -> list[Lines]:
    plan = source.plan
    rows = [
        source.lines(plan.goal_reason, GOALS.goal),
        source.lines(plan.education_reason, GOALS.education_goal),
    ]
    if plan.extension is not None:
        extended = [Line(Words(HEAD.extended))]
        rows.append(extended + source.typed(plan.extension_reason, GOALS.reason))
    return [tuple(row) for row in rows if row]


def _rights(source: PlanSource) -> list[Lines]:
    plan = source.plan
    rows: list[Lines] = [(Line(Wording.of(code)),) for code in plan.rights]
    if plan.rights_explained_on is not None and plan.rights_language:
        values: dict[str, Said] = {
            "date": Day(plan.rights_explained_on),
            "language": Tongue(plan.rights_language),
        }
        explained = [Line(Words(RIGHTS.explained, values))]
        if plan.rights_interpreted:
            explained.append(Line(Words(RIGHTS.interpreted)))
        rows.append(tuple(explained))
    return rows


def _next_review(source: PlanSource) -> list[Lines]:
    day = source.plan.next_review_on
    return _row([Line(Words(RIGHTS.next_review_by, {"date": Day(day)}))] if day else [])
