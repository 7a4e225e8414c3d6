"""Clock times and lengths: as they are written, and as they are typed."""

import re

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _

HOUR = 60
_TYPED = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?|(\d{2})(\d{2})")
NOT_A_TIME = N_("Write a time such as 9.00 or 16.30.")


def time_text(minutes: int) -> str:
    """Write minutes from midnight as 9.00, the way of Finland in all three languages."""
    hours, rest = divmod(minutes, HOUR)
    return f"{hours}.{rest:02d}"


def times_text(starts: int, ends: int) -> str:
    """Write from when till when: 9.00-12.00 with an en dash."""
    return f"{time_text(starts)}–{time_text(ends)}"


def hours_text(minutes: int) -> str:
    """Write a length in hours: 70 h, 2 h 30 min."""
    hours, rest = divmod(minutes, HOUR)
    if not rest:
        return _("{n} h").format(n=hours)
    return (
        _("{n} h {rest} min").format(n=hours, rest=rest) if hours else _("{n} min").format(n=rest)
    )


def read_time(typed: str) -> int | None:
    """Read a clock time: 9, 9.00, 9:00 or 0900; None while empty; else raises InvalidInput."""
    text = typed.strip()
    if not text:
        return None
    found = _TYPED.fullmatch(text)
    if found is None:
        raise InvalidInput("", NOT_A_TIME)
    hours = int(found[1] or found[3])
    minutes = int(found[2] or found[4] or 0)
    if hours >= 24 or minutes >= HOUR:
        raise InvalidInput("", NOT_A_TIME)
    return hours * HOUR + minutes
