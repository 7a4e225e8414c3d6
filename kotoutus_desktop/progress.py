"""How long work says how far it is, without knowing who listens."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[int, int], None]  # done, total; raises Cancelled to stop the work


def ignore(_done: int, _total: int) -> None:
    """Report to nobody."""


def share(report: Report, first: int, last: int) -> Report:
    """Return what a part of the work reports to: it goes from one hundredth to another."""

    def told(done: int, total: int) -> None:
        report(first + (last - first) * done // max(total, 1), 100)

    return told


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: of a hundred thousand new records nothing is any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
