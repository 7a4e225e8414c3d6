"""The certificate that cases were erased: by number, never by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.documents.facts_sheet import FactsSheet, Table, facts_pdf, made_line
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.retention import Erasure, ErasureGround

_NOTES = (
    N_(
        "The case was removed from every table of the file, from its history, from half-typed "
        "forms and from the search; then every page of the file was written anew. What stays is "
        "this certificate's content, and in the log who looked at and changed the case and when, "
        "without its content; reasons that were written at the door of a restricted case stay too."
    ),
    N_(
        "Copies that were made before still hold the case. They are encrypted, and thinned by the "
        "program as long as it makes new copies; the last of them goes on the day that is named. "
        "A copy that somebody took elsewhere, papers and saved files are not covered: remove them "
        "by hand. Who goes back to an older copy with the program has the case erased again."
    ),
)


@dataclass(frozen=True)
class CertifiedErasure:
    """An erasure with the name of who did it, "" where nobody was known."""

    erasure: Erasure
    officer: str


def certificate_pdf(office: str, made_on: date, erasures: Sequence[CertifiedErasure]) -> bytes:
    """Return the certificate of some erasures as a tagged PDF in the interface's language."""
    sheet = FactsSheet(
        title=_("Certificate of erasure"),
        office=office,
        lines=[made_line(office, made_on), _("These cases were erased from the office's file:")],
        tables=[Table(each.erasure.number, _rows(each)) for each in erasures],
        notes=[_(note) for note in _NOTES],
    )
    return facts_pdf(sheet)


def rule_text(erasure: Erasure) -> str:
    """Say by which rule a case was erased."""
    if erasure.ground is ErasureGround.RETENTION:
        years = ngettext("{n} year", "{n} years", erasure.years or 0).format(n=erasure.years)
        return _(
            "Kept for {years} after the client relationship ended, which is the office's rule "
            "(681/2023 § 77 for the national resource)"
        ).format(years=years)
    if erasure.ground is ErasureGround.BIN:
        return _("Deleted, and emptied from the bin after its days")
    return _("Before its time: {reason}").format(reason=erasure.reason)


def _rows(each: CertifiedErasure) -> list[tuple[str, str]]:
    erasure = each.erasure
    rows = [
        (_("Client number"), erasure.number),
        (_("Client relationship ended"), _day(erasure.closed_on)),
        (_("Rule"), rule_text(erasure)),
        (_("Erased"), _moment(erasure)),
        (_("By whom"), each.officer or _("Somebody unknown")),
        (_("Records removed"), str(erasure.rows)),
        (_("The last copy that holds the case is thinned"), _day(erasure.copies_until)),
    ]
    return [(label, value) for label, value in rows if value]


def _day(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def _moment(erasure: Erasure) -> str:
    here = erasure.erased_at.astimezone()
    return f"{_day(here.date())} {here.hour}.{here.minute:02d}"
