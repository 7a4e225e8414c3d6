from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_keys import type_text

from kotoutus_desktop.models.key_slots import create_keys, keys_beside, unlock
from kotoutus_desktop.models.key_slots import unlock_with_recovery_code as unlock_by_code
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.settings.passphrase_part import PassphrasePart
from kotoutus_desktop.ui.workspace import Workspace

CHEAP = Cost(memory=64, passes=1, lanes=1)
OLD, NEW = "kolme hyvää sanaa", "talvinen laituri omena kettu"


@pytest.fixture
def part(qtbot, workspace: Workspace, office) -> PassphrasePart:
    create_keys(keys_beside(workspace.database.path), OLD, workspace.officer_id.hex, CHEAP)
    bars = MessageBars()
    qtbot.addWidget(bars)
    part = PassphrasePart(workspace, bars, CHEAP)
    part.bars = bars
    qtbot.addWidget(part)
    part.resize(640, 700)
    part.show()
    part.shown()
    return part


def change(part: PassphrasePart, current: str, new: str, again: str) -> None:
    for field, text in ((part.current, current), (part.new, new), (part.again, again)):
        type_text(field.line, text)
    QTest.keyClick(part.again.line, Qt.Key.Key_Return)


def test_a_new_passphrase_opens_the_file(qtbot, part: PassphrasePart, workspace: Workspace) -> None:
    change(part, OLD, NEW, NEW)

    qtbot.waitUntil(lambda: bool(part.bars.messages()))
    assert unlock(keys_beside(workspace.database.path), NEW).key
    assert part.current.is_empty()
    assert part.new.is_empty()


def test_a_wrong_current_passphrase_is_said_at_its_field(qtbot, part: PassphrasePart) -> None:
    change(part, "jotain muuta", NEW, NEW)

    qtbot.waitUntil(part.current.has_error)
    assert part.change.isEnabled()


@pytest.mark.parametrize(
    ("current", "new", "again", "faulty"),
    [
        ("", NEW, NEW, "current"),
        (OLD, "lyhyt", "lyhyt", "new"),
        (OLD, "salasana12345", "salasana12345", "new"),
        (OLD, NEW, NEW + "x", "again"),
    ],
)
def test_what_is_missing_or_weak_is_said_before_anything_is_changed(
    part: PassphrasePart, workspace: Workspace, current: str, new: str, again: str, faulty: str
) -> None:
    change(part, current, new, again)

    assert getattr(part, faulty).has_error()
    assert unlock(keys_beside(workspace.database.path), OLD).key


def test_a_new_sheet_is_shown_until_it_is_safe(
    qtbot, part: PassphrasePart, workspace: Workspace, tmp_path: Path
) -> None:
    type_text(part.code.line, OLD)
    QTest.keyClick(part.code.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: part.sheet is not None)
    sheet = part.sheet
    assert sheet is not None
    assert not part.current.isVisible()
    assert unlock_by_code(keys_beside(workspace.database.path), sheet._sheet.code).key
    sheet.save_to(tmp_path / "sheet.pdf")
    sheet.safe.set_value(True)
    sheet.go_on.click()

    assert part.sheet is None
    assert part.current.isVisible()
