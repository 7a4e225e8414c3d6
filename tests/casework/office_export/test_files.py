import csv
import json
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from sqlalchemy import func, select

from kotoutus_desktop.casework.attachments import Scan, add_scan
from kotoutus_desktop.casework.held_file import plain
from kotoutus_desktop.casework.office_export import files
from kotoutus_desktop.casework.office_export.csv_table import DELIMITER
from kotoutus_desktop.casework.office_export.files import (
    Wanted,
    export_office,
    note_office_exported,
)
from kotoutus_desktop.casework.office_export.tables import exported_tables
from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.models.attachment import AttachmentKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.keeping.office_words import OfficeWords
from tests.planting import plant

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def planted(database, office, officer):
    database.act_as(officer.id)
    with database.transaction() as session:
        found = plant(session.connection())
        client = session.get_one(Client, found.client_id)
        client.officer_id, client.family_names = officer.id, "=HYPERLINK(1)"
        client.non_disclosure = client.trafficking_victim = client.restricted = False
    return found


def exported(database, wanted=Wanted()):  # noqa: B008 - frozen
    with database.reading() as session:
        return export_office(session, wanted, OfficeWords(), NOW)


def opened(exported):
    with zipfile.ZipFile(BytesIO(exported.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def csv_rows(content):
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=DELIMITER))


def test_every_row_of_every_table_is_in_json_and_csv(database, planted):
    inside = opened(exported(database))
    tables = json.loads(inside["office.json"])["tables"]

    for table in exported_tables():
        with database.reading() as session:
            found = session.execute(select(table).order_by(table.c.id)).mappings().all()
        stored = [{name: plain(value) for name, value in row.items()} for row in found]
        assert tables[table.name] == stored
        rows = csv_rows(inside[f"csv/{table.name}.csv"])
        assert [row["id"] for row in rows] == [row["id"] for row in stored]
    assert tables["client"][0]["street"] == planted.words["client", "street"]


def test_the_schema_has_words_for_each_table_and_column(database, planted):
    schema = json.loads(opened(exported(database, Wanted(history=True)))["schema.json"])

    for table in exported_tables(history=True):
        said = schema["tables"][table.name]
        assert said["words"] not in ("", table.name)
        for column in table.columns:
            words = said["columns"][column.name]["words"]
            assert words not in ("", column.name), f"{table.name}.{column.name}"
    assert schema["left_out"]["own_laptop"]
    assert schema["tables"]["goal"]["columns"]["plan_id"]["key_of"] == "plan"


def test_no_secret_key_leaves(database, planted):
    names = opened(exported(database, Wanted(scans=True, history=True)))

    for secret in ("own_laptop", "replica", "known_laptop", "log_entry", "draft"):
        assert f"csv/{secret}.csv" not in names


def test_a_name_like_a_formula_is_text_in_the_csv_and_itself_in_the_json(database, planted):
    inside = opened(exported(database))

    assert csv_rows(inside["csv/client.csv"])[0]["family_names"] == "'=HYPERLINK(1)"
    client = json.loads(inside["office.json"])["tables"]["client"][0]
    assert client["family_names"] == "=HYPERLINK(1)"


def test_a_restricted_case_stays_behind_until_its_door_was_passed(database, planted):
    with database.transaction() as session:
        session.get_one(Client, planted.client_id).restricted = True

    shut = exported(database, Wanted(scans=True, history=True))
    with database.transaction() as session:
        open_restricted(session, planted.client_id, "Moving to another program")
    through = exported(database)

    assert (shut.shut, list(shut.clients)) == (1, [])
    assert planted.words["client", "street"] not in opened(shut)["office.json"].decode()
    assert str(planted.client_id) not in opened(shut)["office.json"].decode()
    assert (through.shut, list(through.clients)) == (0, [planted.client_id])


def test_the_history_goes_only_when_it_is_wanted(database, planted):
    with database.transaction() as session:
        session.get_one(Client, planted.client_id).street = "Uusikatu 2"
    old = planted.words["client", "street"]

    assert old not in opened(exported(database))["office.json"].decode()
    assert old in opened(exported(database, Wanted(history=True)))["office.json"].decode()


def test_scans_go_as_files_under_the_keys_of_their_rows(database, planted, monkeypatch):
    with database.transaction() as session:
        scan = add_scan(
            session,
            planted.client_id,
            Scan("a.png", PNG),
            AttachmentKind.PERMIT,
            "Permit",
            date(2026, 11, 24),
        ).id

    assert opened(exported(database, Wanted(scans=True)))[f"scans/{scan}.png"] == PNG
    assert not [name for name in opened(exported(database)) if name.startswith("scans/")]
    monkeypatch.setattr(files, "LARGEST_SCANS", 10)
    with pytest.raises(InvalidInput) as refused:
        exported(database, Wanted(scans=True))
    assert refused.value.field == "scans"


def test_only_supervisors_and_administrators_export(database, planted, officer):
    for role in (Role.COUNSELLOR, Role.TRAINER):
        database.show_to(role)
        with pytest.raises(NotAllowed):
            exported(database)


def test_the_log_notes_the_file_and_each_client_in_it(database, planted):
    made = exported(database)
    with database.transaction() as session:
        note_office_exported(session, made)

    with database.reading() as session:
        query = select(LOG_ENTRY.c.case_id).where(LOG_ENTRY.c.subject == "office_file")
        assert list(session.scalars(query)) == [None, planted.client_id]
        assert session.scalar(select(func.count()).select_from(LOG_ENTRY)) > 2
