import pytest
from PySide6.QtWidgets import QLabel, QWidget
from walker import clipped, nameless

from kotoutus_desktop.ui.printing.many_dialog import ManyPapersDialog, file_name
from kotoutus_desktop.ui.printing.many_papers import OnePaper
from tests.ui.printing.conftest import listed

WAIT_MS = 30_000


@pytest.fixture
def open_dialog(qtbot, workspace, database):
    """Return a maker of the dialog about everybody."""

    parent = QWidget()
    qtbot.addWidget(parent)

    def open_it() -> ManyPapersDialog:
        dialog = ManyPapersDialog(workspace, listed(database), parent)
        dialog.show()
        return dialog

    return open_it


def shown(dialog: ManyPapersDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_plans_are_saved_under_numbers_and_the_rest_is_listed(
    qtbot, open_dialog, with_plan, tmp_path, database
):
    with_plan(service_language="ru")
    with_plan(service_language="so", non_disclosure=True)
    dialog = open_dialog()
    folder = tmp_path / "papers"
    folder.mkdir()

    dialog.save_in(folder)
    qtbot.waitUntil(lambda: dialog.shut.isVisible(), timeout=WAIT_MS)

    number = next(row.number for row in listed(database) if not row.non_disclosure)
    assert [path.name for path in folder.iterdir()] == [f"plan-{number}-1-fi-ru.pdf"]
    assert "1 plan is ready." in shown(dialog)
    assert "Left out" in shown(dialog)
    assert not nameless(dialog)
    assert not clipped(dialog)


def test_a_missing_folder_is_said_with_what_to_do(qtbot, open_dialog, with_plan, tmp_path):
    with_plan(service_language="ru")
    dialog = open_dialog()

    dialog.save_in(tmp_path / "gone")
    qtbot.waitUntil(lambda: dialog.shut.isVisible(), timeout=WAIT_MS)

    assert "Choose another folder." in shown(dialog)
    assert "1 was not reached." in shown(dialog)


def test_a_file_name_holds_no_character_that_a_disk_refuses():
    paper = OnePaper("H1/0001", 2, ("fi", "ar"), b"")
    assert file_name(paper, "plan") == "plan-H1-0001-2-fi-ar.pdf"
