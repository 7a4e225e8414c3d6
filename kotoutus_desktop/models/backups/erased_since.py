"""People who were erased do not come back with an older copy."""

from pathlib import Path

from sqlalchemy import Connection

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.connection import connect, driver_failures
from kotoutus_desktop.models.history.merging import Bundle, merge
from kotoutus_desktop.models.history.row_state import COLUMNS, Operation

NOBODY = Bundle((), ())


def erased_in(path: Path, key: bytes | bytearray) -> Bundle:
    """Return what a file was made to forget, and what is left of each; nothing where unreadable.

    It is carried into the copy to which somebody goes back: only bare keys and numbers.
    """
    try:
        connection = connect(path, key)
    except KotoutusError:  # damaged, or encrypted anew since
        return NOBODY
    try:
        with driver_failures():
            tables = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_schema").fetchall()
            }
            if not {"erased", "erasure"} <= tables:
                return NOBODY
            rows = connection.execute('SELECT "row" FROM erased').fetchall()
            left = connection.execute(
                f"SELECT {COLUMNS} FROM operation WHERE subject = 'erasure'"
            ).fetchall()
    except KotoutusError:
        return NOBODY
    finally:
        connection.close()
    return Bundle(tuple(Operation(*each) for each in left), (), tuple(row for (row,) in rows))


def forget_again(connection: Connection, erased: Bundle) -> None:
    """Forget in a restored copy who was erased since it was made."""
    merge(connection, erased)
