"""How often a wrong passphrase was typed, and how long the next one has to wait.

The count lies beside the file, so that starting the program again does not help. It slows down
somebody at this computer; whoever takes the files away is slowed by Argon2id alone.
"""

import json
from contextlib import suppress
from pathlib import Path

from kotoutus_desktop.errors import TooManyTries
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.durable import write_durably

FREE = 3  # wrong ones that cost nothing: everybody mistypes
FIRST_WAIT = 5  # seconds; it doubles with every further wrong one
LONGEST_WAIT = 15 * 60

_WAIT = N_("Too many wrong tries. Wait a moment before the next one.")


def tries_beside(database: Path) -> Path:
    """Return where the count of a file is."""
    return database.with_name(database.name + ".tries")


def wait_after(wrong: int) -> int:
    """Return how many seconds follow a number of wrong tries."""
    return 0 if wrong < FREE else min(FIRST_WAIT * 2 ** min(wrong - FREE, 20), LONGEST_WAIT)


def begin_try(database: Path, now: float) -> None:
    """Count a try before it is made, so that ending the program does not undo it.

    `now` are seconds since 1970. Raises TooManyTries while it is too early. A clock that was
    set back makes nobody wait longer than before.
    """
    wrong, last = _read(database)
    wait = wait_after(wrong)
    left = last + wait - now
    if now < last:
        _write(database, wrong, now)
        left = wait
    if left > 0:
        raise TooManyTries(_WAIT, int(left) + 1)
    _write(database, wrong + 1, now)


def end_tries(database: Path) -> int:
    """Forget the count after the right passphrase; returns how many wrong ones came before."""
    wrong, _last = _read(database)
    with suppress(OSError):
        tries_beside(database).unlink(missing_ok=True)
    return max(0, wrong - 1)


def _read(database: Path) -> tuple[int, float]:
    try:
        values = json.loads(tries_beside(database).read_bytes())
        return max(0, int(values["wrong"])), float(values["last"])
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return 0, 0.0


def _write(database: Path, wrong: int, last: float) -> None:
    with suppress(OSError):  # a folder that cannot be written: the file cannot be opened either
        write_durably(tries_beside(database), json.dumps({"wrong": wrong, "last": last}).encode())
