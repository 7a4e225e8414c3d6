from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.models.backups.thinning import (
    ALL_FOR,
    KEPT_ANYWAY,
    MONTHLY_FOR,
    period_of,
    to_remove,
)

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    made_at: datetime
    is_proven: bool = True
    is_safety: bool = False


copies = st.lists(
    st.builds(
        Made,
        st.integers(0, 60 * 24 * 800).map(lambda minutes: NOW - timedelta(minutes=minutes)),
        st.booleans(),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=60,
)


def kept_of(made):
    gone = {id(copy) for copy in to_remove(made, NOW)}
    return [copy for copy in made if id(copy) not in gone]


@given(copies)
def test_the_newest_proven_copy_is_never_removed(made):
    proven = [copy for copy in made if copy.is_proven]
    newest = max(proven, key=lambda copy: copy.made_at, default=None)

    assert newest is None or newest in kept_of(made)


@given(copies)
def test_each_period_keeps_one_and_a_proven_one_where_there_is_one(made):
    newest = max((copy.made_at for copy in made), default=NOW)
    kept = kept_of(made)
    for period in {period_of(copy, newest) for copy in made} - {None}:
        inside = [copy for copy in made if period_of(copy, newest) == period]
        left = [copy for copy in kept if period_of(copy, newest) == period]
        assert left
        assert any(copy.is_proven for copy in left) or not any(copy.is_proven for copy in inside)


@given(copies)
def test_no_period_keeps_more_than_one_besides_the_newest_proven(made):
    newest = max((copy.made_at for copy in made), default=NOW)
    proven = sorted(
        (copy for copy in made if copy.is_proven), key=lambda copy: copy.made_at, reverse=True
    )[:KEPT_ANYWAY]
    rest = [copy for copy in kept_of(made) if all(copy is not each for each in proven)]
    periods = [period_of(copy, newest) for copy in rest]

    assert len(periods) == len(set(periods))
    assert None not in periods


@given(copies)
def test_the_last_day_is_kept_whole(made):
    newest = max((copy.made_at for copy in made), default=NOW)
    kept = kept_of(made)

    assert all(
        any(copy is each for each in kept) for copy in made if newest - copy.made_at <= ALL_FOR
    )


@given(copies)
def test_thinning_twice_removes_nothing_more(made):
    assert to_remove(kept_of(made), NOW) == []


def test_a_year_of_half_hours_leaves_few_dozen():
    made = [Made(NOW - timedelta(minutes=30 * n)) for n in range(2 * 24 * 500)]
    kept = kept_of(made)

    assert len(kept) < 49 + 8 + 6 + 14
    assert min(copy.made_at for copy in kept) >= NOW - MONTHLY_FOR


def test_a_clock_that_jumps_a_decade_leaves_the_newest_proven():
    made = [Made(NOW - timedelta(days=n)) for n in range(20)]
    later = NOW + timedelta(days=3650)
    made.append(Made(later))

    assert len(made) - len(to_remove(made, later)) == KEPT_ANYWAY


def test_a_copy_of_the_future_does_not_make_the_others_old():
    made = [Made(NOW - timedelta(days=n)) for n in range(6)]

    assert to_remove([*made, Made(NOW + timedelta(days=3650))], NOW) == []


def test_nothing_gives_nothing():
    assert to_remove([], NOW) == []
