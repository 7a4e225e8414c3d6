from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.office_file import create_file
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.backups.restore_card import RestoreCard
from kotoutus_desktop.ui.backups.restoring import Restoring
from kotoutus_desktop.ui.keeping.lost_part import LostPart
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.workspace import Workspace
from tests.reading import pdf_text

CHEAP = Cost(memory=64, passes=1, lanes=1)
OWN = "kolme hyvää sanaa"
AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path, preferences, clock, make_client):
    office, officer = Office(municipality="889", name_fi="Utajärvi"), Officer(name="Maija")
    opened = create_file(tmp_path / "asiakkaat.kotoutus", OWN, office, officer, CHEAP)
    with opened.database.transaction() as session:
        session.add_all(
            [make_client(number="U7-1"), make_client(number="U7-2", non_disclosure=True)]
        )
    yield Workspace(opened.database, opened.officer_id, preferences, clock)
    opened.database.close()


@pytest.fixture
def copy(workspace):
    return back_up(workspace.database.path, workspace.database.key_for_a_copy(), Reason.HAND, AT)


@pytest.fixture
def part(qtbot, workspace):
    bars = MessageBars()
    qtbot.addWidget(bars)
    part = LostPart(workspace, bars)
    qtbot.addWidget(part)
    part.resize(700, 900)
    part.show()
    part.shown()
    return part


@pytest.fixture
def saved(monkeypatch):
    made = []
    monkeypatch.setattr(
        "kotoutus_desktop.ui.keeping.saving.PaperSaver.choose_and_save",
        lambda _self, content, name: made.append((pdf_text(content), name)),
    )
    return made


def test_the_paper_of_this_file_says_what_the_authority_asks_for(part, saved):
    part.seen.set_value(date(2026, 11, 23))
    part.noticed.set_value(date(2026, 11, 24))
    part.what.set_value("Unohtui bussiin")

    part.save.click()

    ((text, name),) = saved
    for expected in ("U7-1", "U7-2", "Non-disclosure order", "Unohtui bussiin", "AES-256"):
        assert expected in text
    assert "23.11.2026" in text
    assert "27.11.2026" in text  # 72 hours later
    assert "5 minutes" in text
    assert "Amal" not in text
    assert name == "kadonnut-kone"


def test_the_paper_is_made_from_a_copy_on_another_computer(qtbot, part, copy, saved):
    assert not part.passphrase.isVisible()
    part.use_copy(copy.path)
    part.passphrase.set_value("väärä lause")
    part.from_copy.click()
    qtbot.waitUntil(part.passphrase.has_error, timeout=20_000)
    qtbot.waitUntil(part.from_copy.isEnabled)

    part.passphrase.set_value(OWN)
    part.from_copy.click()
    qtbot.waitUntil(lambda: bool(saved), timeout=20_000)

    ((text, _name),) = saved
    assert "20.11.2026" in text
    assert "U7-2" in text
    assert "not counted here" in text.replace("\r\n", " ").replace("\n", " ")


def test_a_day_that_is_none_is_said_at_its_field(part, saved):
    part.noticed.line.setText("eilen")

    part.save.click()

    assert part.noticed.has_error()
    assert saved == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_paper_stands_in_the_language_of_the_interface(part, saved, language):
    set_interface_language(language)

    part.save.click()

    assert "Lost computer" not in saved[0][0]


def test_the_start_window_saves_the_paper_of_a_copy(
    qtbot, workspace, copy, tmp_path, monkeypatch, clock
):
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    card = RestoreCard(workspace.database.path, None)
    qtbot.addWidget(card)
    card.show()
    restoring = Restoring(workspace.database.path, card, clock)
    card.lost.click()
    assert card.passphrase.has_error()

    card.passphrase.set_value(OWN)
    card.lost.click()
    qtbot.waitUntil(target.exists, timeout=20_000)

    assert "U7-2" in pdf_text(target.read_bytes())
    assert card.chosen is not None
    assert restoring is not None
