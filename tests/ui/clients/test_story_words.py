from datetime import UTC, date, datetime

import pytest

from kotoutus_desktop.casework.overview import overview
from kotoutus_desktop.casework.papers import PaperOrigin, mark_given, record_issued
from kotoutus_desktop.casework.plans import refer
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.ui.clients.story_words import Storyteller
from kotoutus_desktop.ui.page import PageName
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook

TODAY = date(2026, 11, 24)


@pytest.fixture
def tell(database, workspace):
    """Return what tells the story of a client."""

    def tell_it(client):
        with database.reading() as session:
            seen = overview(session, client.id, TODAY)
        return Storyteller(seen, Phrasebook(workspace, "ar", "fi")).tell()

    return tell_it


def test_a_contact_says_who_made_it_and_that_the_person_agreed(database, register, tell):
    client = register()
    with database.transaction() as session:
        contact = Contact(
            client_id=client.id,
            learned_on=date(2026, 4, 2),
            channel=ContactChannel.RECEPTION_CENTRE,
            made_by="Oulun vastaanottokeskus",
            consented_on=date(2026, 4, 2),
        )
        known = get_client(session, client.id)
        known.contacts.append(contact)

    (told,) = tell(client)
    assert told.title == "Contact: reception centre"
    assert told.particulars == "Oulun vastaanottokeskus, consent recorded 2.4.2026"
    assert (told.leads.page, told.leads.focus) == (PageName.INTAKE, "contacts")


def test_the_way_of_a_plan_is_told_newest_first(database, register, agree, tell):
    client = register()
    plan = agree(client, date(2026, 10, 1))
    with database.transaction() as session:
        kept = get_client(session, client.id).plans[0]
        refer(session, kept, kept.measures[0].id, date(2026, 10, 24))
        now = datetime(2026, 11, 2, 8, tzinfo=UTC)
        record_issued(
            session, PaperOrigin.of_plan(kept), b"paper", ["fi", "ar"], IssuedWay.PRINTED, now
        )
        mark_given(session, kept, date(2026, 11, 3), "ar")

    told = tell(client)
    assert [(each.title, each.particulars) for each in told] == [
        ("Copy of plan 1 given to the client", "Arabic"),
        ("Plan printed", "Finnish, Arabic, given to the client 3.11.2026"),
        (
            "Referred: Kotoutumiskoulutus",
            "Oulun seudun ammattiopisto, 23 days after the plan, "
            "within the month (§\u00a020\u00a0subs.\u00a05)",
        ),
        ("Integration plan 1 agreed", "in force until 1.10.2027, signed"),
        (
            "Assessment completed",
            "initial interview 1.10.2026, interpreter present, an integration plan is needed",
        ),
        ("Assessment started", "Arabic"),
    ]
    assert told[1].leads.page is PageName.PRINT
    assert {each.leads.record for each in (told[0], told[2], told[3])} == {plan.id}
