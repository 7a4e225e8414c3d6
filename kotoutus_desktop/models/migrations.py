"""Bringing a file of an earlier version up to date: all of the steps, or none.

Alembic is imported only when there is something to do: it would add a tenth of a second to
every start.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, inspect

from kotoutus_desktop.errors import DamagedFile, NewerFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models import revisions
from kotoutus_desktop.models.verified_copy import verified_copy

if TYPE_CHECKING:
    from alembic.config import Config

_NEWER = N_(
    "This file was saved by a newer version of the program. "
    "Update the program to open it. The file was not changed."
)
_NOT_OURS = N_("This file was not made by the program. It was not changed.")
_BROKEN = N_("The file could not be brought up to date. It is as it was before.")


@dataclass(frozen=True)
class Steps:
    """A folder of steps, and the number of its newest one."""

    folder: Path
    newest: str

    def known(self) -> list[str]:
        """Return the numbers of all steps, newest first."""
        from alembic.script import ScriptDirectory

        scripts = ScriptDirectory.from_config(self.config())
        return [step.revision for step in scripts.walk_revisions()]

    def config(self, connection: Connection | None = None) -> Config:
        """Return what Alembic needs to know; there is no alembic.ini."""
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        return config


OURS = Steps(Path(revisions.__file__).parent, revisions.NEWEST)


def bring_up_to_date(
    engine: Engine, path: Path, key: bytes | bytearray, steps: Steps = OURS
) -> Path | None:
    """Take the steps that the file has not been through.

    A file that holds something is copied and the copy verified first, into the folder
    `copies` beside it; returns the copy. Raises NewerFile, DamagedFile or CannotWrite; the
    file is then as it was.
    """
    with engine.execution_options(readonly=True).connect() as connection:
        revision = _revision(connection)
    if revision == steps.newest:
        return None
    if revision is not None and revision not in steps.known():
        raise NewerFile(_NEWER)
    copy = None if revision is None else verified_copy(path, key, _copy_of(path, steps))
    _upgrade(engine, steps)
    return copy


def _revision(connection: Connection) -> str | None:
    """Return the last step of the file; None for a file without tables."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DamagedFile(_NOT_OURS)
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is None:
        raise DamagedFile(_NOT_OURS)
    return str(found)


def _copy_of(path: Path, steps: Steps) -> Path:
    moment = datetime.now(UTC)
    name = f"{path.stem}-before-{steps.newest}-{moment:%Y%m%d-%H%M%S}{path.suffix}"
    return path.parent / "copies" / name


def _upgrade(engine: Engine, steps: Steps) -> None:
    from alembic import command

    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        # Inside a transaction this has no effect, and with it on, rebuilding a table would
        # delete every row that refers to it.
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                command.upgrade(steps.config(connection), steps.newest)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise DamagedFile(_BROKEN)
        finally:
            raw.execute("PRAGMA foreign_keys = ON")
