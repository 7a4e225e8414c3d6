"""The whole office in one archive: JSON, a CSV file of each table, the schema, scans."""

import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.attachments import MEGABYTE, content_of
from kotoutus_desktop.casework.held_file import plain
from kotoutus_desktop.casework.log.spot_check import CHECKERS
from kotoutus_desktop.casework.office_export.csv_table import DELIMITER, csv_table
from kotoutus_desktop.casework.office_export.schema import Describer, schema_json, schema_of
from kotoutus_desktop.casework.office_export.tables import (
    LEFT_OUT,
    exported_tables,
    rows_of,
    shut_cases,
)
from kotoutus_desktop.errors import InvalidInput, NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.attachment import Attachment, MediaType
from kotoutus_desktop.models.history.noting import Act, Note, note
from kotoutus_desktop.models.visit import visit_of
from kotoutus_desktop.progress import Report, ignore

FORMAT = 1
OFFICE_FILE = "office_file"
"""The subject of the note that the whole office was exported."""
LARGEST_SCANS = 500 * MEGABYTE  # the archive is made in memory: nothing lies in clear on the disk
_ENDINGS = {MediaType.PDF: ".pdf", MediaType.PNG: ".png", MediaType.JPEG: ".jpg"}
NOT_YOURS = N_("Only a supervisor or an administrator exports the whole office.")
TOO_MUCH = N_(
    "The scans take {size} MB; at most {most} MB go into one file. Export without scans, and "
    "take the scans from the clients' pages."
)


@dataclass(frozen=True)
class Wanted:
    """What is to go along besides the tables."""

    scans: bool = False
    history: bool = False


@dataclass(frozen=True)
class OfficeExport:
    """The archive, the clients in it, and how many restricted cases were left out."""

    content: bytes
    clients: Sequence[UUID]
    shut: int
    rows: Mapping[str, int] = field(default_factory=dict)  # by table


def export_office(
    session: Session,
    wanted: Wanted,
    describer: Describer,
    made_at: datetime,
    report: Report = ignore,
) -> OfficeExport:
    """Return the whole office as a zip file.

    Restricted cases that were not opened are left out, in every table. Raises NotAllowed for
    other roles than supervisors and administrators, InvalidInput naming "scans" for too many.
    """
    require_may_export(session)
    shut = shut_cases(session)
    scans = _scans(session, shut) if wanted.scans else []
    tables = exported_tables(history=wanted.history)
    target, counts, records = BytesIO(), {}, {}
    clients: list[UUID] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        write = _writer(archive, made_at)
        for number, table in enumerate(tables):
            report(number, len(tables) + len(scans))
            rows = list(rows_of(session, table, shut))
            if table.name == "client":
                clients = [row["id"] for row in rows]
            counts[table.name] = len(rows)
            records[table.name] = [_plain(row) for row in rows]
            names = [column.name for column in table.columns]
            write(f"csv/{table.name}.csv", csv_table(names, records[table.name]))
        head = {"format": FORMAT, "made": made_at.isoformat(), "restricted_left_out": len(shut)}
        write("office.json", _json(head | {"tables": records}))
        schema = schema_json(schema_of(tables, describer), describer)
        left = {name: why for name, why in LEFT_OUT.items() if name not in records}
        about = {"csv": {"delimiter": DELIMITER, "encoding": "utf-8-sig", "formulas": "'"}}
        write("schema.json", _json(head | about | {"tables": schema, "left_out": left}))
        for number, scan in enumerate(scans, start=len(tables)):
            report(number, len(tables) + len(scans))
            content = content_of(session, scan)
            if content is not None:
                write(f"scans/{scan.id}{_ENDINGS[scan.media_type]}", content)
    return OfficeExport(target.getvalue(), clients, len(shut), counts)


def require_may_export(session: Session) -> None:
    """Let through a supervisor or an administrator; raises NotAllowed."""
    if visit_of(session).role not in CHECKERS:
        raise NotAllowed(NOT_YOURS)


def note_office_exported(session: Session, exported: OfficeExport) -> None:
    """Note that the office left the program: once for the file, and once for each client in it."""
    actor = visit_of(session).officer
    whole = Note(Act.EXPORT, None, OFFICE_FILE, detail=str(len(exported.clients)), actor=actor)
    each = [Note(Act.EXPORT, id_, OFFICE_FILE, id_, actor=actor) for id_ in exported.clients]
    note(session.connection(), whole, *each)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _writer(archive: zipfile.ZipFile, made_at: datetime) -> Callable[[str, bytes], None]:
    moment = made_at.timetuple()[:6]

    def write(name: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(name, moment)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, content)

    return write


def _scans(session: Session, shut: frozenset[UUID]) -> list[Attachment]:
    size = session.scalar(select(func.coalesce(func.sum(Attachment.size), 0))) or 0
    if size > LARGEST_SCANS:
        raise InvalidInput("scans", TOO_MUCH, size=size // MEGABYTE, most=LARGEST_SCANS // MEGABYTE)
    found = session.scalars(select(Attachment).order_by(Attachment.id))
    return [each for each in found if each.client_id not in shut]
