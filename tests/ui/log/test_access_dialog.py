import pytest

from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.page import Destination, PageName
from tests.models.history.conftest import rows


@pytest.fixture
def colleague(database):
    other = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(other)
    return other


@pytest.fixture
def open_page(qtbot, database, office, officer, make_client, workspace):
    """Return what opens the page of a client, whose case was opened with a reason."""

    def open_it(**fields):
        client = make_client(**({"officer_id": officer.id} | fields))
        with database.transaction() as session:
            session.add(client)
        if client.hides_place:
            with database.transaction() as session:
                open_restricted(session, client.id, "Rang up about a key")
        page = ClientPage(workspace, Destination(PageName.CLIENT, client.id))
        qtbot.addWidget(page)
        page.show()
        return page

    return open_it


def offered(page):
    return [action.text() for action in page.frame.head.menu().actions()]


def shown(page):
    action = next(a for a in page.frame.head.menu().actions() if a.text().startswith("Who may"))
    action.trigger()
    return page.acts.access


def names(dialog):
    found = []
    for place in range(dialog.inside.count()):
        labels = dialog.inside.itemAt(place).widget().findChildren(type(dialog.officer.error))
        found += [label.text() for label in labels]
    return found


def test_the_menu_of_a_restricted_case_leads_to_who_may_open_it(open_page, colleague, database):
    dialog = shown(open_page(non_disclosure=True))
    assert dialog.isVisible()

    dialog.button.click()
    assert "person" in dialog.officer.error.text()
    dialog.officer.set_value(colleague.id.hex)
    dialog.reason.set_value("Stands in for me in December")
    dialog.button.click()

    assert "Olli Toinen" in names(dialog)
    assert "since 24.11.2026, let in by Maija Esimerkki" in names(dialog)
    assert rows(database, "SELECT detail FROM log_entry WHERE act = 'let_in'") == [
        ("Stands in for me in December",)
    ]


def test_an_access_is_taken_back_from_its_line(open_page, colleague, database):
    dialog = shown(open_page(restricted=True))
    dialog.officer.set_value(colleague.id.hex)
    dialog.reason.set_value("Stands in for me")
    dialog.let_in()
    line = dialog.inside.itemAt(dialog.inside.count() - 1).widget()
    line.findChild(type(dialog.button)).click()
    dialog.asking.text.set_value("The holiday is over")
    dialog.asking.accept()

    assert "Olli Toinen" not in names(dialog)
    assert rows(database, "SELECT detail FROM log_entry WHERE act = 'shut_out'") == [
        ("The holiday is over",)
    ]


def test_a_usual_case_offers_no_such_window(open_page):
    assert not any(text.startswith("Who may") for text in offered(open_page()))


def test_who_was_let_in_is_not_offered_to_let_others_in(
    open_page, colleague, database, officer, workspace
):
    workspace.database.visit.role = "counsellor"
    page = open_page(non_disclosure=True, officer_id=officer.id)
    with database.transaction() as session:
        session.get_one(type(page.seen.client), page.client_id).officer_id = colleague.id
        from kotoutus_desktop.casework.restricted import let_in

        let_in(session, page.client_id, officer.id, workspace.today())
    page.refresh()

    assert not any(text.startswith("Who may") for text in offered(page))
