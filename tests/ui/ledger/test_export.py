import pytest
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.ui.ledger.export import ExportKind


@pytest.mark.parametrize(("kind", "start"), [(".xlsx", b"PK"), (".pdf", b"%PDF")])
def test_the_numbers_are_saved_without_any_client(
    referral, tmp_path, monkeypatch, kind, start, late
):
    page, _line = referral
    target = tmp_path / f"file{kind}"
    asked = []

    def choose(_parent, _title, proposed, _kinds):
        asked.append(proposed)
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    button = page.spreadsheet_button if kind == ".xlsx" else page.paper_button
    button.click()

    content = target.read_bytes()
    assert content.startswith(start)
    assert asked[0].endswith(f"time-limits-2026-11-01-2027-03-31{kind}")
    for word in (late.number, late.family_names, "Amal"):
        assert word not in str(page.sheet())
        assert word.encode() not in content


def test_a_file_that_cannot_be_written_is_said_with_a_way_on(referral, tmp_path):
    page, _line = referral
    again = []
    saved = page.export.save_to(
        tmp_path / "nowhere" / "x.pdf", page.sheet(), ExportKind.PAPER, lambda: again.append(1)
    )

    assert not saved
    assert [message.key for message in page.bars.messages()] == ["save"]


def test_small_numbers_are_hidden_in_the_file_and_seen_on_the_screen(referral):
    page, line = referral
    exported = [n for table in page.sheet().tables for _month, shown in table.rows for n in shown]

    assert line.counts() == (1, 0, 0, 1, 0)
    assert set(exported) == {None, 0}


def test_there_is_nothing_to_save_before_there_are_numbers(open_page):
    page = open_page()

    assert not page.spreadsheet_button.isVisible()
    assert not page.paper_button.isVisible()
