import pytest
from PySide6.QtWidgets import QLabel

from kotoutus_desktop.models.client import Client


@pytest.fixture
def contested(library, centre, client):
    """A client whose phone was written on both laptops."""
    centre.take(library.send(centre))
    library.change(client, phone="050 1")
    centre.change(client, phone="050 2")
    library.take(centre.send(library))
    return client


def texts(part):
    """Return what can be read."""
    return [label.text() for label in part.body.findChildren(QLabel) if label.text()]


def test_both_values_are_shown_with_their_story(contested, open_part):
    part = open_part("clashes")

    shown = texts(part)
    assert "Amal Hassan" in shown
    assert "Client's data: Phone. Which is right?" in shown
    assert {"050 1", "050 2"} <= set(shown)
    assert any("on this laptop" in text for text in shown)
    assert any("on another laptop" in text for text in shown)


def test_the_chosen_value_holds_and_the_question_goes(library, contested, open_part, said):
    part = open_part("clashes")
    told = said(part)
    part.keep[contested, "phone", True].click()

    assert library.read(contested).phone == "050 1"
    assert part.nothing.isVisible()
    assert "stays in the client’s log" in told[0]


def test_a_client_deleted_here_and_changed_there_can_be_kept(library, centre, client, open_part):
    centre.take(library.send(centre))
    with library.database.transaction() as session:
        session.delete(session.get_one(Client, client))
    centre.change(client, phone="050 2")
    library.take(centre.send(library))
    part = open_part("clashes")
    (clash,) = part.clashes
    assert any("deleted on one laptop" in text for text in texts(part))

    part.decide(clash, clash.sides[0])

    assert library.read(client).phone == "050 2"


def test_without_questions_the_page_says_so(library, open_part):
    part = open_part("clashes")

    assert part.nothing.isVisible()
    assert not part.body.isVisible()


def test_a_decision_made_meanwhile_is_said(library, contested, open_part, said):
    part = open_part("clashes")
    (clash,) = part.clashes
    library.change(contested, phone="050 3")
    told = said(part)

    part.decide(clash, clash.sides[0])

    assert "decided this already" in told[0]
    assert library.read(contested).phone == "050 3"
