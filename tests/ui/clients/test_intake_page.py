from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from typing_keys import type_text

from kotoutus_desktop.casework.drafts import drafts
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from kotoutus_desktop.ui.page import PageName
from tests.ui.clients.intake_steps import choose, everybody, opened, press, recorded, say

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _office(office):
    """Every case number needs an office."""


@pytest.fixture
def page(qtbot, workspace):
    return opened(qtbot, workspace)


@pytest.fixture
def amal(database, make_client, today):
    client = make_client(number="", phone="040 555 0123")
    with database.transaction() as session:
        store_client(session, client, today)
    return client


def test_one_name_is_enough_to_register_and_leads_to_the_client(qtbot, page, workspace):
    say(page, given_names="Hodan")

    with qtbot.waitSignal(page.navigate) as went:
        press(Qt.Key.Key_Return, CONTROL)

    client = recorded(workspace)
    assert (client.given_names, client.number) == ("Hodan", "U7-0001")
    assert client.officer_id == workspace.officer_id
    assert (went.args[0].page, went.args[0].client) == (PageName.CLIENT, client.id)


def test_a_person_is_registered_by_keyboard_only(page, workspace):
    type_text(QApplication.focusWidget(), "García Márquez")
    press(Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), "Lucía")
    page.next_section()
    type_text(QApplication.focusWidget(), "140388-9006")
    press(Qt.Key.Key_PageDown, CONTROL)
    type_text(QApplication.focusWidget(), "spanish")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_PageDown, CONTROL)
    type_text(QApplication.focusWidget(), "asylum (refugee")
    press(Qt.Key.Key_Tab, times=2)
    press(Qt.Key.Key_Return, CONTROL)

    client = recorded(workspace)
    assert client.full_name == "Lucía García Márquez"
    assert (client.born, client.mother_tongue) == (date(1988, 3, 14), "es")
    assert client.service_language == "es"


def test_the_name_that_was_searched_for_stands_in_the_form(qtbot, workspace):
    page = opened(qtbot, workspace, focus="Amal Hassan Noor")

    assert page.names.given.value() == "Amal Hassan"
    assert page.names.family.value() == "Noor"


def test_a_name_in_another_script_goes_into_the_own_script(qtbot, workspace):
    page = opened(qtbot, workspace, focus="أمل نور")

    assert page.names.own.value() == "أمل نور"
    assert page.names.family.is_empty()


def test_an_impossible_date_is_said_at_its_field_and_the_typing_stays(page, workspace):
    say(page, family_names="Noor", born="31.2.1988")
    press(Qt.Key.Key_Return, CONTROL)

    assert "February has no day 31" in page.birth.born.error.text()
    assert page.birth.born.line.text() == "31.2.1988"
    assert everybody(workspace) == []


@pytest.mark.parametrize("name", ["Ḥ" * 301, "Amal 😀"])
def test_a_name_that_no_passport_has_is_refused_at_its_field(page, workspace, name):
    page.names.given.line.setText(name)
    press(Qt.Key.Key_Return, CONTROL)

    assert page.names.given.has_error()
    assert page.names.given.line.text() == name
    assert everybody(workspace) == []


def test_a_name_of_three_hundred_letters_is_taken_and_shown(qtbot, page, workspace):
    page.names.family.line.setText("Ḥ" * 300)
    page.primary()

    again = opened(qtbot, workspace, recorded(workspace).id)
    assert again.names.family.value() == "Ḥ" * 300
    assert again.body.widget().width() <= again.body.viewport().width()


def test_the_first_of_january_is_asked_about_gently(page):
    say(page, born="1.1.1990")

    assert page.birth.born.help.text() == "Is the day known, or only the year?"
    assert not page.birth.born.has_error()


def test_the_form_lists_what_the_right_to_an_assessment_needs(page):
    page.look()

    assert page.missing.rows.first_button.accessibleName().startswith("Language of service")
    page.missing.rows.first_button.click()
    assert page.languages.service.box.hasFocus()


def test_an_identity_code_fills_the_date_of_birth(page):
    say(page, identity_code="140388-9006")

    assert page.birth.born.line.text() == "14.3.1988"
    assert "temporary" in page.birth.code.help.text()


