from datetime import date

import pytest
from typing_keys import type_text

from kotoutus_desktop.casework.households import join, members
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.clients.person_button import PersonButton
from kotoutus_desktop.ui.page import PageName
from tests.ui.clients.intake_steps import opened, say


@pytest.fixture
def stored(database, office, make_client, today):
    def add(**fields):
        client = make_client(**({"number": "", "street": "Kirkkotie 3"} | fields))
        with database.transaction() as session:
            store_client(session, client, today)
        return client

    return add


@pytest.fixture
def family(stored, database):
    """Amal and Omar, who live together."""
    amal, omar = stored(), stored(given_names="Omar", call_name="")
    with database.transaction() as session:
        join(session, session.get_one(Client, amal.id), session.get_one(Client, omar.id))
    return amal, omar


def others(database, client):
    with database.reading() as session:
        return {p.id: p for p in members(session, get_client(session, client))}


def test_the_members_are_shown_and_open_their_own_pages(qtbot, workspace, family):
    amal, omar = family
    page = opened(qtbot, workspace, amal.id)
    (button,) = page.household.findChildren(PersonButton)
    with qtbot.waitSignal(page.navigate) as went:
        button.click()

    assert button.accessibleName().startswith("Omar Al-Khatib")
    assert (went.args[0].page, went.args[0].client) == (PageName.CLIENT, omar.id)


def test_a_new_member_shares_address_and_language_and_lives_with_the_first(
    qtbot, workspace, stored, database
):
    amal = stored(service_language="ar")
    page = opened(qtbot, workspace, amal.id)
    with qtbot.waitSignal(page.navigate) as went:
        page.household.add_button.click()
    new = opened(qtbot, workspace, record=went.args[0].record)
    say(new, given_names="Lina")
    assert new.record()

    lina = others(database, amal.id)[new.subject]
    assert (lina.street, lina.service_language) == ("Kirkkotie 3", "ar")
    assert lina.family_names == ""


def test_who_comes_to_live_with_somebody_protected_is_protected_too(
    qtbot, workspace, stored, database
):
    amal = stored(non_disclosure=True, non_disclosure_until=date(2027, 5, 1))
    new = opened(qtbot, workspace, record=amal.id)
    say(new, given_names="Lina")
    new.record()

    assert others(database, amal.id)[new.subject].non_disclosure


def test_a_draft_of_a_member_still_knows_the_household(qtbot, workspace, stored, database):
    amal = stored()
    page = opened(qtbot, workspace, record=amal.id)
    type_text(page.names.given.line, "Lina")
    page.keep()
    again = opened(qtbot, workspace)
    again.record()

    assert set(others(database, amal.id)) == {again.subject}


def test_somebody_who_is_a_client_already_is_searched_for_and_joined(
    qtbot, workspace, stored, database
):
    amal, omar = stored(), stored(given_names="Omar", call_name="", own_script_name="")
    page = opened(qtbot, workspace, amal.id)
    type_text(page.household.search.line, "omar")
    qtbot.waitUntil(lambda: bool(page.household.findChildren(PersonButton)), timeout=1000)
    page.household.findChildren(PersonButton)[0].click()

    assert set(others(database, amal.id)) == {omar.id}
    assert [person.id for person in page.household.others] == [omar.id]
    workspace.undo()
    assert others(database, amal.id) == {}


def test_moving_out_leaves_the_household(qtbot, workspace, family, database):
    amal, _omar = family
    page = opened(qtbot, workspace, amal.id)
    page.household.leave_button.click()

    assert others(database, amal.id) == {}
    assert page.household.leave_button.isHidden()


def test_a_changed_address_is_offered_for_everyone(qtbot, workspace, family, database):
    amal, omar = family
    page = opened(qtbot, workspace, amal.id)
    page.fields["street"].set_value("Koulutie 1")
    page.look()
    (message,) = page.bars.messages()
    message.acts[0].callback()

    assert others(database, amal.id)[omar.id].street == "Koulutie 1"
    assert others(database, amal.id)[omar.id].phone == omar.phone


def test_without_saying_so_the_others_keep_their_address(qtbot, workspace, family, database):
    amal, omar = family
    page = opened(qtbot, workspace, amal.id)
    page.fields["street"].set_value("Koulutie 1")
    page.record()

    assert others(database, amal.id)[omar.id].street == "Kirkkotie 3"


def test_the_address_of_somebody_protected_is_offered_to_nobody(qtbot, workspace, family):
    amal, _omar = family
    page = opened(qtbot, workspace, amal.id)
    page.fields["non_disclosure"].set_value(True)
    page.fields["street"].set_value("Koulutie 1")
    page.look()

    assert page.bars.messages() == []


def test_guardians_are_asked_for_minors_and_may_be_members(qtbot, workspace, family, database):
    amal, omar = family
    page = opened(qtbot, workspace, amal.id)
    assert page.guardians.isHidden()
    page.birth.born.set_value(date(2012, 1, 2))
    page.look()
    assert not page.guardians.isHidden()
    row = page.guardians.rows.add_row()
    row.cells["kind"].set_value("guardian")
    row.cells["person_id"].set_value(str(omar.id))
    row.cells["person_id"].left.emit()
    page.fields["first_granted"].set_value(date(2026, 3, 12))
    page.record()

    with database.reading() as session:
        (guardian,) = get_client(session, amal.id).guardians
    assert (guardian.name, guardian.person_id) == ("Omar Al-Khatib", omar.id)
