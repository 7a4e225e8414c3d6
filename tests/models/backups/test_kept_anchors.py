from datetime import UTC, datetime, timedelta

import pytest

from kotoutus_desktop.models.backups.kept_anchors import (
    KeptAnchor,
    anchors_of_copies,
    check_log,
    counting,
    first_unfit,
    read_anchor,
    read_printed,
    seal_of,
    written_anchor,
)
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.round import copy_round
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.history.sealing import Anchor, anchor
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.place import copies_folder
from tests.conftest import KEY

AT = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)


@pytest.fixture
def file(database):
    """A file with some entries in its log, closed."""
    for number in range(5):
        with database.transaction() as session:
            session.add(Officer(name=f"Counsellor {number}"))
    database.close()
    return database.path


@pytest.fixture
def opened(file):
    connection = connect(file, KEY)
    yield connection
    connection.close()


def kept(connection, at=AT):
    return KeptAnchor(anchor(connection), at)


def cut_off(connection, last):
    connection.execute("DROP TRIGGER record_log_is_kept")
    connection.execute("DELETE FROM log_entry WHERE seq > ?", (last,))


def rewrite(connection, seq):
    """Another history, sealed with other digests from an entry on."""
    connection.execute("DROP TRIGGER record_log_stays")
    connection.execute("UPDATE log_entry SET digest = randomblob(32) WHERE seq >= ?", (seq,))


def test_a_log_as_it_was_holds_to_its_anchor(opened):
    held = kept(opened)
    assert first_unfit(opened, [held]) is None
    assert seal_of(opened, held.anchor.seq) == held.anchor.digest


@pytest.mark.parametrize("change", [cut_off, rewrite])
def test_a_log_that_was_cut_off_or_written_anew_does_not(opened, file, change):
    held = kept(opened)
    change(opened, held.anchor.seq - 1)

    assert first_unfit(opened, [held]) == held
    broken = check_log(file, KEY, [held])
    assert broken is not None
    assert broken <= held.anchor.seq


def test_the_first_of_several_anchors_is_named(opened):
    early = KeptAnchor(Anchor(1, seal_of(opened, 1)), AT)
    late = kept(opened, AT + timedelta(hours=1))
    cut_off(opened, 3)
    lost = KeptAnchor(Anchor(4, bytes(32)), AT)

    assert first_unfit(opened, [late, lost, early]) == lost


def test_going_back_to_a_copy_gives_up_the_anchors_of_the_time_since(database):
    made_at = datetime.now(UTC) - timedelta(hours=3)
    since = [KeptAnchor(Anchor(999, bytes(32)), made_at + timedelta(hours=1))]
    before = KeptAnchor(Anchor(999, bytes(32)), made_at - timedelta(hours=1))
    after = KeptAnchor(Anchor(999, bytes(32)), datetime.now(UTC) + timedelta(hours=1))
    database.note_soon(Note(Act.RESTORE, subject="file", detail=made_at.isoformat("T", "minutes")))
    database.close()
    connection = connect(database.path, KEY)

    assert counting(connection, [*since, before, after]) == [before, after]
    connection.close()


def test_anchors_lie_beside_the_copies_in_every_folder(office_file, at, tmp_path):
    database, key = office_file
    (tmp_path / "stick").mkdir()
    made = copy_round(database.path, key, Reason.HAND, at, tmp_path / "stick").copy

    found = anchors_of_copies(database.path, [copies_folder(database.path), tmp_path / "stick"])
    assert found == [KeptAnchor(made.manifest.contents.anchor, at, made.path.name)] * 2
    assert anchors_of_copies(database.path, [tmp_path / "pulled out"]) == []


def test_a_log_holds_to_the_anchor_of_its_copy_while_it_grows(office_file, at):
    database, key = office_file
    copy_round(database.path, key, Reason.HAND, at)
    with database.transaction() as session:
        session.add(Officer(name="Olli"))
    held = anchors_of_copies(database.path, [copies_folder(database.path)])

    connection = connect(database.path, key)
    assert first_unfit(connection, held) is None
    connection.close()
    assert check_log(database.path, key, held) is None


def test_this_computer_keeps_an_anchor_as_one_line():
    held = KeptAnchor(Anchor(1042, bytes(range(32))), AT)
    assert read_anchor(written_anchor(held)) == held


@pytest.mark.parametrize("written", ["", "x", "2026-11-24 7", "2026-11-24T07:31+00:00 seven ab"])
def test_a_line_that_is_none_reads_as_nothing(written):
    assert read_anchor(written) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1042-7f3a19c08b2d", (1042, "7f3a19c08b2d")),
        (" 1042 - 7F3A19C0 8B2D ", (1042, "7f3a19c08b2d")),
        ("1042-7f3a", None),
        ("-7f3a19c08b2d", None),
        ("a-7f3a19c08b2d", None),
        ("1042-zz3a19c08b2d", None),
        ("", None),
    ],
)
def test_a_printed_anchor_is_read_whatever_its_blanks_and_letters(typed, read):
    assert read_printed(typed) == read