def test_a_disagreement_names_both_dates_and_offers_the_one_of_the_code(page):
    say(page, born="15.3.1988", identity_code="140388-9006")

    said = page.birth.code.help.text()
    assert "14.3.1988" in said
    assert "15.3.1988" in said
    page.birth.code.offer.click()
    assert page.birth.born.line.text() == "14.3.1988"
    assert page.birth.code.offer.isHidden()


def test_a_dash_from_a_document_is_offered_as_the_hyphen(page):
    say(page, identity_code="140388–9006")
    page.birth.code.offer.click()

    assert page.birth.code.value() == "140388-9006"


def test_a_ground_fills_right_and_protection_and_shows_what_is_unchecked(page):
    choose(page.residence.ground, "quota refugee")

    assert page.residence.right.value() == RightOfResidence.PERMIT
    assert page.residence.protection.value() == Protection.QUOTA_REFUGEE
    assert "EU pact" in page.residence.ground.help.text()


def test_a_ground_with_a_condition_leaves_the_group_to_the_counsellor(page):
    choose(page.residence.ground, "temporary protection, § 109")

    assert page.residence.protection.value() == ""
    assert "only with a municipality of residence" in page.residence.protection.help.text()


def test_what_follows_from_the_facts_is_said_with_its_groups(qtbot, workspace, amal):
    page = opened(qtbot, workspace, amal.id)

    said = page.need.groups.text()
    assert "Must be assessed" in said
    assert "international protection" in said
    assert "12.3.2029" in said


def test_a_known_client_is_corrected_and_the_correction_can_be_undone(qtbot, workspace, amal):
    page = opened(qtbot, workspace, amal.id, focus="phone")
    assert QApplication.focusWidget() is page.fields["phone"].line

    page.fields["phone"].set_value("050 111 2222")
    page.leave()

    assert recorded(workspace).phone == "050 111 2222"
    assert workspace.undo_label() == "client's data corrected"
    workspace.undo()
    assert recorded(workspace).phone == "040 555 0123"
    page.refresh()
    assert page.fields["phone"].value() == "040 555 0123"


def test_the_identity_code_is_dots_until_somebody_works_on_it(qtbot, workspace, database, amal):
    with database.transaction() as session:
        get_client(session, amal.id).identity_code = "140388-9006"
    page = opened(qtbot, workspace, amal.id)
    line = page.birth.code.line

    assert "140388" not in line.displayText()
    line.setFocus()
    assert line.displayText() == "140388-9006"


def test_a_page_whose_client_was_undone_goes_back(qtbot, page, workspace):
    say(page, given_names="Hodan")
    page.primary()
    workspace.undo()

    with qtbot.waitSignal(page.back):
        page.refresh()


def test_an_empty_form_leaves_nothing_behind(page, workspace):
    page.leave()

    assert everybody(workspace) == []
    with workspace.database.reading() as session:
        assert drafts(session) == []


def test_a_messy_person_is_registered_as_they_are(page, workspace):
    say(page, family_names="Tekle Haymanot", given_names="Selam", own_script_name="ሰላም")
    for language in ("tigrinya", "amharic", "arabic"):
        choose(page.fields["other_languages"], language)
    choose(page.fields["mother_tongue"], "tigrinya")
    choose(page.fields["citizenships"], "stateless")
    page.fields["trafficking_victim"].set_value(True)
    page.fields["non_disclosure"].set_value(True)
    say(page, safe_contact="Vain tekstiviesti", reached_on="1.9.2026")
    page.primary()

    client = recorded(workspace)
    assert (client.identity_code, client.born) == (None, None)
    assert client.born_precision is Precision.UNKNOWN
    assert client.other_languages == ["ti", "am", "ar"]
    assert client.citizenships == ["991"]
    assert client.trafficking_victim
    assert client.reached_on == date(2026, 9, 1)
    assert everybody(workspace)[0].family_names == ""


def test_non_disclosure_says_what_it_hides(page):
    page.fields["non_disclosure"].set_value(True)

    assert "by number only" in page.fields["non_disclosure"].help.text()
    assert page.fields["non_disclosure_until"].isVisibleTo(page)


def test_nothing_on_the_form_asks_for_sex_religion_or_ethnicity(page):
    forbidden = ("sex", "gender", "religio", "ethni", "politic", "party", "race")

    labels = [field.label.text().casefold() for field in page.fields.values()]
    assert not [label for label in labels if any(word in label for word in forbidden)]
    assert not [name for name in vars(Client) if any(word in name for word in forbidden)]
