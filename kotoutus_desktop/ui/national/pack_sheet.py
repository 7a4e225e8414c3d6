"""The pack of a client on paper, and the list of what is still to be entered."""

from collections.abc import Iterator, Sequence

from kotoutus_desktop.casework.national.pack import Pack, PackField, PackSection
from kotoutus_desktop.casework.national.waiting import Waiting
from kotoutus_desktop.casework.national.words import HEADINGS, RECORDS, REGISTERS
from kotoutus_desktop.documents.facts_sheet import FactsSheet, Table
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.rules.stored_fields import StoredRecord
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.national.field_row import NOTHING, both, entered_text
from kotoutus_desktop.ui.national.section_card import state_text
from kotoutus_desktop.ui.words import shown_name

SHARES = (0.32, 0.43, 0.25)
_SHORT = {
    StoredRecord.ASSESSMENT: N_("assessment {date}"),
    StoredRecord.PLAN: N_("plan {date}"),
    StoredRecord.REVIEW: N_("review {date}"),
}
TO_DO = "☐ "


def pack_sheet(client: Client, pack: Pack, office: Office, made: str) -> FactsSheet:
    """Return the paper of a client; `made` says whose it is and of which day."""
    official = office.official_language
    lines = [made, _("Client {number}").format(number=client.number)]
    if client.hides_place:
        lines.append(_("Restricted case: providers and places are left out."))
    return FactsSheet(
        title=f"{_(REGISTERS[pack.register])}: {shown_name(client)}",
        office=office.name_fi or office.name_sv,
        lines=lines,
        tables=[_table(section, official) for section in pack.sections],
        notes=[_("The headings are those of Government Decree 874/2024 §§ 1–3.")],
    )


def waiting_sheet(waiting: Sequence[Waiting], office: Office, made: str) -> FactsSheet:
    """Return the list of clients of whom something is to be entered, duties first."""
    heads = (_("Client"), _("What"), _("Register"))
    titles = ((True, _("Must be entered")), (False, _("Voluntary: made before 2027")))
    tables = [
        Table(title, rows, heads, (0.3, 0.5, 0.2))
        for duty, title in titles
        if (rows := [_row(each) for each in waiting if each.is_duty is duty])
    ]
    return FactsSheet(
        title=_("Still to be entered in Koto-AJ or A-TMT"),
        office=office.name_fi or office.name_sv,
        lines=[made, _("681/2023 § 76(1), § 102(4)")],
        tables=tables,
    )


def what_text(each: Waiting) -> str:
    """Say which records are to be entered, each with its day."""
    return ", ".join(
        _(_SHORT[section.record]).format(date=date_text(section.made_on))
        for section in each.sections
    )


def name_text(each: Waiting) -> str:
    """Return number and name; a restricted case goes by its number."""
    name = "" if each.client.hides_place else each.client.full_name
    return " ".join(part for part in (each.client.number, name) if part)


def _row(each: Waiting) -> tuple[str, str, str]:
    return name_text(each), what_text(each), _(REGISTERS[each.register])


def _table(section: PackSection, official: str) -> Table:
    title, other = both(RECORDS[section.record], official)
    rows = list(_rows(section, official))
    heads = (_("Heading"), _("Text"), _("Entered"))
    note = f"{other}. {state_text(section)}"
    return Table(f"{title} {date_text(section.made_on)}", rows, heads, SHARES, note=note)


def _rows(section: PackSection, official: str) -> Iterator[tuple[str, str, str]]:
    for field in section.fields:
        heading, other = both(HEADINGS[field.field], official)
        yield f"{heading}\n{other}", field.value or NOTHING, _state(field)


def _state(field: PackField) -> str:
    if field.entered is None:
        return TO_DO if field.value else ""
    said = entered_text(field.entered)
    return f"{_('changed since it was entered')}\n{said}" if field.is_changed else said
