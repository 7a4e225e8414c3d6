"""Whatever leaves the program is noted; a new way out that is not fails the first test here."""

import ast
from pathlib import Path
from uuid import uuid4

import pytest

from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.log.exports import note_export
from tests.models.history.conftest import rows

UI = Path(__file__).parents[3] / "kotoutus_desktop" / "ui"
NOTING = {
    *("note_export", "note_exported", "note_given", "note_paper"),
    *("note_office_exported", "record_issued", "pack", "write_soon"),
}
NOTHING_ABOUT_CLIENTS = {
    "exchange/laptops_part.py": "the public key of this laptop",
    "keeping/lost_copy.py": "what was on a lost laptop, from a copy that is closed: no log is open",
    "keeping/saving.py": "certificates that name nobody, and the sheet of a lost laptop",
    "orientation/course_papers.py": "papers_part notes what it saves",
    "printing/many_dialog.py": "many_papers records each paper",
    "services/paper_export.py": "papers of the municipality's services",
    "start/sheet_card.py": "the recovery sheet",
    "today/calendar_export.py": "today_page notes what it saves",
    "translations/translations_part.py": "texts of the papers",
}


def used_names(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }


def test_every_window_that_saves_a_file_notes_it_or_says_why_not():
    silent = []
    for path in sorted(UI.rglob("*.py")):
        names = used_names(path)
        if "save_paper" in names and not names & NOTING:
            silent.append(path.relative_to(UI).as_posix())
    assert sorted(set(silent) - NOTHING_ABOUT_CLIENTS.keys()) == []


@pytest.mark.parametrize("clients", [0, 3])
def test_a_file_is_noted_once_and_once_for_each_client_in_it(database, officer, workspace, clients):
    there = [uuid4() for _ in range(clients)]
    note_export(workspace, "calendar", [*there, *there])
    database.write_notes()

    noted = rows(
        database, "SELECT case_id, subject, detail FROM log_entry WHERE act = 'export' ORDER BY seq"
    )
    assert noted[0] == (None, "calendar", str(clients))
    assert [case for case, _subject, _detail in noted[1:]] == [each.bytes for each in there]


def test_a_paper_of_many_is_noted_as_printed(database, officer, workspace):
    note_export(workspace, "sign_in_sheet", [uuid4()], Act.PRINT)
    database.write_notes()

    assert len(rows(database, "SELECT 1 FROM log_entry WHERE act = 'print'")) == 2
