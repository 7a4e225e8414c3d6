"""Copies made while somebody works, each restored; and copies of the three versions before."""

import shutil
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.restoring import restore
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import keys_beside
from tests.faults.offices import (
    Office,
    copy_kept,
    copy_office,
    kept_files,
    make_office,
    numbers,
    require_whole,
)

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
EARLIER_VERSIONS = 3


@dataclass
class Tally:
    """How many copies were restored, of what, and what failed."""

    restored: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def copy_under_load(times: int, folder: Path, _seed: int = 1) -> Tally:
    """Copy while two threads write families of two; restore every copy; then those of before."""
    office = copy_office(make_office(folder / "original"), folder / "busy")
    tally = Tally()
    copies = _made_while_busy(office, times)
    for copy, least in copies:
        _restore_and_look(copy, office, folder / "restored", tally, "under load", least)
    for kept in kept_files()[-1 - EARLIER_VERSIONS : -1]:
        earlier = copy_kept(kept, folder / "earlier")
        _restore_and_look(earlier.path, earlier, folder / "restored", tally, kept.stem, 1)
    return tally


def _made_while_busy(office: Office, times: int) -> list[tuple[Path, int]]:
    """Return the copies, each with how many clients were acknowledged before it was begun."""
    database = Database(office.path, office.key, must_exist=True)
    stop = threading.Event()
    saved: list[int] = []

    def write(name: str) -> None:
        number = 0
        while not stop.is_set():
            with database.transaction() as session:
                session.add_all([Client(number=f"{name} {number}") for _twice in range(2)])
            saved.append(number)
            number += 1

    writers = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    copies = []
    try:
        for number in range(times):
            before = 2 * len(saved)
            at = AT + timedelta(minutes=number)
            copies.append((back_up(office.path, office.key, Reason.TIME, at).path, before))
    finally:
        stop.set()
        for writer in writers:
            writer.join()
        database.close()
    return copies


def _restore_and_look(
    copy: Path, office: Office, folder: Path, tally: Tally, kind: str, least: int
) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    target = folder / office.path.name
    shutil.copyfile(keys_beside(copy), keys_beside(target))
    try:
        restore(target, copy, office.key, AT)
        require_whole(target)
        found = Counter(number for number in numbers(target) if number.startswith(("a ", "b ")))
        assert set(found.values()) <= {2}, "half a family"
        everybody = sum(found.values()) if kind == "under load" else len(numbers(target))
        assert everybody >= least, "somebody who was acknowledged is missing"
        tally.restored[kind] += 1
    except Exception as error:  # noqa: BLE001 - every failure is counted and told
        tally.failures.append(f"{kind}: {type(error).__name__} {error}"[:300])
