from dataclasses import replace

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.office import new_recovery_codes
from kotoutus_desktop.casework.office_file import (
    create_file,
    is_split,
    open_file,
    open_with_recovery_code,
    set_own_passphrase,
)
from kotoutus_desktop.casework.people import (
    Administrator,
    add_person,
    give_passphrase,
    people,
    remove_person,
    set_role,
)
from kotoutus_desktop.errors import (
    InvalidInput,
    KotoutusError,
    NotAllowed,
    TooManyTries,
    WrongPassphrase,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.tries import FREE

NAME = "asiakkaat.kotoutus"
QUICK = Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "neljä harmaata kissaa"
OWN = "pekan ihan oma lause"
BY = Administrator(PASSPHRASE, QUICK)


@pytest.fixture
def path(tmp_path):
    return tmp_path / NAME


def make_file(folder):
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(folder / NAME, PASSPHRASE, office, officer, QUICK)
    opened.database.close()
    return opened.recovery_codes


@pytest.fixture
def opened(path, lay):
    codes = lay(make_file, path.parent)
    opened = replace(open_file(path, PASSPHRASE), recovery_codes=codes)
    yield opened
    opened.database.close()


def join(opened, role=Role.COUNSELLOR, name="Pekka"):
    """Add a person who has their own passphrase; returns their id."""
    person = Officer(name=name)
    first = add_person(opened.database, BY, person, role)
    theirs = open_file(opened.database.path, first)
    set_own_passphrase(theirs, first, OWN, QUICK)
    theirs.database.close()
    return person.id


def listed(opened):
    with opened.database.reading() as session:
        return {each.name: each for each in people(session, opened.database.path)}


def test_a_person_who_was_added_opens_the_file_and_has_to_change_the_passphrase(path, opened):
    first = add_person(opened.database, BY, Officer(name="Pekka"), Role.SUPERVISOR)

    theirs = open_file(path, first)
    theirs.database.close()
    assert theirs.first
    assert theirs.role is Role.SUPERVISOR
    assert listed(opened)["Pekka"].waits
    assert not set_own_passphrase(theirs, first, OWN, QUICK).first
    with pytest.raises(WrongPassphrase):
        open_file(path, first)


def test_who_leaves_opens_nothing_and_everybody_else_goes_on(path, opened):
    pekka = join(opened)
    with opened.database.transaction() as session:
        session.add(Client(number="1"))
    remove_person(opened.database, BY, pekka)
    with opened.database.transaction() as session:
        session.add(Client(number="2"))

    with pytest.raises(WrongPassphrase) as refused:
        open_file(path, OWN)
    with pytest.raises(WrongPassphrase) as unknown:
        open_file(path, "ei kenenkään lause")
    assert refused.value.message == unknown.value.message
    assert set(listed(opened)) == {"Maija"}
    again = open_file(path, PASSPHRASE)
    with again.database.reading() as session:
        assert set(session.scalars(select(Client.number))) == {"1", "2"}
    again.database.close()


def test_somebody_whose_removal_was_broken_off_is_told_what_anybody_is_told(path, opened):
    pekka = join(opened)
    with opened.database.transaction() as session:
        session.get_one(Officer, pekka).active = False

    with pytest.raises(WrongPassphrase, match="Caps Lock"):
        open_file(path, OWN)
    assert listed(opened)["Pekka"].leaving


def test_only_an_administrator_changes_who_may_open_the_file(path, opened):
    pekka = join(opened)
    acting = Administrator(OWN, QUICK)
    before = path.with_suffix(".keys").read_bytes()

    for act in (
        lambda: add_person(opened.database, acting, Officer(name="Anna"), Role.COUNSELLOR),
        lambda: set_role(opened.database, acting, pekka, Role.ADMINISTRATOR),
        lambda: remove_person(opened.database, acting, opened.officer_id),
        lambda: new_recovery_codes(opened.database, OWN, QUICK),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert path.with_suffix(".keys").read_bytes() == before


def test_the_last_administrator_stays_one_and_nobody_removes_themselves(opened):
    with pytest.raises(KotoutusError, match="needs an administrator"):
        set_role(opened.database, BY, opened.officer_id, Role.COUNSELLOR)
    with pytest.raises(KotoutusError, match="themselves"):
        remove_person(opened.database, BY, opened.officer_id)


def test_a_role_is_changed_from_the_next_opening_on(path, opened):
    pekka = join(opened)
    set_role(opened.database, BY, pekka, Role.TRAINER)

    theirs = open_file(path, OWN)
    with pytest.raises(NotAllowed), theirs.database.reading() as session:
        session.scalars(select(Client)).all()
    theirs.database.close()


def test_a_forgotten_passphrase_gets_a_new_first_one(path, opened):
    pekka = join(opened)
    first = give_passphrase(opened.database, BY, pekka, Role.COUNSELLOR)

    open_file(path, first).database.close()
    with pytest.raises(WrongPassphrase):
        open_file(path, OWN)


def test_a_person_without_a_name_is_refused_and_nobody_is_added(opened):
    with pytest.raises(InvalidInput):
        add_person(opened.database, BY, Officer(name=" "), Role.COUNSELLOR)

    assert set(listed(opened)) == {"Maija"}


def test_two_sheets_open_the_file_for_its_administrator_and_become_two_new_ones(path, opened):
    join(opened, Role.SUPERVISOR, "Aatu")
    codes = new_recovery_codes(opened.database, PASSPHRASE, QUICK, split=True)
    assert is_split(path)

    again = open_with_recovery_code(path, codes[1], "ihan uusi lause", QUICK, codes[0])
    again.database.close()

    assert again.officer_id == opened.officer_id
    assert len(again.recovery_codes) == 2
    assert not set(again.recovery_codes) & set(codes)


def test_wrong_passphrases_slow_down_also_in_the_settings(path, opened):
    for _ in range(FREE):
        with pytest.raises(WrongPassphrase):
            open_file(path, "väärin")

    with pytest.raises(TooManyTries):
        open_file(path, PASSPHRASE)
    with pytest.raises(TooManyTries):
        set_role(opened.database, BY, opened.officer_id, Role.ADMINISTRATOR)


def test_after_wrong_tries_the_right_one_tells_how_many_there_were(path, opened):
    with pytest.raises(WrongPassphrase):
        open_file(path, "väärin")

    again = open_file(path, PASSPHRASE)
    again.database.close()
    assert again.wrong_tries == 1
