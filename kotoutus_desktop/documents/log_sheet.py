"""The log sheet: who looked at a client's data, who changed what, and the end of the chain.

It stands in Finnish or Swedish alone, in the words of the interface, like other papers of the
office. The anchor on it tells years later whether the log was shortened or rewritten.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import Plain
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Sheet
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import written_date

TITLE = N_("Log of the client's data")
HEADING = N_("What was done, the latest first")
MADE = N_("Made on {date}")
PERIOD = N_("Days: {period}")
NOTHING = N_("Nothing was done in these days.")
ANCHOR = N_("Anchor of the log: {anchor}")
MEANING = N_(
    "The anchor is the number and the seal of the last entry when this sheet was made. Keep the "
    "sheet: the program compares it later and tells whether the log was shortened or rewritten."
)
ELSEWHERE = N_(
    "Changes made on other laptops of the office are in this log; who looked there stands in the "
    "log of that laptop."
)
HIDDEN = N_("Restricted case: addresses, telephone numbers and places are left out of this sheet.")

Translate = Callable[[str], str]


@dataclass(frozen=True)
class LogEntryText:
    """An entry in words: when and who, what was done, and a text for each field."""

    when: str
    who: str
    what: str
    particulars: Sequence[str] = ()


@dataclass(frozen=True)
class LogList:
    """What is printed. `period` is "" for all days, `anchor` "" for a file without a log."""

    entries: Sequence[LogEntryText]
    official: str
    made_on: date
    anchor: str = ""
    period: str = ""
    large: bool = False


def log_sheet(office: Office, client: Client, listed: LogList, library: Library) -> Sheet:
    """Return the paper of a client's log, in the official language alone."""
    official, said = listed.official, interface_catalog(listed.official).gettext
    return Sheet(
        languages=(official,),
        official=official,
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(office, official),
        secrecy=frame.secrecy(client),
        title=Plain(said(TITLE)),
        names=frame.names(client),
        facts=(*frame.whose(client), *(Plain(fact) for fact in _facts(client, listed, said))),
        parts=(Part(Plain(said(HEADING)), tuple(_rows(listed, said))),),
        statements=tuple(Plain(text) for text in _statements(listed, said)),
        signatures=(),
        notes=(),
        library=library,
        scale=LARGE_PRINT if listed.large else 1.0,
    )


def _facts(client: Client, listed: LogList, said: Translate) -> Iterator[str]:
    yield said(MADE).format(date=written_date(listed.made_on, listed.official))
    if listed.period:
        yield said(PERIOD).format(period=listed.period)
    if client.hides_place:
        yield said(HIDDEN)


def _rows(listed: LogList, said: Translate) -> Iterator[Row]:
    for number, entry in enumerate(listed.entries, 1):
        texts = (entry.what, *entry.particulars)
        head = Line(Plain(f"{entry.when}  {entry.who}"), strong=True)
        yield Row(str(number), (head, *(Line(Plain(text)) for text in texts)))
    if not listed.entries:
        yield Row("", (Line(Plain(said(NOTHING))),))


def _statements(listed: LogList, said: Translate) -> Iterator[str]:
    yield said(ELSEWHERE)
    if listed.anchor:
        yield said(ANCHOR).format(anchor=listed.anchor)
        yield said(MEANING)
