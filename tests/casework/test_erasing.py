from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from kotoutus_desktop.casework.erasing import (
    Wanted,
    copies_hold_until,
    erase_case,
    erase_cases,
    erasures,
)
from kotoutus_desktop.casework.name_index import index_client
from kotoutus_desktop.casework.retention import add_hold
from kotoutus_desktop.errors import InvalidInput, KotoutusError, NotAllowed
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.circumstances import Guardian, GuardianKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.draft import Draft
from kotoutus_desktop.models.due_step import DueStep, Reckoning
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.history.sealing import first_broken_link
from kotoutus_desktop.models.key_slots import create_keys, keys_beside
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.name_key import NameKey
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.models.plan import Goal, Plan
from kotoutus_desktop.models.retention import Erasure, ErasureGround
from kotoutus_desktop.models.subkeys import subkey
from kotoutus_desktop.rules.retention import HoldKind
from tests.plaintext import plaintext
from tests.planting import case_tables, plant

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LONG_AGO = date(2022, 11, 23)


@pytest.fixture
def file(tmp_path):
    """A file with keys beside it, an office and an administrator at work."""
    path = tmp_path / "office.kotoutus"
    key, _code = create_keys(keys_beside(path), "kolme hyvää sanaa", "", Cost(64, 1, 1))
    database = Database(path, key)
    officer = Officer(name="Maija Esimerkki")
    with database.transaction() as session:
        session.add_all([officer, Office(municipality="889", name_fi="Utajärven kunta")])
    database.act_as(officer.id)
    yield database
    database.close()


@pytest.fixture
def planted(file):
    with file.transaction() as session:
        found = plant(session.connection())
        session.get_one(Client, found.client_id).closed_on = LONG_AGO
        session.execute(text("UPDATE retention_hold SET ended_on = '2026-01-01'"))
    return found


def everything(database):
    """Return all that the file holds, as text: every table, also those of the log."""
    with database.reading() as session:
        return {
            table.name: str(session.execute(table.select()).all())
            for table in Model.metadata.sorted_tables
        }


def test_nothing_of_an_erased_person_is_left_in_any_table(file, planted):
    before = everything(file)
    assert len(planted.words) > 200
    assert all(
        any(str(word) in rows for rows in before.values()) for word in planted.texts().values()
    )

    erase_cases(file, [Wanted(planted.client_id)], NOW)

    number = planted.words["client", "number"]
    after = everything(file)
    assert number in after.pop("erasure")
    assert number in after.pop("operation")  # by which the row above came
    for table, rows in after.items():
        assert [word for word in planted.texts().values() if word in rows] == [], table


def test_nothing_of_an_erased_person_is_left_in_the_pages_of_the_file(file, planted):
    file.forget_for_good()
    key = bytes(file.key_for_a_copy())
    word = planted.words["journal_entry", "text"].encode()
    assert word in plaintext(file.path, key)

    erase_cases(file, [Wanted(planted.client_id)], NOW)

    content = plaintext(file.path, key)
    numbers = (planted.words["client", "number"], planted.words["joined_client", "number"])
    left = [w for w in planted.texts().values() if w.encode() in content and w not in numbers]
    assert left == []


def test_what_is_made_from_a_case_goes_with_it(file, planted, today):
    key = planted.client_id
    with file.transaction() as session:
        index_client(session, session.get_one(Client, key))
        day = {"client_id": key, "since": today, "until": today}
        session.add(Reckoning(**day, program="0.1.0"))
    with file.reading() as session:
        assert session.query(NameKey).count() > 0

    erase_cases(file, [Wanted(key)], NOW)

    with file.reading() as session:
        for kind in (NameKey, Reckoning, DueStep):
            assert session.query(kind).count() == 0


def test_the_log_stays_whole_and_says_who_erased(file, planted):
    erase_cases(file, [Wanted(planted.client_id)], NOW)

    key = bytes(file.key_for_a_copy())
    raw = connect(file.path, key)
    try:
        assert first_broken_link(raw, subkey(key, "log")) is None
        acts = raw.execute(
            "SELECT count(*) FROM log_entry WHERE act = ? AND case_id = ?",
            (str(Act.ERASE), planted.client_id.bytes),
        ).fetchone()
    finally:
        raw.close()
    assert acts == (1,)


