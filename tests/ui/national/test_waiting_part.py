import pytest

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.national.waiting_part import ALL, DUTY, WaitingPart, waiting_face
from kotoutus_desktop.ui.page import PageName


@pytest.fixture
def part(qtbot, workspace):
    made = WaitingPart(workspace)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


@pytest.fixture
def read(qtbot, part):
    def reading():
        before = part.waiting
        part.arrive("")
        qtbot.waitUntil(lambda: part.waiting is not before)
        return part

    return reading


def test_a_row_says_what_is_to_be_entered_where_and_why(qtbot, read, reviewed):
    part = read()

    face = waiting_face(part.waiting[0])

    assert "review 11.1.2027" in face.sentence
    assert "Koto-AJ" in face.sentence
    assert "76" in face.cells[-1].text
    with qtbot.waitSignal(part.navigate) as led:
        part.list.opened.emit(part.waiting[0])
    assert (led.args[0].page, led.args[0].client) == (PageName.NATIONAL, reviewed.id)


def test_what_was_made_before_2027_is_shown_only_on_demand(read, planned):
    part = read()

    assert not part.card.isVisible()
    part.which.set_value(ALL)
    part.which.chosen.emit(ALL)
    assert part.card.isVisible()
    assert waiting_face(part.waiting[0]).cells[-1].text == "voluntary"
    part.which.set_value(DUTY)


def test_a_restricted_client_stands_there_by_number(read, reviewed, database):
    with database.transaction() as session:
        session.get_one(Client, reviewed.id).restricted = True

    face = waiting_face(read().waiting[0])

    assert "Al-Khatib" not in face.sentence
    assert reviewed.number in face.sentence


def test_the_list_is_saved_as_a_paper(read, reviewed, monkeypatch):
    made = []
    part = read()
    monkeypatch.setattr(part.saver, "choose_and_save", lambda content, _name: made.append(content))

    part.primary()

    assert made[0].startswith(b"%PDF")
