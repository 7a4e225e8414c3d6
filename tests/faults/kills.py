"""Killing the program at random moments: what it acknowledged is there, and every file opens.

The work is done by a forked process, which has everything loaded, and is killed without any
chance to tidy up. It acknowledges a step only when the step has returned.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kotoutus_desktop.errors import WrongPassphrase
from kotoutus_desktop.models.backups.making import back_up, prove_again
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import copies_in, sweep
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.merging import Bundle, bundle_of, merge
from kotoutus_desktop.models.history.recording import become_another
from kotoutus_desktop.models.key_slots import keys_beside, unlock
from kotoutus_desktop.models.new_key import replace_key
from kotoutus_desktop.models.place import copies_folder
from tests.faults.offices import (
    LEAVES,
    Office,
    copy_kept,
    copy_office,
    kept_files,
    make_office,
    numbers,
    require_whole,
)

Say = Callable[[str], None]
START = datetime(2026, 11, 24, 8, tzinfo=UTC)


@dataclass
class Tally:
    """What came out: how many kills, how many of them in the middle of the work."""

    kills: int = 0
    in_the_middle: int = 0
    acknowledged: int = 0
    failures: list[str] = field(default_factory=list)


def save(office: Office, say: Say) -> None:
    """Save families of two, again and again."""
    database = Database(office.path, office.key, must_exist=True)
    for number in range(100):
        with database.transaction("Add a family") as session:
            session.add_all([Client(number=str(number)), Client(number=str(number))])
        say(str(number))
    database.close()


def after_save(office: Office, said: list[str]) -> None:
    """Every acknowledged family is there, and no half of one."""
    found = [number for number in numbers(office.path) if not number.startswith("old")]
    assert set(said) <= set(found)
    assert all(found.count(number) == 2 for number in found)


def migrate(office: Office, say: Say) -> None:
    """Bring a file of an earlier version up to date."""
    Database(office.path, office.key, must_exist=True).close()
    say("done")


def after_migrate(office: Office, _said: list[str]) -> None:
    """The file has all its clients, of whichever version it is now."""
    assert len(numbers(office.path)) > 0


def copy(office: Office, say: Say) -> None:
    """Save and copy by turns."""
    database = Database(office.path, office.key, must_exist=True)
    for number in range(5):
        with database.transaction() as session:
            session.add(Client(number=str(number)))
        at = START + timedelta(minutes=number)
        say(back_up(office.path, office.key, Reason.TIME, at).path.name)
    database.close()


def after_copy(office: Office, said: list[str]) -> None:
    """Every copy that was acknowledged can be restored, and nothing half done is left."""
    folder = copies_folder(office.path)
    sweep(folder, office.path)
    copies = {each.path.name: each for each in copies_in(folder, office.path)}
    assert set(said) <= copies.keys()
    for name in said:
        assert copies[name].is_proven
        prove_again(copies[name].path, office.key, folder / "trial")
    assert len([name for name in numbers(office.path) if name.isdigit()]) >= len(said)


def turn(office: Office, say: Say) -> None:
    """Give the file a new key because somebody leaves."""
    replace_key(office.path, office.key, "Pekka")
    say("done")


def after_turn(office: Office, said: list[str]) -> None:
    """Who stays has every client; who left is out once that was acknowledged."""
    assert len(numbers(office.path)) == 40
    if said:
        try:
            unlock(keys_beside(office.path), LEAVES)
        except WrongPassphrase:
            return
        raise AssertionError("who left still opens the file")


def merge_bundles(office: Office, say: Say) -> None:
    """Take over what another laptop did, one case at a time."""
    database = Database(office.path, office.key, must_exist=True)
    for number, bundle in enumerate(BUNDLES):
        with database.transaction() as session:
            merge(session.connection(), bundle)
        say(str(number))
    database.close()


def after_merge(office: Office, said: list[str]) -> None:
    """Every acknowledged case is whole; of the others all or nothing."""
    found = [number for number in numbers(office.path) if not number.startswith("old")]
    assert {f"other {number}" for number in said} <= set(found)
    assert len(found) == len(set(found))


BUNDLES: list[Bundle] = []


def prepare_bundles(office: Office, folder: Path) -> None:
    """Write twenty cases on another laptop, and bundle each."""
    other = copy_office(office, folder / "other")
    database = Database(other.path, other.key)
    with database.transaction() as session:
        become_another(session.connection())
    clients = [Client(number=f"other {n}", need_reason="y" * 900) for n in range(20)]
    with database.transaction() as session:
        session.add_all(clients)
    with database.reading() as session:
        cases = [client.id.bytes for client in clients]
        BUNDLES[:] = [bundle_of(session.connection(), [case]) for case in cases]
    database.close()


Work = tuple[Callable[[Office, Say], None], Callable[[Office, list[str]], None], float]
WORKS: dict[str, Work] = {  # with the longest wait before the kill, in seconds
    "saving": (save, after_save, 1.5),
    "migrating": (migrate, after_migrate, 1.0),
    "copying": (copy, after_copy, 3.0),
    "re-keying": (turn, after_turn, 1.0),
    "merging": (merge_bundles, after_merge, 1.5),
}


def kill_often(kind: str, times: int, folder: Path, seed: int = 1) -> Tally:
    """Kill one kind of work at random moments, and look each time at what is left."""
    work, look, longest = WORKS[kind]
    chance = random.Random(f"{seed} {kind}")
    office = make_office(folder / "original")
    if kind == "merging":
        prepare_bundles(office, folder)
    longest = _duration(kind, office, folder) or longest
    tally = Tally()
    for number in range(times):
        trial = _fresh(kind, office, folder / "trial", number)
        said, ended = _killed(work, trial, chance.uniform(0, longest))
        tally.kills += 1
        tally.in_the_middle += not ended
        tally.acknowledged += len(said)
        try:
            require_whole(trial.path)
            look(trial, said)
        except Exception as error:  # noqa: BLE001 - every failure is counted and told
            tally.failures.append(f"{kind} {number}: {type(error).__name__} {error}"[:300])
    return tally


def _fresh(kind: str, office: Office, folder: Path, number: int) -> Office:
    if kind != "migrating":
        return copy_office(office, folder)
    earlier = kept_files()[-4:-1]  # the three versions before
    return copy_kept(earlier[number % len(earlier)], folder)


def _duration(kind: str, office: Office, folder: Path) -> float:
    """Return how long the work takes here when nobody kills it; at most some seconds."""
    trial = _fresh(kind, office, folder / "trial", 0)
    began = time.monotonic()
    _killed(WORKS[kind][0], trial, 6.0)
    return min(6.0, time.monotonic() - began)


def _killed(
    work: Callable[[Office, Say], None], office: Office, wait: float
) -> tuple[list[str], bool]:
    """Do the work in another process and kill it after a time; what it said, and if it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, office, writing)
    os.close(writing)
    with _waking(reading) as text:
        assert text.readline() == b"begins\n"
        deadline = time.monotonic() + wait
        ended = False
        while not ended and time.monotonic() < deadline:
            ended = os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
        said = [line.decode().strip() for line in text if line.endswith(b"\n")]
    _pid, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the work failed by itself")
    return said, ended


@contextmanager
def _waking(reading: int) -> Iterator[object]:
    with os.fdopen(reading, "rb") as text:
        yield text


def _work(work: Callable[[Office, Say], None], office: Office, writing: int) -> None:
    """Never returns: this is another process."""
    try:
        os.write(writing, b"begins\n")
        work(office, lambda text: os.write(writing, f"{text}\n".encode()) and None)
    except BaseException as error:  # noqa: BLE001 - the parent hears of it
        sys.stderr.write(f"{type(error).__name__} {error}\n")
        os._exit(1)
    os._exit(0)
