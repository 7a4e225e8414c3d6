from collections.abc import Callable
from pathlib import Path

import pytest

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import create_keys, keys_beside
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan

GOLDEN = Path(__file__).parent.parent / "casefile" / "data"
PASSPHRASE = "viisi pientä hanhea uimassa"


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_interface_language("en")


@pytest.fixture
def case_path() -> Path:
    return GOLDEN / "two_surnames_year_only.json"


@pytest.fixture
def office_file(
    tmp_path: Path, make_client: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An encrypted file with one client and a plan; its passphrase lies in a file."""
    path = tmp_path / "utajarvi.kotoutus"
    key, _ = create_keys(keys_beside(path), PASSPHRASE, cost=Cost(memory=8, passes=1, lanes=1))
    database = Database(path, key)
    officer = Officer(name="Maija Esimerkki")
    client = make_client(identity_code="140388-9626")
    with database.transaction() as session:
        session.add_all([Office(municipality="889", name_fi="Utajärven kunta"), officer])
        session.add(client)
        session.flush()
        session.add(Plan(client_id=client.id, officer_id=officer.id))
    database.close()
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("KOTOUTUS_PASSPHRASE_FILE", str(secret))
    return path
