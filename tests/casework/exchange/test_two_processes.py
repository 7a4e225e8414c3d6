import subprocess
import sys
from pathlib import Path

import pytest

from kotoutus_desktop.models.database import Database
from tests.conftest import KEY
from tests.models.history.conftest import cases, clashes

ROOT = Path(__file__).parents[3]


@pytest.mark.timeout(300)
def test_two_processes_work_a_day_and_agree(library, centre, make_client, tmp_path):
    for _ in range(3):
        library.store(make_client())
    centre.take(library.send(centre))
    files = {laptop.name: laptop.database.path for laptop in (library, centre)}
    for laptop in (library, centre):
        laptop.database.close()
    folder = tmp_path / "shared"
    folder.mkdir()

    days = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.casework.exchange.day_at_a_laptop"),
                *(str(path), str(folder), name, "3"),
            ],
            cwd=ROOT,
        )
        for name, path in files.items()
    ]
    assert [day.wait(240) for day in days] == [0, 0]

    here, there = (Database(path, KEY) for path in files.values())
    assert cases(here) == cases(there)
    assert clashes(here) == clashes(there)
    assert len(cases(here)["client"]) > 2
    here.close()
    there.close()
