from datetime import date

import pytest

from kotoutus_desktop.casework.office_file import create_file
from kotoutus_desktop.casework.retention import add_hold
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.retention import Erasure, RetentionHold
from kotoutus_desktop.rules.retention import HoldKind
from kotoutus_desktop.ui.keeping.erase_dialog import EraseDialog
from kotoutus_desktop.ui.keeping.retention_part import RetentionPart
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.workspace import Workspace

CHEAP = Cost(memory=64, passes=1, lanes=1)
OWN = "kolme hyvää sanaa"
LONG_AGO = date(2022, 11, 23)


@pytest.fixture
def workspace(tmp_path, preferences, clock, make_client):
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(tmp_path / "asiakkaat.kotoutus", OWN, office, officer, CHEAP)
    with opened.database.transaction() as session:
        session.add_all(
            [
                make_client(number="U7-1", closed_on=LONG_AGO),
                make_client(number="U7-2", closed_on=date(2020, 1, 1), non_disclosure=True),
                make_client(number="U7-3", closed_on=date(2026, 1, 1)),
                make_client(number="U7-4"),
            ]
        )
    yield Workspace(opened.database, opened.officer_id, preferences, clock)
    opened.database.close()


@pytest.fixture
def shown(qtbot, workspace):
    def show():
        bars = MessageBars()
        qtbot.addWidget(bars)
        part = RetentionPart(workspace, bars, CHEAP)
        qtbot.addWidget(part)
        part.resize(700, 1400)
        part.show()
        part.shown()
        return part

    return show


@pytest.fixture
def saved(monkeypatch):
    """The certificates for which a place is asked."""
    made = []
    monkeypatch.setattr(
        "kotoutus_desktop.ui.keeping.saving.PaperSaver.choose_and_save",
        lambda _self, content, name: made.append((content, name)),
    )
    return made


def numbers(workspace):
    with workspace.database.reading() as session:
        return sorted(number for (number,) in session.query(Client.number))


def answer(part, passphrase=OWN):
    dialog = part.window().findChild(EraseDialog)
    dialog.own.set_value(passphrase)
    dialog.accept()
    return dialog


def test_the_list_says_why_a_case_may_be_erased_and_hides_the_name_of_a_restricted_one(shown):
    part = shown()

    restricted, plain = (tick.box.accessibleName() for tick in part.ticks)
    assert "Amal" not in restricted
    assert "4 years run until 1.1.2024" in restricted
    assert plain.startswith("Amal Hassan Al-Khatib")
    assert "1 closed case is kept yet" in part._next.text()


def test_what_is_ticked_is_erased_after_the_own_passphrase(qtbot, shown, workspace, saved):
    part = shown()
    part.ticks[0].box.setChecked(True)
    part.erase.click()
    wrong = answer(part, "väärä lause")
    assert wrong.own.has_error()
    assert numbers(workspace) == ["U7-1", "U7-2", "U7-3", "U7-4"]

    answer(part)
    qtbot.waitUntil(lambda: bool(saved), timeout=20_000)

    assert numbers(workspace) == ["U7-1", "U7-3", "U7-4"]
    assert len(part.ticks) == 1
    content, name = saved[0]
    assert content.startswith(b"%PDF")
    assert "U7" not in name


def test_without_a_tick_nothing_is_asked(shown):
    part = shown()

    part.erase.click()

    assert part.window().findChild(EraseDialog) is None


def test_a_pending_matter_takes_a_case_off_the_list_until_it_is_over(shown, workspace, today):
    part = shown()
    part.hold.case.set_value(next(k for k, v in part.hold._lines.items() if v.number == "U7-1"))
    part.hold.kind.set_value(str(HoldKind.REIMBURSEMENT))
    assert part.hold.until.day() == date(2027, 11, 23)
    part.hold.button.click()
    assert part.hold.reason.has_error()
    part.hold.reason.set_value("KEHA 77")
    part.hold.button.click()

    assert [tick.code for tick in part.ticks] == ["U7-2"]
    with workspace.database.reading() as session:
        hold = session.query(RetentionHold).one()
    part._end(hold)
    assert [tick.code for tick in part.ticks] == ["U7-2", "U7-1"]


def test_a_case_is_erased_early_by_its_number_and_a_reason(qtbot, shown, workspace, saved):
    part = shown()
    part.early.number.set_value("U7-9")
    part.early.button.click()
    assert part.early.number.has_error()
    part.early.number.set_value("U7-4")
    part.early.button.click()
    assert part.early.reason.has_error()
    part.early.reason.set_value("Kirjattu väärälle henkilölle")

    part.early.button.click()
    answer(part)
    qtbot.waitUntil(lambda: bool(saved), timeout=20_000)

    assert "U7-4" not in numbers(workspace)
    with workspace.database.reading() as session:
        assert session.query(Erasure).one().reason == "Kirjattu väärälle henkilölle"


def test_who_is_no_administrator_sees_the_list_and_erases_nothing(shown, workspace, today):
    with workspace.database.transaction() as session:
        key = session.query(Client).filter_by(number="U7-1").one().id
        add_hold(session, key, HoldKind.APPEAL, "HaO 1/2026", None, today)
    workspace.show_to(Role.COUNSELLOR)

    part = shown()

    assert not part.erase.isVisible()
    assert not part.early.isVisible()
    assert part.held.isVisible()
    assert part.hold.isVisible()
