from uuid import uuid4

from kotoutus_desktop.models.numbering import first_free_number, numbering
from kotoutus_desktop.models.plan import Goal, Measure, Plan, Term


def test_the_long_term_comes_first_and_measures_count_within_their_goal() -> None:
    client = uuid4()
    second = Goal(client_id=client, position=1)
    first = Goal(client_id=client, position=0)
    long_term = Goal(client_id=client, position=5, term=Term.LONG)
    late, early = (Measure(client_id=client, position=position) for position in (1, 0))
    first.measures.extend([late, early])
    plan = Plan(client_id=client, goals=[second, first, long_term])

    numbers = numbering(plan)

    assert numbers == {
        long_term.id: "1",
        first.id: "2",
        early.id: "2.1",
        late.id: "2.2",
        second.id: "3",
    }
    assert first_free_number(plan) == 4


def test_a_plan_without_goals_begins_at_one() -> None:
    plan = Plan(client_id=uuid4())

    assert numbering(plan) == {}
    assert first_free_number(plan) == 1
