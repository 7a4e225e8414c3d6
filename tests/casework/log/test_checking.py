from datetime import UTC, datetime

import pytest

from kotoutus_desktop.casework.log.checking import (
    Printed,
    check,
    compare_printed,
    first_lost,
    last_anchor,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.backups.kept_anchors import KeptAnchor
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.office import Officer
from tests.conftest import KEY
from tests.models.history.conftest import rows

AT = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)


@pytest.fixture
def written(database):
    """A file with some entries in its log."""
    for number in range(4):
        with database.transaction() as session:
            session.add(Officer(name=f"Counsellor {number}"))
    return database


def held(database):
    with database.reading() as session:
        return KeptAnchor(last_anchor(session), AT)


def raw(database, *statements):
    """Do to the file what another program would, without the triggers of the log."""
    connection = connect(database.path, KEY)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def cut_off(database, last):
    raw(
        database,
        "DROP TRIGGER record_log_is_kept",
        f"DELETE FROM log_entry WHERE seq > {last}",
    )


def test_a_whole_log_is_said_to_be_whole_and_the_check_is_noted(written):
    verdict = check(written, [held(written)])

    assert (verdict.broken, verdict.line, verdict.compared) == (None, None, 1)
    assert verdict.entries == 4
    assert rows(written, "SELECT subject, detail FROM log_entry WHERE act = 'verify'") == [
        ("log", "")
    ]


def test_the_first_changed_entry_is_named_with_what_stands_there(written):
    raw(
        written,
        "DROP TRIGGER record_log_stays",
        "UPDATE log_entry SET act = 'view' WHERE seq = 2",
        "UPDATE log_entry SET act = 'view' WHERE seq = 3",
    )

    verdict = check(written, [])
    assert verdict.broken == 2
    assert verdict.line is not None
    assert verdict.line.act is Act.VIEW


def test_a_log_cut_short_is_noticed_by_what_was_kept_elsewhere(written):
    kept = held(written)
    cut_off(written, 2)

    assert check(written, []).broken is None
    with written.reading() as session:
        assert first_lost(session, [kept]) == kept
    cut_off_again = check(written, [kept])
    assert cut_off_again.broken is not None


def test_a_sheet_of_paper_tells_a_log_that_was_cut_off_or_rewritten(written):
    printed = str(held(written).anchor)
    with written.reading() as session:
        assert compare_printed(session, printed) is Printed.HOLDS
        assert compare_printed(session, "4-000000000000") is Printed.REWRITTEN
        assert compare_printed(session, "99-000000000000") is Printed.CUT_OFF
        with pytest.raises(InvalidInput):
            compare_printed(session, "nonsense")


def test_a_file_without_entries_has_no_anchor(database):
    with database.reading() as session:
        assert last_anchor(session) is None
