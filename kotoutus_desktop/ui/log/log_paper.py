"""The log sheet of a client: from the lines of the page to the bytes of the paper."""

from dataclasses import dataclass, replace
from uuid import UUID

from kotoutus_desktop.casework.log.checking import last_anchor
from kotoutus_desktop.casework.log.lines import LogFilter, LogLine, client_log
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.people import names_of_all
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.documents.log_sheet import LogEntryText, LogList, log_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.ui.log.line_words import LineWords
from kotoutus_desktop.ui.log.value_words import ValueWords, moment_text
from kotoutus_desktop.ui.words import period_text
from kotoutus_desktop.ui.workspace import Workspace

LOG_SHEET = "log_sheet"
"""The subject of the note that a log sheet was printed or saved."""
SOMEBODY = N_("Person {number} of the office")


@dataclass(frozen=True)
class SheetChoice:
    """How the sheet is wanted. `nameless`: who works here is told apart by number."""

    official: str
    nameless: bool = False
    large: bool = False


def log_paper(
    workspace: Workspace, client_id: UUID, wanted: LogFilter, choice: SheetChoice
) -> bytes:
    """Return the PDF with the lines that are wanted; raises as `client_log`, NotPrintable."""
    workspace.database.write_notes()
    with workspace.database.reading() as session:
        lines = client_log(session, client_id, wanted)
        client, office = get_client(session, client_id), the_office(session)
        people, anchor = names_of_all(session), last_anchor(session)
        library = office_library(session)
    values = ValueWords(choice.official, people, library)
    if choice.nameless:
        values = replace(values, people=_numbered(people, choice.official))
    words = LineWords(values)
    listed = LogList(
        [_text(line, words) for line in lines],
        choice.official,
        workspace.today(),
        str(anchor or ""),
        period_text(wanted.first, workspace.today()) if wanted.first else "",
        choice.large,
    )
    return sheet_pdf(log_sheet(office, client, listed, library))


def _text(line: LogLine, words: LineWords) -> LogEntryText:
    return LogEntryText(
        moment_text(line.at), words.who(line), words.what(line), words.particulars(line)
    )


def _numbered(people: dict[UUID, str], language: str) -> dict[UUID, str]:
    said = interface_catalog(language).gettext(SOMEBODY)
    return {each: said.format(number=number) for number, each in enumerate(people, 1)}
