import csv
import io

import pytest
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.ui.statistics.export import ExportKind, content_of


@pytest.mark.parametrize(
    ("kind", "start"), [(".xlsx", b"PK"), (".csv", b"\xef\xbb\xbf"), (".pdf", b"%PDF")]
)
def test_the_numbers_are_saved_without_any_client(
    page, tmp_path, monkeypatch, clients, kind, start
):
    target = tmp_path / f"file{kind}"
    asked = []

    def choose(_parent, _title, proposed, _kinds):
        asked.append(proposed)
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.save_buttons[list(ExportKind).index(kind)].click()

    content = target.read_bytes()
    assert content.startswith(start)
    assert asked[0].endswith(f"statistics-2026-01-01-2026-12-31{kind}")
    for client in clients:
        for word in (client.number, client.given_names):
            assert word not in str(page.sheet())
            assert word.encode() not in content


def test_small_numbers_are_hidden_in_the_file_and_seen_on_the_screen(page):
    content = content_of(page.sheet(), ExportKind.TEXT).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))

    assert page.view.table.numbers.faces[0].counts == (3, 3, 0)
    assert {row["How many"] for row in rows} == {"*", "0"}


def test_the_export_is_noted(page, tmp_path, database):
    page.export.save_to(tmp_path / "x.csv", page.sheet(), ExportKind.TEXT, lambda: None)
    database.write_notes()
    entries = LOG_ENTRY.select().where(LOG_ENTRY.c.act == "export")
    with database.reading() as session:
        noted = [(row.case_id, row.subject) for row in session.execute(entries)]

    assert noted == [(None, "statistics")]


def test_a_file_that_cannot_be_written_is_said_with_a_way_on(page, tmp_path):
    saved = page.export.save_to(
        tmp_path / "nowhere" / "x.pdf", page.sheet(), ExportKind.PAPER, lambda: None
    )

    assert not saved
    assert [message.key for message in page.bars.messages()] == ["save"]
