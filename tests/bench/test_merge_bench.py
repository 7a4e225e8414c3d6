"""How long another laptop's cases take: 100 000 operations, and a file of 200 cases."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.exchange.laptops import own_card, read_card, trust
from kotoutus_desktop.casework.exchange.receiving import look_at, read_transfer, take
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.demo.filling import fill
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.merging import Bundle, bundle_of
from kotoutus_desktop.models.history.row_state import Operation
from kotoutus_desktop.models.transfer.bundle_text import write_bundle
from kotoutus_desktop.models.transfer.laptop_keys import LaptopKeys
from kotoutus_desktop.models.transfer.sealed_file import seal_file
from tests.conftest import KEY, TODAY

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

NOW = datetime(2026, 11, 24, tzinfo=UTC)
HEX = re.compile("[0-9a-f]{32}")
OPERATIONS, CASES = 100_000, 200
SLOWEST, SLOWEST_FILE = 30, 10  # seconds of the processor

Report = Callable[[str], None]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bundle]:
    """A file without clients, and the history of the forty clients of the demo."""
    folder = tmp_path_factory.mktemp("merge")
    full = Database(folder / "full.kotoutus", KEY)
    fill(full, TODAY, NOW)
    with full.reading() as session:
        bundle = bundle_of(session.connection())
    with full.transaction() as session:
        for client in session.scalars(select(Client)):
            session.delete(client)
    full.close()
    return folder / "full.kotoutus", bundle


def many(bundle: Bundle, *, cases: int) -> Bundle:
    """Return the same history, told of as many other clients, each part by a laptop of its own."""
    of_cases = [each for each in bundle.operations if each.case_id]
    told_of = len({each.case_id for each in of_cases})
    made: list[Operation] = []
    replaced: list[tuple[bytes, int, bytes, int]] = []
    for _ in range(0, cases, told_of):
        replica = uuid7().bytes
        names = {each.row.hex(): uuid7().hex for each in of_cases}
        made += [_renamed(each, replica, names) for each in of_cases]
        replaced += [(replica, before, replica, after) for _, before, _, after in bundle.replaced]
    return Bundle(tuple(made), tuple(replaced))


def _renamed(operation: Operation, replica: bytes, names: dict[str, str]) -> Operation:
    def name(key: bytes) -> bytes:
        return bytes.fromhex(names.get(key.hex(), key.hex()))

    fields = HEX.sub(lambda found: names.get(found[0], found[0]), operation.fields)
    case = name(operation.case_id) if operation.case_id else None
    return operation._replace(replica=replica, row=name(operation.row), case_id=case, fields=fields)


def received(source: Path, folder: Path, bundle: Bundle) -> tuple[Database, bytes]:
    """Return an office's file, and a sealed file that a laptop it knows made for it."""
    shutil.copy(source, folder / "office.kotoutus")
    database = Database(folder / "office.kotoutus", KEY)
    other = LaptopKeys.make()
    with database.transaction() as session:
        trust(session, read_card(session, other.card("A").text()), "A", TODAY)
        body = write_bundle(bundle, the_office(session).id)
        return database, seal_file(body, other, [own_card(session).recipient])


def test_a_hundred_thousand_operations(told, tmp_path, report: Report):
    source, bundle = told
    cases = OPERATIONS * 40 // len(bundle.operations)
    database, data = received(source, tmp_path, many(bundle, cases=cases))

    start = process_time()
    with database.transaction() as session:
        news = take(session, read_transfer(session, data), NOW)
    spent = process_time() - start
    start = process_time()
    with database.transaction() as session:
        assert take(session, read_transfer(session, data), NOW).is_empty
    again = process_time() - start

    report(
        f"{news.operations} operations of {len(news.cases)} cases, {len(data) / 1e6:.1f} MB:"
        f" {spent:.1f} s of CPU, again {again:.1f} s"
    )
    database.close()
    assert news.operations >= OPERATIONS * 0.9
    assert spent < SLOWEST


def test_a_file_of_two_hundred_cases_is_opened_shown_and_merged(told, tmp_path, report: Report):
    source, bundle = told
    database, data = received(source, tmp_path, many(bundle, cases=CASES))

    start = process_time()
    with database.transaction() as session:
        incoming = read_transfer(session, data)
    news = look_at(database, incoming, NOW)
    shown = process_time() - start
    with database.transaction() as session:
        take(session, incoming, NOW)
    spent = process_time() - start

    report(f"{len(news.cases)} cases, {len(data) / 1e6:.2f} MB: shown in {shown:.1f} s of CPU,"
           f" merged after {spent:.1f} s")  # fmt: skip
    database.close()
    assert len(news.cases) == CASES
    assert spent < SLOWEST_FILE
