"""Which number a goal and a measure have: the same in the editor, on screen and on paper."""

from uuid import UUID

from kotoutus_desktop.models.plan import Goal, Measure, Plan, Term


def ordered_goals(plan: Plan) -> list[Goal]:
    """Return the goals as they are numbered: the long term first, then by position."""
    return sorted(plan.goals, key=lambda goal: (goal.term is not Term.LONG, goal.position, goal.id))


def ordered_measures(goal: Goal) -> list[Measure]:
    """Return the measures of a goal as they are numbered."""
    return sorted(goal.measures, key=lambda measure: (measure.position, measure.id))


def numbering(plan: Plan) -> dict[UUID, str]:
    """Return the number of each goal and measure by its id: "2", "2.1", "2.2".

    Rows that follow the goals on paper go on from `first_free_number`.
    """
    numbers: dict[UUID, str] = {}
    for place, goal in enumerate(ordered_goals(plan), start=1):
        numbers[goal.id] = str(place)
        for part, measure in enumerate(ordered_measures(goal), start=1):
            numbers[measure.id] = f"{place}.{part}"
    return numbers


def first_free_number(plan: Plan) -> int:
    """Return the number of the first row that follows the goals."""
    return len(plan.goals) + 1
