"""How long five thousand messy rows of a spreadsheet take, from the file to the clients."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from kotoutus_desktop.casework.importing.clients import prepare, store, without_doubt
from kotoutus_desktop.casework.importing.columns import match_columns
from kotoutus_desktop.casework.importing.table import read_table
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office
from tests.bench.conftest import KEY, NAMES

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ROWS, SLOWEST = 5000, 20  # seconds of the processor
HEADINGS = ["Sukunimi", "Etunimi", "Syntymäaika", "Kieli", "Kotikunta", "Puhelin", "Huom."]

Report = Callable[[str], None]


def messy(path: Path) -> Path:
    """Write rows of which a tenth is wrong and a twentieth stands there twice."""
    chance = random.Random(681)
    names = NAMES.read_text(encoding="utf-8").split()
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADINGS)
    row: list[object] = []
    for number in range(ROWS):
        if not number % 20 and row:
            sheet.append(row)
            continue
        row = [
            *chance.sample(names, 2),
            chance.choice(["4.5.1990", "1984-02-03", 1971, 30000]),
            chance.choice(["arabia", "somali", "ti", "ukrainska"]),
            chance.choice(["Utajärvi", "091", "Helsingfors"]),
            chance.randrange(10**8, 10**9),
            "soita",
        ]
        if not number % 10:
            row[chance.randrange(2, 5)] = "???"
        sheet.append(row)
    book.save(path)
    return path


def test_five_thousand_messy_rows(tmp_path: Path, report: Report) -> None:
    path = messy(tmp_path / "a.xlsx")
    database = Database(tmp_path / "office.kotoutus", KEY)
    with database.transaction() as session:
        session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))

    start = process_time()
    table = read_table(path)
    with database.reading() as session:
        found = prepare(session, table, match_columns(table.headings), None, NOW)
    looked = process_time() - start
    with database.transaction() as session:
        count = store(session, without_doubt(found))
    spent = process_time() - start

    report(
        f"{ROWS} rows: {count} stored, {len(found.refused)} faults; looked at in {looked:.1f} s"
        f" of CPU, stored after {spent:.1f} s"
    )
    with database.reading() as session:
        assert session.scalar(select(func.count(Client.id))) == count
    database.close()
    assert count > ROWS * 0.8
    assert found.refused
    assert spent < SLOWEST
