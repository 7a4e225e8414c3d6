import errno
from pathlib import Path

import pytest

from kotoutus_desktop.documents import saving
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import CannotWrite


def test_a_paper_replaces_the_one_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    save_paper(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as refused:
        save_paper(tmp_path / "nowhere" / "plan.pdf", b"new")

    assert "{folder}" in refused.value.message
    assert refused.value.values["folder"] == str(tmp_path / "nowhere")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()

    with pytest.raises(CannotWrite) as refused:
        save_paper(tmp_path / "plan.pdf", b"new")

    assert "is a folder" in refused.value.message
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "full"), "The disk is full."),
        (PermissionError(errno.EACCES, "open elsewhere"), "Close it if it is open"),
        (OSError(errno.EIO, "broken"), "cannot be written here"),
    ],
)
def test_a_disk_that_refuses_leaves_the_target_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, expected: str
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def refuse(_descriptor: int) -> None:
        raise error

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(CannotWrite) as refused:
        saving.save_paper(target, b"new")

    assert expected in refused.value.message
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
