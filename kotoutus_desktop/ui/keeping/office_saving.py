"""The whole office as a file: the archive, its schema in words, and the lock around both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kotoutus_desktop.casework.office_export.files import (
    OfficeExport,
    Wanted,
    export_office,
    note_office_exported,
)
from kotoutus_desktop.casework.office_export.schema import TableSchema, schema_of
from kotoutus_desktop.casework.office_export.tables import exported_tables
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.documents.facts_sheet import FactsSheet, Table, facts_pdf, made_line
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.typesetting import attached
from kotoutus_desktop.ui.keeping.office_words import OfficeWords
from kotoutus_desktop.ui.workspace import Workspace

ZIP = "application/zip"
NAME = "office"
_SHARES = (0.26, 0.42, 0.32)


@dataclass(frozen=True)
class OfficeOrder:
    """What goes along, and the password of the file; without one it is not encrypted."""

    wanted: Wanted = field(default_factory=Wanted)
    password: str = ""


@dataclass(frozen=True)
class Saved:
    """The names of the files, and what was in them."""

    names: str
    exported: OfficeExport

    @property
    def text(self) -> str:
        """Say what was saved, and how many restricted cases were left out."""
        said = _("Saved: {name}").format(name=self.names)
        shut = self.exported.shut
        if not shut:
            return said
        left = ngettext(
            "{n} restricted case was left out.", "{n} restricted cases were left out.", shut
        )
        return f"{said}. {left.format(n=shut)}"


def save_office(
    workspace: Workspace, folder: Path, order: OfficeOrder, report: Report = ignore
) -> Saved:
    """Save the office into a folder, and note it.

    With a password the archive lies in the locked PDF of the schema, without one beside it.
    Raises InvalidInput, NotAllowed, CannotWrite.
    """
    words, name = OfficeWords(), f"{NAME}-{workspace.today():%Y%m%d}"
    with workspace.database.reading() as session:
        exported = export_office(session, order.wanted, words, workspace.now(), report)
        office = the_office(session)
    swedish = interface_language() == "sv" and office.name_sv
    sender = office.name_sv if swedish else office.name_fi or office.name_sv
    tables = schema_of(exported_tables(history=order.wanted.history), words)
    made = made_line(sender, workspace.today())
    paper = facts_pdf(schema_sheet(tables, exported, sender, made))
    target = folder / f"{name}.pdf"
    if order.password:
        paper = attached(paper, f"{name}.zip", exported.content, ZIP)
    save_paper(target, paper, order.password)
    if not order.password:
        save_paper(target.with_suffix(".zip"), exported.content)
    with workspace.database.transaction() as session:
        note_office_exported(session, exported)
    names = target.name if order.password else f"{target.name}, {name}.zip"
    return Saved(names, exported)


def schema_sheet(
    tables: list[TableSchema], exported: OfficeExport, office: str, made: str
) -> FactsSheet:
    """Return the paper that says what each table and column holds."""
    words = OfficeWords()
    head = (_("Column"), _("What it holds"), _("How it is written"))
    return FactsSheet(
        title=_("Whole office as files: the tables and their columns"),
        office=office,
        lines=[
            made,
            _(
                "office.json holds every table as it is. The folder csv holds one file for each "
                "table: semicolons between cells, UTF-8; a text that begins like a formula stands "
                "behind an apostrophe. schema.json says the same as this paper. The folder scans "
                "has each scan under the key of its row in the table attachment."
            ),
            _("Restricted cases that were left out: {n}").format(n=exported.shut),
        ],
        tables=[
            Table(
                f"{table.words} ({table.name})",
                [
                    (each.name, each.words, _written(each.codes, words.kind(each.kind)))
                    for each in table.columns
                ],
                head,
                _SHARES,
                note=_("Rows: {n}").format(n=exported.rows.get(table.name, 0)),
            )
            for table in tables
        ],
    )


def _written(codes: Mapping[str, str], kind: str) -> str:
    said = [code if code == words else f"{code}: {words}" for code, words in codes.items()]
    return "\n".join([kind, *said])
