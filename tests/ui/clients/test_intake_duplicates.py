import pytest
from typing_keys import type_text

from kotoutus_desktop.casework.households import join
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.page import PageName
from tests.ui.clients.intake_steps import everybody, opened, say


@pytest.fixture
def known(database, office, make_client, today):
    def add(**fields):
        client = make_client(**({"number": "", "own_script_name": ""} | fields))
        with database.transaction() as session:
            store_client(session, client, today)
        return client

    return add


def test_who_may_be_the_same_appears_while_the_name_is_typed(qtbot, workspace, known):
    known(given_names="Muhammad", family_names="Karimi", service_language="prs")
    page = opened(qtbot, workspace)
    type_text(page.names.family.line, "Karimi")
    type_text(page.names.given.line, "Mohamed")

    qtbot.waitUntil(page.duplicates.isVisible, timeout=1000)
    (button,) = page.duplicates.buttons()
    assert button.accessibleName() == ("Muhammad Karimi, U7-0001, b. 1988, Dari, similar name")


def test_opening_the_known_client_keeps_the_typing_and_registers_nobody(qtbot, workspace, known):
    amal = known()
    page = opened(qtbot, workspace)
    say(page, family_names="Al-Khatib", given_names="Amal")
    page.look()
    with qtbot.waitSignal(page.navigate) as went:
        page.duplicates.buttons()[0].click()
    page.leave()

    assert (went.args[0].page, went.args[0].client) == (PageName.CLIENT, amal.id)
    assert len(everybody(workspace)) == 1
    assert opened(qtbot, workspace).names.given.value() == "Amal"


def test_a_person_under_non_disclosure_is_shown_by_number_only(qtbot, workspace, known):
    known(non_disclosure=True)
    page = opened(qtbot, workspace)
    say(page, family_names="Al-Khatib", given_names="Amal", born="14.3.1988")
    page.look()

    (button,) = page.duplicates.buttons()
    assert button.accessibleName().startswith("U7-0001, Non-disclosure")
    assert "Amal" not in button.accessibleName()
    assert "1988" not in button.accessibleName()


def test_the_own_script_finds_the_latin_name(qtbot, workspace, known):
    known(given_names="Yulia", family_names="Shevchenko")
    page = opened(qtbot, workspace)
    say(page, own_script_name="Юлія Шевченко")
    page.look()

    assert len(page.duplicates.buttons()) == 1


def test_the_client_itself_and_the_household_are_not_suspected(qtbot, workspace, known, database):

    amal = known(phone="040 555 0123")
    omar = known(given_names="Omar", born=None, phone="040 555 0123")
    with database.transaction() as session:
        join(session, session.get_one(Client, amal.id), session.get_one(Client, omar.id))
    page = opened(qtbot, workspace, amal.id)

    assert page.duplicates.matches == ()


def test_nobody_alike_hides_the_question(qtbot, workspace, known):
    known()
    page = opened(qtbot, workspace)
    say(page, family_names="Virtanen")
    page.look()

    assert page.duplicates.isHidden()
