"""How retention is spoken of: why a case may be erased, or may not yet."""

from kotoutus_desktop.casework.retention import PurgeLine
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.retention import RetentionHold
from kotoutus_desktop.rules.retention import Hold, HoldKind
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.words import enum_text

HOLDS = {
    HoldKind.FEE: N_("fee for an unused time (§ 32 a)"),
    HoldKind.APPEAL: N_("appeal or complaint"),
    HoldKind.REIMBURSEMENT: N_("reimbursement by the State (§§ 70–71)"),
    HoldKind.NOT_ENTERED: N_("not yet entered in Koto-AJ or A-TMT (§ 76)"),
}
RECORDED = tuple(kind for kind in HoldKind if kind is not HoldKind.NOT_ENTERED)
"""The matters that somebody writes down; the other one the program finds."""


def whose(line: PurgeLine) -> str:
    """Return number and name; a restricted case goes by its number."""
    return " ".join(part for part in (line.number, line.name) if part)


def about(line: PurgeLine) -> str:
    """Return the name, if it is shown, and why the case may be erased."""
    return "\n".join(part for part in (line.name, why_text(line)) if part)


def why_text(line: PurgeLine) -> str:
    """Say why a case may be erased, or until when it is kept."""
    years = ngettext("{n} year", "{n} years", line.years).format(n=line.years)
    ended = _("Client relationship ended {date}").format(date=date_text(line.closed_on))
    if line.closing_reason:
        ended = f"{ended} ({enum_text(line.closing_reason)})"
    kept = _("{years} run until {date}").format(years=years, date=date_text(line.last_day))
    return f"{ended}. {kept}."


def hold_text(hold: Hold | RetentionHold) -> str:
    """Say which matter is pending, and until when."""
    kind = _(HOLDS[hold.kind])
    if hold.kind is HoldKind.NOT_ENTERED:
        return _("Held: {kind}.").format(kind=kind)
    if hold.until is None:
        return _("Held: {kind}, {reason}; no end is known.").format(kind=kind, reason=hold.reason)
    return _("Held: {kind}, {reason}; until {date}.").format(
        kind=kind, reason=hold.reason, date=date_text(hold.until)
    )


def found_texts(line: PurgeLine) -> list[str]:
    """Say which matters the program itself found that hold a case."""
    return [hold_text(each) for each in line.verdict.holds if each.kind not in RECORDED]
