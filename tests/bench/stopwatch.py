"""Medians of the wall's and the processor's time, and the SQL that an act of the program sends."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter, process_time
from typing import Any, NamedTuple

from sqlalchemy import Engine, event

TIMES = 40
Statement = tuple[str, Any]


class Median(NamedTuple):
    """Milliseconds: on the clock, and of the processor alone, which other programs disturb less."""

    wall: float
    cpu: float


def median(
    action: Callable[[], object],
    *,
    before: Callable[[], object] = lambda: None,
    times: int = TIMES,
) -> Median:
    """Return the median of an action that has been done once already; `before` is not timed."""
    walls, cpus = [], []
    for turn in range(times + 1):
        before()
        wall, cpu = perf_counter(), process_time()
        action()
        if turn:
            cpus.append(process_time() - cpu)
            walls.append(perf_counter() - wall)
    return Median(statistics.median(walls) * 1000, statistics.median(cpus) * 1000)


@contextmanager
def listening() -> Iterator[list[Statement]]:
    """Note the SQL that is sent within the block, by whichever engine, with its values."""
    sent: list[Statement] = []

    def note(_: Any, __: Any, statement: str, values: Any, *___: Any) -> None:
        sent.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def queries(sent: list[Statement]) -> list[Statement]:
    """Leave out what asks nothing of the file: BEGIN and the settings of a connection."""
    return [(sql, values) for sql, values in sent if sql.lstrip().startswith(("SELECT", "WITH"))]


def line(name: str, ours: Median, bare: Median | None) -> str:
    """Write ours beside the same queries on the bare driver."""
    text = f"{name:<34}{ours.wall:8.2f} ms ({ours.cpu:7.2f} cpu)"
    if bare is None:
        return f"{text}{'no query':>28}"
    ratio = ours.cpu / bare.cpu if bare.cpu else 0
    return f"{text}{bare.wall:8.2f} ms ({bare.cpu:6.2f} cpu) bare  x{ratio:.1f}"
