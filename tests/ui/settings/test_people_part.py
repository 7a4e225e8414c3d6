import pytest

from kotoutus_desktop.casework.office_file import create_file, open_file
from kotoutus_desktop.errors import WrongPassphrase
from kotoutus_desktop.models.key_slots import keys_beside, people_with_keys
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.people_part import PeoplePart
from kotoutus_desktop.ui.settings.settings_page import SettingsPage
from kotoutus_desktop.ui.workspace import Workspace

CHEAP = Cost(memory=64, passes=1, lanes=1)
OWN = "kolme hyvää sanaa"


@pytest.fixture
def workspace(tmp_path, preferences, clock):
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(tmp_path / "asiakkaat.kotoutus", OWN, office, officer, CHEAP)
    yield Workspace(opened.database, opened.officer_id, preferences, clock)
    opened.database.close()


@pytest.fixture
def part(qtbot, workspace):
    bars = MessageBars()
    qtbot.addWidget(bars)
    part = PeoplePart(workspace, bars, CHEAP)
    qtbot.addWidget(part)
    part.resize(700, 900)
    part.show()
    part.shown()
    return part


def add(part, name="Pekka", role=Role.TRAINER):
    part.own.set_value(OWN)
    part.name.set_value(name)
    part.new_role.set_value(str(role))
    part.add_one.click()
    first = part._first.text()
    part.told.click()
    return first


def choose(part, name):
    key = next(key for key, each in part._found.items() if each.name == name)
    part.who.set_value(key)
    part.own.set_value(OWN)
    return key


def test_a_person_who_is_added_gets_a_passphrase_that_is_shown_once(part, workspace):
    first = add(part)

    opened = open_file(workspace.database.path, first)
    opened.database.close()
    assert opened.first
    assert part._first.text() == ""
    assert "Pekka · Trainer: courses only · has not opened the file yet" in part.listing.text()


def test_without_the_own_passphrase_nothing_is_done(part, workspace):
    part.name.set_value("Pekka")
    part.add_one.click()

    assert part.own.has_error()
    part.own.set_value("väärin")
    part.add_one.click()
    assert part.own.has_error()
    assert len(people_with_keys(keys_beside(workspace.database.path))) == 1


def test_a_role_is_changed_for_the_person_who_is_chosen(part, workspace):
    add(part)
    key = choose(part, "Pekka")
    part.role.set_value(str(Role.SUPERVISOR))
    part.change.click()

    slots = people_with_keys(keys_beside(workspace.database.path))
    assert slots[key].role is Role.SUPERVISOR


def test_who_is_removed_opens_nothing_and_work_goes_on(part, workspace):
    first = add(part)
    choose(part, "Pekka")
    part.remove.click()

    with pytest.raises(WrongPassphrase):
        open_file(workspace.database.path, first)
    assert "Pekka" not in part.listing.text()
    with workspace.database.transaction() as session:
        session.add(Officer(name="Anna"))


def test_nobody_chosen_is_said(part):
    part.own.set_value(OWN)
    part.remove.click()

    assert part.who.has_error()


def test_only_an_administrator_finds_the_subject(qtbot, workspace):
    workspace.show_to(Role.COUNSELLOR)
    page = SettingsPage(workspace, Destination(PageName.SETTINGS, focus="people"))
    qtbot.addWidget(page)

    assert "people" not in list(page.contents.keys())
    assert page.contents.current() == "appearance"


def test_the_minutes_until_the_lock_are_kept_from_one_to_sixty(qtbot, workspace):
    page = SettingsPage(workspace, Destination(PageName.SETTINGS, focus="lock"))
    qtbot.addWidget(page)
    assert page.lock.minutes.value() == "5"
    page.lock.minutes.set_value("61")
    page.lock.keep()
    assert page.lock.minutes.has_error()
    assert workspace.preferences.lock_minutes == 5
    page.lock.minutes.set_value("12")
    page.lock.keep()
    assert workspace.preferences.lock_minutes == 12
