import json
from datetime import UTC, datetime

import pytest

from kotoutus_desktop.models.backups.manifest import (
    Contents,
    Manifest,
    Reason,
    digest_of,
    manifest_beside,
    read_manifest,
    write_manifest,
)
from kotoutus_desktop.models.history.sealing import Anchor

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SHEET = Manifest(
    AT, Reason.LOCK, Contents("0009", {"client": 2}, 7, Anchor(9, b"\1" * 32)), "ab" * 32, 4096
)


def test_a_sheet_is_read_as_it_was_written(tmp_path):
    copy = tmp_path / "office-1.kotoutus"
    write_manifest(copy, SHEET.proven(AT))

    assert read_manifest(copy) == SHEET.proven(AT)
    assert read_manifest(copy).clients == 2


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", "null", '{"format": 2}', '{"format": 1}', "[" * 5000],
)
def test_a_sheet_that_cannot_be_read_is_none(tmp_path, content):
    copy = tmp_path / "office-1.kotoutus"
    manifest_beside(copy).write_text(content)

    assert read_manifest(copy) is None


def test_a_moment_without_a_zone_is_refused(tmp_path):
    copy = tmp_path / "office-1.kotoutus"
    write_manifest(copy, SHEET)
    values = json.loads(manifest_beside(copy).read_text())
    values["made"] = "2026-11-24T08:00:00"
    manifest_beside(copy).write_text(json.dumps(values))

    assert read_manifest(copy) is None


def test_the_digest_is_that_of_the_whole_file(tmp_path):
    (tmp_path / "one").write_bytes(b"x" * 3_000_000)
    (tmp_path / "other").write_bytes(b"x" * 2_999_999 + b"y")

    assert digest_of(tmp_path / "one") != digest_of(tmp_path / "other")
