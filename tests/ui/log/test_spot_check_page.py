from datetime import UTC, datetime, timedelta

import pytest

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.lock.roles import require_page
from kotoutus_desktop.ui.log.spot_check_page import SpotCheckPage
from kotoutus_desktop.ui.page import Destination, PageName


@pytest.fixture
def colleague(database):
    other = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(other)
    return other


@pytest.fixture
def add(database, office, officer, make_client, workspace, today):
    def add_it(**fields):
        client = make_client(**({"officer_id": officer.id} | fields))
        with database.transaction() as session:
            store_client(session, client, today)
        return client

    return add_it


@pytest.fixture
def page(qtbot, workspace, clock, office, colleague):
    clock.now = datetime.now(UTC)
    page = SpotCheckPage(workspace, Destination(PageName.SPOT_CHECK))
    qtbot.addWidget(page)
    page.resize(1150, 768)
    page.show()
    return page


def look(database, client, officer, act=Act.VIEW):
    database.note_soon(Note(act, client.id, "client", client.id, actor=officer.id))
    database.write_notes()


def texts(page):
    return [label.text() for label in page.area.findChildren(Label) if label.isVisible()]


def test_a_client_is_found_by_number_with_who_looked_and_what_speaks_for_it(
    page, add, database, officer, colleague
):
    client = add()
    look(database, client, officer)
    look(database, client, colleague)
    page.search.setText("U7-0214")
    page.search.returnPressed.emit()

    said = texts(page)
    assert "U7-0214  Amal Hassan Al-Khatib" in said
    assert "the client's counsellor" in said
    assert "nothing was recorded that day: ask why" in said
    assert "1 look to ask about" in said


def test_clients_are_drawn_by_lot_with_the_keyboard(page, add, database, officer):
    look(database, add(), officer)
    page.primary()

    assert len(page.cards) == 1


def test_person_and_days_narrow_the_looks(page, add, database, officer, colleague, clock):
    client = add()
    look(database, client, officer)
    look(database, client, colleague)
    page.draw_by_lot()
    page.choices.who.set_value(colleague.id.hex)
    page.choices.changed.emit()
    assert "Maija Esimerkki" not in texts(page)
    assert "Olli Toinen" in texts(page)

    clock.now += timedelta(days=3)
    page.choices.period.set_value("1")
    page.choices.changed.emit()
    assert "Nobody was looked at in these days." in texts(page)


def test_restricted_cases_are_counted_and_not_shown(page, add, database, colleague):
    look(database, add(trafficking_victim=True), colleague, Act.RESTRICTED_REFUSED)
    database.visit.opened.clear()  # as after a lock
    page.draw_by_lot()

    assert page.cards == []
    assert any(text.startswith("1 restricted case is left out") for text in texts(page))


def test_what_was_done_to_the_file_is_shown_by_itself(page, add, database, officer):
    look(database, add(), officer)
    database.note_soon(Note(Act.UNLOCK_FAILED, detail="3"))
    database.write_notes()
    page.file.click()

    assert "Wrong passphrases before that: 3" in texts(page)
    assert "Opened: the client's page" not in texts(page)


def test_a_client_leads_on_to_the_whole_log(page, add, database, officer, qtbot):
    client = add()
    look(database, client, officer)
    page.draw_by_lot()
    (button,) = page.cards[0].findChildren(type(page.file))
    with qtbot.waitSignal(page.navigate) as asked:
        button.click()
    assert asked.args == [Destination(PageName.LOG, client.id)]


@pytest.mark.parametrize("role", Role)
def test_the_page_is_for_supervisors_and_administrators(role):
    if role in (Role.SUPERVISOR, Role.ADMINISTRATOR):
        require_page(role, PageName.SPOT_CHECK)
        return
    with pytest.raises(NotAllowed):
        require_page(role, PageName.SPOT_CHECK)


def test_a_trainer_comes_to_no_log():
    with pytest.raises(NotAllowed):
        require_page(Role.TRAINER, PageName.LOG)
