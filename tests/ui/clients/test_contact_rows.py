from datetime import timedelta
from uuid import uuid4

import pytest

from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.clients.contact_rows import ContactRows

ME = uuid4()


@pytest.fixture
def rows(qtbot, today):
    """The list, with nothing in it."""
    rows = ContactRows(lambda: today)
    qtbot.addWidget(rows)
    return rows


def person(today, **fields):
    client = Client()
    client.contacts = [
        Contact(client_id=client.id, learned_on=today, channel=ContactChannel.KELA, **fields)
    ]
    return client


def test_an_open_contact_says_that_today_reminds_of_it(rows, today):
    rows.show_contacts(person(today))

    assert rows.rows[0].cells["handled_on"].hint.text() == "Empty: Today reminds of it."


def test_an_older_contact_says_that_its_day_is_not_known(rows, today):
    client = person(today, handling_unknown=True)
    rows.show_contacts(client)
    rows.write_contacts(client, ME)

    assert "not known" in rows.rows[0].cells["handled_on"].hint.text()
    assert client.contacts[0].handling_unknown
    assert client.contacts[0].handled_by is None


def test_whoever_enters_the_day_of_handling_signs_it(rows, today):
    client = person(today)
    rows.show_contacts(client)
    rows.rows[0].cells["handled_on"].set_value(today)
    rows.write_contacts(client, ME)
    assert (client.contacts[0].handled_on, client.contacts[0].handled_by) == (today, ME)

    rows.write_contacts(client, uuid4())
    assert client.contacts[0].handled_by == ME
    rows.rows[0].cells["handled_on"].set_value(None)
    rows.write_contacts(client, ME)
    assert client.contacts[0].handled_by is None


@pytest.mark.parametrize(("days", "words"), [(-1, "before it came"), (1, "in the future")])
def test_an_impossible_day_of_handling_is_refused(rows, today, days, words):
    rows.show_contacts(person(today))
    rows.rows[0].cells["handled_on"].set_value(today + timedelta(days=days))

    assert words in rows.fault()
