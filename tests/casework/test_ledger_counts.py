from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.casework.ledger import LedgerRow
from kotoutus_desktop.casework.ledger_counts import PARTS, Column, ledger_lines, part_of
from kotoutus_desktop.casework.ledger_courses import Whose
from kotoutus_desktop.rules.obligations import SECTIONS, Obligation, Rule, State

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@st.composite
def rows(draw):
    rule = draw(st.sampled_from(list(Rule)))
    obligation = Obligation(rule, draw(DAYS), draw(st.none() | DAYS), SECTIONS[rule])
    reason = draw(st.sampled_from(["", "Kurssi oli täynnä."]))
    whose = Whose(UUID(int=draw(st.integers(0, 99))), "U7-0001", False)
    return LedgerRow(whose, obligation, obligation.state(TODAY), reason)


@given(rows=st.lists(rows()))
def test_the_parts_are_together_what_fell_due(rows):
    for line in ledger_lines(rows):
        counts = dict(zip(Column, line.counts(), strict=True))
        assert counts[Column.DUE] == sum(counts[part] for part in PARTS) > 0


@given(rows=st.lists(rows()))
def test_the_months_are_together_the_whole_period(rows):
    lines = ledger_lines(rows)
    for whole in (line for line in lines if line.month is None):
        months = [line.counts() for line in lines if line.rule is whole.rule and line.month]
        assert whole.counts() == tuple(map(sum, zip(*months, strict=True)))
    assert sum(line.counts()[0] for line in lines if line.month is None) == len(rows)


@given(rows=st.lists(rows()))
def test_every_number_is_the_number_of_its_rows(rows):
    for line in ledger_lines(rows):
        for column, count in zip(Column, line.counts(), strict=True):
            behind = line.behind(column)
            assert len(behind) == count
            assert all(column is Column.DUE or part_of(row) is column for row in behind)


def test_only_what_is_late_is_divided_by_its_reason():
    obligation = Obligation(Rule.REVIEW, date(2026, 12, 1), None, SECTIONS[Rule.REVIEW])
    whose = Whose(UUID(int=1), "U7-0001", False)
    parts = [part_of(LedgerRow(whose, obligation, state, "Syy.")) for state in State]

    assert parts == [Column.IN_TIME, Column.LATE_WITH_REASON, Column.OPEN]
    late = LedgerRow(whose, obligation, State.LATE)
    assert part_of(late) is Column.LATE_WITHOUT_REASON