def test_a_copy_is_made_before_and_the_certificate_says_until_when_it_holds_the_person(
    file, planted
):
    erase_cases(file, [Wanted(planted.client_id)], NOW)

    (copy,) = copies_in(copies_folder(file.path), file.path)
    assert (copy.manifest.reason, copy.is_proven) == (Reason.PURGE, True)
    with file.reading() as session:
        (left,) = erasures(session)
    assert left.officer == "Maija Esimerkki"
    numbers = (planted.words["client", "number"], planted.words["joined_client", "number"])
    assert left.erasure.number == ", ".join(numbers)
    assert left.erasure.ground is ErasureGround.RETENTION
    assert (left.erasure.years, left.erasure.closed_on) == (4, LONG_AGO)
    assert left.erasure.copies_until == date(2027, 11, 25)
    assert left.erasure.rows == len(case_tables())


def test_without_a_copy_nothing_is_erased(file, planted):
    keys_beside(file.path).unlink()

    with pytest.raises(KotoutusError):
        erase_cases(file, [Wanted(planted.client_id)], NOW)

    with file.reading() as session:
        assert session.get(Client, planted.client_id) is not None


def test_only_an_administrator_erases(file, planted):
    file.show_to(Role.SUPERVISOR)

    with pytest.raises(NotAllowed):
        erase_cases(file, [Wanted(planted.client_id)], NOW)


def test_a_case_that_is_held_is_not_erased(file, planted, today):
    with file.transaction() as session:
        add_hold(session, planted.client_id, HoldKind.APPEAL, "HaO 1234/2026", None, today)

    with pytest.raises(KotoutusError) as refused:
        erase_cases(file, [Wanted(planted.client_id)], NOW)

    assert refused.value.values["number"] == planted.words["client", "number"]


def test_a_case_is_erased_before_its_time_for_a_reason_alone(file, planted):
    with file.transaction() as session:
        session.get_one(Client, planted.client_id).closed_on = None
    wanted = Wanted(planted.client_id, ErasureGround.DEMAND)

    with pytest.raises(InvalidInput):
        erase_cases(file, [wanted], NOW)
    erase_cases(
        file,
        [Wanted(planted.client_id, ErasureGround.DEMAND, "Tietosuojavaltuutettu 77/2026")],
        NOW,
    )

    with file.reading() as session:
        (left,) = erasures(session)
    assert (left.erasure.reason, left.erasure.years) == ("Tietosuojavaltuutettu 77/2026", None)


def test_undo_does_not_bring_an_erased_person_back(file, planted):
    with file.transaction("renamed") as session:
        session.get_one(Client, planted.client_id).call_name = "Toinen"

    erase_cases(file, [Wanted(planted.client_id)], NOW)

    assert file.undo_label is None


def test_half_typed_forms_in_which_the_person_is_named_go_too(file, planted):
    enrolment = planted.rows["enrolment"]
    other = Client(number="X-2", family_names="Toinen")
    with file.transaction() as session:
        session.add(other)
        session.flush()
        for form, subject, content in (
            ("plan", planted.rows["plan"], {}),
            ("roll", planted.rows["course"], {"marks": {enrolment.hex: "absent"}}),
            ("intake", other.id, {"phone": "050"}),
        ):
            session.add(Draft(form=form, subject=subject, content=content, saved_at=NOW))

    erase_cases(file, [Wanted(planted.client_id)], NOW)

    with file.reading() as session:
        assert [draft.form for draft in session.query(Draft)] == ["intake"]


def test_the_cases_of_others_stay_as_they_are(file, planted, make_client, today):
    child = make_client(number="X-2")
    child.guardians = [
        Guardian(
            client_id=child.id,
            kind=GuardianKind.GUARDIAN,
            name="Äiti",
            person_id=planted.client_id,
        )
    ]
    child.plans = [Plan(client_id=child.id, goals=[Goal(client_id=child.id)])]
    with file.transaction() as session:
        session.add(child)

    with file.transaction() as session:
        erase_case(session, Wanted(planted.client_id), NOW, None)

    with file.reading() as session:
        (guardian,) = session.query(Guardian)
        assert (guardian.name, guardian.person_id) == ("Äiti", None)
        assert session.query(Goal).one().client_id == child.id
        assert session.query(Erasure).one().copies_until is None


def test_without_copies_no_day_is_named():
    assert copies_hold_until([]) is None
