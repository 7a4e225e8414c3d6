"""The form of a referral: filled from the plan, held to its ground, followed to its end."""

from datetime import timedelta

import pytest

from kotoutus_desktop.casework.referrals.making import referrals_of
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.referrals import Ground, Receiver, ReferralState
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.referrals.referral_page import ReferralPage
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
        casebook.assessed(session, client.id, officer, today)
        casebook.with_plan(session, client.id, officer, today)
    return client


@pytest.fixture
def measure(database, client):
    with database.reading() as session:
        return get_client(session, client.id).plans[-1].goals[1].measures[0]


@pytest.fixture
def open_page(qtbot, workspace, client):
    def opened(focus="", record=None):
        destination = Destination(PageName.REFERRAL, client.id, record, focus)
        page = ReferralPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(1100, 900)
        page.show()
        page.arrive(destination)
        return page

    return opened


def stored(database, client):
    with database.reading() as session:
        return referrals_of(session, client.id)


def test_a_referral_of_a_measure_is_filled_from_the_plan(open_page, database, client, measure):
    page = open_page(f"measure:{measure.id}")

    assert page.fields["receiver_name"].value() == "Oulun seudun ammattiopisto"
    assert page.fields["ground"].value() == Ground.PRODUCER
    assert not page.fields["override_reason"].isVisible()
    page.primary()

    (referral,) = stored(database, client)
    assert (referral.measure_id, referral.receiver) == (measure.id, Receiver.SCHOOL)
    assert page.history.isVisible()


def test_an_empty_form_warns_of_nothing_until_something_is_chosen(
    qtbot, workspace, database, office, officer, make_client, today
):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
    destination = Destination(PageName.REFERRAL, client.id)
    page = ReferralPage(workspace, destination)
    qtbot.addWidget(page)
    page.show()
    page.arrive(destination)

    assert page.bars.messages() == []
    assert not page.fields["override_reason"].isVisible()
    assert not page.fields["other_needed"].isVisible()

    page.fields["receiver"].set_value(Receiver.SCHOOL.value)
    page.look()
    assert "No integration plan is in force" in page.bars.messages()[0].text
    assert page.fields["other_needed"].isVisible()


def test_without_consent_nothing_is_recorded_and_the_reason_is_asked_for(
    open_page, database, client
):
    page = open_page()
    page.fields["receiver"].set_value(Receiver.ASSOCIATION.value)
    page.fields["what"].set_value(casebook.text("Kielikahvila"))
    page.fields["receiver_name"].set_value("Monikko ry")
    assert page.fields["ground"].value() == Ground.CONSENT
    assert page.fields["consented_on"].isVisible()
    page.look()
    assert page.fields["override_reason"].isVisible()

    page.primary()
    assert page.fields["consented_on"].has_error()
    assert stored(database, client) == []

    page.fields["consented_on"].set_value(page.workspace.today())
    page.primary()
    assert len(stored(database, client)) == 1


def test_a_service_of_the_catalogue_fills_the_form(open_page, database, client):
    with database.transaction() as session:
        service = Service(
            names={"fi": "Naapuriäidit", "ar": "أمهات الحي"},
            organiser=Organiser.ASSOCIATION,
            organiser_name="Monikko ry",
            kind=MeasureKind.ASSOCIATION,
        )
        session.add(service)
    page = open_page()
    page.fields["service_id"].set_value(str(service.id))

    assert page.fields["receiver"].value() == Receiver.ASSOCIATION
    assert page.fields["receiver_name"].value() == "Monikko ry"
    assert page.book.text(page.fields["what"].value()) == "Naapuriäidit"


def test_what_was_sent_stays_as_the_receiver_read_it(open_page, database, client, measure):
    page = open_page(f"measure:{measure.id}")
    page.primary()
    today = page.workspace.today()
    dialog = page.ask_step()
    dialog.accept()

    assert not page.fields["receiver_name"].isEnabled()
    page.fields["answer_by"].set_value(today + timedelta(days=3))
    page.primary()
    (referral,) = stored(database, client)
    assert referral.state is ReferralState.SENT
    assert referral.answer_by == today + timedelta(days=3)
    assert referral.receiver_name == "Oulun seudun ammattiopisto"


def test_a_refusal_needs_its_reason_in_the_dialog(open_page, database, client, measure):
    page = open_page(f"measure:{measure.id}")
    page.primary()
    page.ask_step().accept()
    dialog = page.ask_step()
    dialog.state.set_value(ReferralState.REFUSED.value)
    dialog.accept()
    assert dialog.reason.has_error()

    dialog.reason.set_value("Ryhmä on täynnä.")
    dialog.accept()
    (referral,) = stored(database, client)
    assert referral.steps[-1].reason == "Ryhmä on täynnä."

    page.undo_state()
    (referral,) = stored(database, client)
    assert referral.state is ReferralState.SENT


def test_the_place_of_a_client_is_asked_about_only_where_it_is_hidden(
    open_page, database, client, measure, officer
):
    page = open_page(f"measure:{measure.id}")
    assert not page.fields["place_ground"].isVisible()

    database.visit.officer = officer.id
    with database.transaction() as session:
        get_client(session, client.id).trafficking_victim = True
    with database.transaction() as session:
        open_restricted(session, client.id, "Lähete kouluun")
    page = open_page(f"measure:{measure.id}")
    assert page.fields["place_ground"].isVisible()


def test_a_service_that_is_not_on_the_list_yet_stops_nothing(qtbot, open_page, database):
    with database.transaction() as session:
        session.add(Service(names={"fi": "Naapuriäidit"}, organiser=Organiser.ASSOCIATION))
    page = open_page()
    line = page.fields["service_id"].box.line
    qtbot.keyClicks(line, "zzz")
    page.look()

    assert not page.is_begun()
    assert page.bars.messages() == []


def test_the_way_back_from_its_paper_leads_to_the_new_referral_itself(
    qtbot, workspace, client, measure, database
):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    window.open(Destination(PageName.REFERRAL, client.id, focus=f"measure:{measure.id}"))
    window.page.primary()
    window.page.open_paper("referral")
    assert window.here.page is PageName.PRINT

    window.go_back()

    (referral,) = stored(database, client)
    assert window.here == Destination(PageName.REFERRAL, client.id, referral.id)
    assert window.page.subject == referral.id
