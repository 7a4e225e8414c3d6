"""Damaged pages and full disks: noticed or harmless, never silent."""

import random
import resource
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from kotoutus_desktop.errors import CannotWrite, DamagedFile, KotoutusError, WrongPassphrase
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.mending.checking import check
from kotoutus_desktop.models.mending.repairing import NOT_MENDED, repair
from kotoutus_desktop.models.new_key import replace_key
from tests.faults.offices import (
    Office,
    copy_kept,
    copy_office,
    kept_files,
    make_office,
    numbers,
    require_whole,
)

PAGE = 4096
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)


@dataclass
class Tally:
    """How often each thing happened, and what must not happen."""

    seen: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def flip(content: bytearray, chance: random.Random) -> None:
    """Turn one bit."""
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def scribble(content: bytearray, chance: random.Random) -> None:
    """Write 512 bytes of anything."""
    place = chance.randrange(len(content) - 512)
    content[place : place + 512] = chance.randbytes(512)


def empty(content: bytearray, chance: random.Random) -> None:
    """Make a page zeros."""
    place = chance.randrange(len(content) // PAGE) * PAGE
    content[place : place + PAGE] = bytes(PAGE)


def swap(content: bytearray, chance: random.Random) -> None:
    """Let two pages change places."""
    one, other = (place * PAGE for place in chance.sample(range(len(content) // PAGE), 2))
    kept = content[one : one + PAGE]
    content[one : one + PAGE] = content[other : other + PAGE]
    content[other : other + PAGE] = kept


def cut(content: bytearray, chance: random.Random) -> None:
    """Lose the end."""
    del content[chance.randrange(PAGE, len(content)) :]


HARMS: tuple[Callable[[bytearray, random.Random], None], ...] = (flip, scribble, empty, swap, cut)


def damage_often(times: int, folder: Path, seed: int = 1) -> Tally:
    """Damage a file, and see whether it is noticed, shown wrongly, copied, and mended."""
    chance = random.Random(seed)
    office = make_office(folder / "original", 120)
    every = _clients(office.path, office.key)
    tally = Tally()
    for number in range(times):
        trial = copy_office(office, folder / "trial")
        content = bytearray(trial.path.read_bytes())
        harm = HARMS[number % len(HARMS)]
        for _once in range(chance.choice((1, 1, 2, 4)) if harm is not cut else 1):
            harm(content, chance)
        trial.path.write_bytes(content)
        try:
            _look_at_damaged(trial, every, tally)
        except Exception as error:  # noqa: BLE001 - every failure is counted and told
            tally.failures.append(f"{harm.__name__} {number}: {type(error).__name__} {error}"[:300])
    return tally


def _look_at_damaged(trial: Office, every: dict[str, str], tally: Tally) -> None:
    noticed = check(trial.path, trial.key)
    tally.seen["noticed by the check" if noticed else "not noticed"] += 1
    try:
        shown = _clients(trial.path, trial.key)
    except (DamagedFile, WrongPassphrase):
        tally.seen["noticed when clients were read"] += 1
    else:
        assert shown == every, "other texts were shown"
    _copy_of_damaged(trial, every, tally)
    if not noticed:
        return
    try:
        done = repair(trial.path, trial.key, AT)
    except DamagedFile:
        tally.seen["not mended, and said so"] += 1
        return
    missing = sum(every[each] != text for each, text in _with(every, trial).items())
    told = sum(done.outcomes.get(kind, 0) for kind in NOT_MENDED)
    assert not missing or told, f"{missing} clients are not as they were"
    tally.seen["mended in part, and said so" if told else "mended whole"] += 1
    assert check(trial.path, trial.key) == ()


def _with(every: dict[str, str], trial: Office) -> dict[str, str]:
    return dict.fromkeys(every, "") | _clients(trial.path, trial.key)


def _copy_of_damaged(trial: Office, every: dict[str, str], tally: Tally) -> None:
    try:
        copy = back_up(trial.path, trial.key, Reason.TIME, AT)
    except KotoutusError:
        tally.seen["no copy was made, and said so"] += 1
        return
    tally.seen["a copy was made"] += 1
    assert _clients(copy.path, trial.key) == every, "a copy holds other texts"


def _clients(path: Path, key: bytes) -> dict[str, str]:
    database = Database(path, key, must_exist=True)
    try:
        with database.reading() as session:
            return dict(session.execute(select(Client.number, Client.need_reason)).all())
    finally:
        database.close()


def fill_often(times: int, folder: Path, seed: int = 1) -> Tally:
    """Run out of disk in every kind of work; on a small disk, or under a limit of file sizes."""
    chance = random.Random(seed)
    office = make_office(folder / "original")
    tally = Tally()
    with SmallDisk(folder / "disk") as disk:
        tally.seen["on a disk that is really full" if disk.is_mounted else "under a limit"] = times
        for number in range(times):
            kind = FULL[number % len(FULL)]
            try:
                tally.seen[_fill(kind, office, disk, chance.randrange(0, 6_000_000))] += 1
            except Exception as error:  # noqa: BLE001 - every failure is counted and told
                text = f"{kind.__name__} {number}: {type(error).__name__} {error}"
                tally.failures.append(text[:300])
    return tally


def _fill(
    kind: Callable[[Office, list[str]], None], office: Office, disk: "SmallDisk", free: int
) -> str:
    place = disk.folder / "trial"
    trial = copy_kept(kept_files()[-2], place) if kind is update else copy_office(office, place)
    said: list[str] = []
    disk.leave(free)
    try:
        kind(trial, said)
        outcome = "went through"
    except CannotWrite:
        outcome = "refused, and said so"
    finally:
        disk.make_room()
    require_whole(trial.path)
    assert set(said) <= set(numbers(trial.path))
    return outcome


def write(office: Office, said: list[str]) -> None:
    """Save until it is refused."""
    database = Database(office.path, office.key, must_exist=True)
    try:
        for number in range(100):
            with database.transaction() as session:
                session.add(Client(number=str(number), need_reason="z" * 20_000))
            said.append(str(number))
    finally:
        database.close()


def copy(office: Office, _said: list[str]) -> None:
    """Make a copy."""
    back_up(office.path, office.key, Reason.TIME, AT)


def update(office: Office, _said: list[str]) -> None:
    """Bring a file of the version before up to date."""
    Database(office.path, office.key, must_exist=True).close()


def turn(office: Office, _said: list[str]) -> None:
    """Give the file a new key."""
    replace_key(office.path, office.key, "Pekka")


FULL: tuple[Callable[[Office, list[str]], None], ...] = (write, copy, update, turn)


class SmallDisk:
    """A disk of 24 MB where mounting is allowed; else a limit on the size of files."""

    SIZE = 24 * 1024 * 1024

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        mount = ["mount", "-t", "tmpfs", "-o", f"size={self.SIZE}", "tmpfs", str(folder)]
        done = (
            subprocess.run(mount, check=False, capture_output=True)
            if shutil.which("mount")
            else None
        )
        self.is_mounted = done is not None and done.returncode == 0
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def __enter__(self) -> "SmallDisk":
        return self

    def __exit__(self, *_error: object) -> None:
        if self.is_mounted:
            subprocess.run(["umount", str(self.folder)], check=True)

    def remount(self, way: str) -> None:
        """Let it be written ("rw") or only read ("ro"); for a disk that is mounted."""
        options = f"remount,size={self.SIZE},{way}"
        subprocess.run(["mount", "-o", options, str(self.folder)], check=True)

    def leave(self, free: int) -> None:
        """Leave so many bytes."""
        if self.is_mounted:
            with (self.folder / "ballast").open("wb") as file:
                file.write(bytes(max(0, shutil.disk_usage(self.folder).free - free)))
        else:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (free + 200_000, self._limits[1]))

    def make_room(self) -> None:
        """Give it all back."""
        (self.folder / "ballast").unlink(missing_ok=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)
