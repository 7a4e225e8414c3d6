"""How long work says how far it is, without knowing who listens."""

from collections.abc import Callable

Report = Callable[[int, int], None]  # done, total; raises Cancelled to stop the work


def ignore(_done: int, _total: int) -> None:
    """Report to nobody."""
