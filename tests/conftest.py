"""What every test may use: a real encrypted file, a fixed day, people with the usual facts."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")

import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine
from sqlalchemy.util import LRUCache

from kotoutus_desktop.models import engine
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from tests.no_network import refuse_network

refuse_network()

KEY = bytes(range(32))
TODAY = date(2026, 11, 24)
MEMORY = Path("/dev/shm")  # Linux alone has it
ROOM = 4 << 30  # bytes: many times what the tests hold at once

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """Let the tests' files lie in memory where it has room: a disk is waited for at every commit.

    Measurements want the disk that the program will have.
    """
    room = shutil.disk_usage(MEMORY).free if MEMORY.is_dir() else 0
    if room > ROOM and config.option.markexpr != "bench":
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Leave what lives to the end, modules and tests, out of every search for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session", autouse=True)
def one_dialect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Statements compiled for one file serve the next: each file made anew would compile them."""
    path = tmp_path_factory.mktemp("dialect") / "first.kotoutus"
    first = engine.open_engine(path, KEY, create=True)
    first.connect().close()  # a dialect knows what it speaks after its first connection
    first.dispose()
    compiled = LRUCache(5000)

    def create(*arguments: Any, **options: Any) -> Engine:
        made = create_engine(*arguments, execution_options={"compiled_cache": compiled}, **options)
        made.dialect = first.dialect
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", create)
        yield


@pytest.fixture(scope="session")
def lay(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Path], Any], Path], Any]:
    """Return what fills a folder as a maker does, and gives what the maker gave.

    The maker is run once: every later folder gets a copy of what it made in the first.
    """
    made: dict[Callable[[Path], Any], tuple[Path, Any]] = {}

    def lay_it(make: Callable[[Path], Any], folder: Path) -> Any:
        if make not in made:
            first = tmp_path_factory.mktemp("made")
            made[make] = first, make(first)
        first, given = made[make]
        shutil.copytree(first, folder, dirs_exist_ok=True)
        return given

    return lay_it


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted file with every table, made once: tests work on copies of it."""
    path = tmp_path_factory.mktemp("empty") / "empty.kotoutus"
    Database(path, KEY).close()
    return path


@pytest.fixture
def database(tmp_path: Path, empty_file: Path) -> Iterator[Database]:
    """A real encrypted file of its own."""
    path = tmp_path / "office.kotoutus"
    shutil.copy(empty_file, path)
    database = Database(path, KEY)
    yield database
    database.close()


@pytest.fixture
def office(database: Database) -> Office:
    """The office of the file, stored."""
    office = Office(
        municipality="889",
        name_fi="Utajärven kunta",
        name_sv="Utajärvi kommun",
        unit_fi="Maahanmuuttopalvelut",
        unit_sv="Invandrarservice",
        phone="08 555 0100",
        email="kotoutuminen@utajarvi.example",
        case_prefix="U7",
    )
    with database.transaction() as session:
        session.add(office)
    return office


@pytest.fixture
def officer(database: Database) -> Officer:
    """The counsellor who sits at the laptop, stored."""
    officer = Officer(
        name="Maija Esimerkki", title_fi="maahanmuutto-ohjaaja", title_sv="invandrarrådgivare"
    )
    with database.transaction() as session:
        session.add(officer)
    return officer


@pytest.fixture
def make_client() -> Callable[..., Client]:
    """Return a maker of clients who are right in every field except those the test names."""

    def make(**fields: Any) -> Client:
        usual: dict[str, Any] = {
            "number": "U7-0214",
            "family_names": "Al-Khatib",
            "given_names": "Amal Hassan",
            "call_name": "Amal",
            "own_script_name": "أمل حسن الخطيب",
            "born": date(1988, 3, 14),
            "born_precision": Precision.DAY,
            "citizenships": ["760"],
            "mother_tongue": "ar",
            "service_language": "ar",
            "integration_language": "fi",
            "interpreter_needed": True,
            "right_of_residence": RightOfResidence.PERMIT,
            "residence_ground": "asylum",
            "first_granted": date(2026, 3, 12),
            "protection": Protection.INTERNATIONAL_PROTECTION,
            "home_municipality": "889",
            "first_home_municipality_on": date(2026, 4, 1),
        }
        return Client(**(usual | fields))

    return make
