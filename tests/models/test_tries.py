import pytest

from kotoutus_desktop.errors import TooManyTries
from kotoutus_desktop.models.tries import (
    FREE,
    LONGEST_WAIT,
    begin_try,
    end_tries,
    tries_beside,
    wait_after,
)

NOW = 1_795_000_000.0


@pytest.fixture
def path(tmp_path):
    return tmp_path / "office.kotoutus"


def fail(path, times, now=NOW):
    for _ in range(times):
        begin_try(path, now)


def test_the_delay_grows_and_has_an_end():
    waits = [wait_after(wrong) for wrong in range(12)]

    assert waits[:FREE] == [0] * FREE
    assert waits[FREE : FREE + 4] == [5, 10, 20, 40]
    assert wait_after(1000) == LONGEST_WAIT


def test_after_some_wrong_tries_the_next_has_to_wait(path):
    fail(path, FREE)

    with pytest.raises(TooManyTries) as failure:
        begin_try(path, NOW + 2)
    assert 1 <= failure.value.seconds <= 5
    begin_try(path, NOW + 6)
    with pytest.raises(TooManyTries):
        begin_try(path, NOW + 12)  # twice as long now


def test_a_clock_set_back_or_on_for_years_does_not_lock_anybody_out_for_ever(path):
    fail(path, FREE)
    with pytest.raises(TooManyTries) as failure:
        begin_try(path, NOW - 1e8)

    assert failure.value.seconds <= 6
    begin_try(path, NOW - 1e8 + 6)


def test_the_right_passphrase_forgets_the_count_and_tells_it(path):
    fail(path, 3)

    assert end_tries(path) == 2
    assert not tries_beside(path).exists()
    fail(path, FREE)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"wrong": "x", "last": 0}', b"\xff"])
def test_a_count_that_cannot_be_read_is_none(path, content):
    tries_beside(path).write_bytes(content)

    begin_try(path, NOW)
