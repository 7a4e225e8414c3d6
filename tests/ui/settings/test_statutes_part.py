import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from walker import nameless

from kotoutus_desktop.casework.statutes import statute_files
from kotoutus_desktop.ui.components.buttons import IconButton
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.settings_page import SettingsPage

ACT = "Laki kotoutumisen edistämisestä 681/2023\n22 §\nOtsikko\nKeksitty virke ja toinen.\n"
AMENDING = "Lag om ändring av lagen 1100/2024\ni lagen (681/2023)\n22 §\nRubrik\nPåhittat och.\n"


@pytest.fixture
def page(qtbot, workspace, office):
    page = SettingsPage(workspace, Destination(PageName.SETTINGS, focus="statutes"))
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def choose(tmp_path, monkeypatch):
    """Return what answers the file dialog with a file of this content."""

    def choose_it(content, name="laki.txt"):
        path = tmp_path / name
        if content:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        monkeypatch.setattr(
            QFileDialog, "getOpenFileName", staticmethod(lambda *_args: (str(path), ""))
        )
        return path

    return choose_it


def kept(workspace):
    with workspace.database.reading() as session:
        return statute_files(session)


def said(page):
    QTest.qWait(1)
    labels = [*page.statutes.findChildren(QLabel), *page.bars.findChildren(QLabel)]
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_at_first_no_file_is_used(page):
    assert "No file has been chosen." in said(page)
    assert nameless(page.statutes) == []


def test_a_chosen_file_is_recognised_and_kept(page, choose, workspace):
    path = choose(ACT)

    page.statutes.add_button.click()

    assert kept(workspace) == [path]
    assert "681/2023, in Finnish, 1 section" in said(page)


def test_an_amending_act_says_what_it_amends(page, choose):
    choose(AMENDING, "lag.txt")

    page.statutes.add_button.click()

    assert "1100/2024, amends 681/2023, in Swedish, 1 section" in said(page)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The file is not where it was"),
        (b"%PDF-1.7", "This is no text and no page"),
        ("Hyvä asiakas", "No act that the program names was found"),
        (b" " * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_cannot_be_used_is_said_and_not_kept(page, choose, workspace, content, message):
    choose(content)

    page.statutes.add_button.click()

    assert message in said(page)
    assert kept(workspace) == []


def test_nothing_happens_when_no_file_is_chosen(page, monkeypatch, workspace):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_args: ("", "")))

    page.statutes.add_button.click()

    assert kept(workspace) == []


def test_a_file_is_forgotten_left_on_the_disk_and_taken_back(page, choose, workspace):
    path = choose(ACT)
    page.statutes.add_button.click()

    page.statutes.card.findChild(IconButton).click()
    assert kept(workspace) == []
    assert path.exists()

    workspace.undo()
    assert kept(workspace) == [path]


def test_a_file_that_has_gone_is_shown_as_gone(page, choose):
    path = choose(ACT)
    page.statutes.add_button.click()
    path.unlink()

    page.open_part("statutes")

    assert f"The file is not where it was: {path}" in said(page)
