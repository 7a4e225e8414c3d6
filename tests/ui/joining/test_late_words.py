import pytest

from kotoutus_desktop.casework.joining import join, joined_to
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.joining.late_words import late_message
from kotoutus_desktop.ui.page import Destination, PageName
from tests.ui.joining.conftest import said


@pytest.fixture
def late(database, twice, today):
    """The records joined, while another laptop had changed the phone of the second."""
    with database.transaction() as session:
        join(session, *twice, ["phone"], today=today)
    with database.transaction() as session:
        [row] = joined_to(session, twice[0])
        row.seen = {**row.seen, "phone": "040 0"}
    with database.transaction() as session:
        session.get_one(Client, twice[0]).phone = "040 2"
    return twice[0]


def test_the_value_of_the_other_laptop_is_taken_or_left(workspace, database, late):
    done = []
    message = late_message(workspace, late, done.append)

    assert message is not None
    assert "U7-0301: Phone: 040 1 (here: 040 2)" in message.text
    message.acts[0].callback()
    with database.reading() as session:
        assert session.get_one(Client, late).phone == "040 1"
    assert late_message(workspace, late, done.append) is None
    workspace.undo()
    message = late_message(workspace, late, done.append)
    assert message is not None
    message.acts[1].callback()
    with database.reading() as session:
        assert session.get_one(Client, late).phone == "040 2"
    assert len(done) == 2


def test_the_clients_page_names_the_joined_number_and_tells_the_news(qtbot, workspace, late):
    destination = Destination(PageName.CLIENT, late)
    page = ClientPage(workspace, destination)
    qtbot.addWidget(page)
    page.show()

    page.arrive(destination)

    assert "also U7-0301" in said(page.frame.head)
    assert "Another laptop wrote" in said(page.bars)
