"""What is known of a section beside its meaning: heading, Finlex address, edition."""

from datetime import date

from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.reference.sections import StatuteSection, section_on, statute_sections
from kotoutus_desktop.rules.editions import EDITION_OF_ACT
from kotoutus_desktop.rules.section import ACT, ASSESSMENT_DECREE, DATA_DECREE, Section
from kotoutus_desktop.rules.section import ORIENTATION_DECREE as ORIENTATION
from kotoutus_desktop.ui.dates import date_text

DECREES = (ASSESSMENT_DECREE, DATA_DECREE, ORIENTATION)
_REMARKS = ("as promulgated",)  # in the index, where no amending act is named


def indexed(section: Section) -> StatuteSection | None:
    """Return the section as the edition that is applied has it; None where no index knows it."""
    since = EDITION_OF_ACT.get(section.act)
    found = section_on(section.act, section.number, since) if since else None
    known = statute_sections().get((section.act, section.number), ())
    return found or (known[-1] if known else None)


def heading(section: Section) -> str:
    """Return the official heading; in English the Finnish one, for there is no other."""
    known = indexed(section)
    return known.heading(interface_language()) if known else ""


def address(section: Section) -> str:
    """Return where Finlex has the act, "" where that is not known."""
    known = indexed(section)
    return known.address(interface_language()) if known else ""


def act_text(section: Section) -> str:
    """Return which statute it is."""
    if section.act == ACT:
        return _("Integration Act {act}").format(act=section.act)
    words = _("Decree {act}") if section.act in DECREES else _("Act {act}")
    return words.format(act=section.act)


def edition_text(section: Section) -> str:
    """Return which edition was applied, and what of it was not read."""
    since: date | None = EDITION_OF_ACT.get(section.act)
    known = indexed(section)
    parts = [act_text(section)]
    if known is not None and known.since and since is None:
        since = known.since
    if since:
        text = _("Edition applied: {act}, in force from {date}.")
        parts = [text.format(act=act_text(section), date=date_text(since))]
    acts = [act for act in (known.changes if known else ()) if act not in _REMARKS]
    if acts:
        names = ", ".join(act.removesuffix(" in part") for act in acts)
        parts.append(_("Section as amended by {acts}.").format(acts=names))
    if section.act == ACT:
        parts.append(_("Amendments from 2026 on have not been read for the program."))
    return " ".join(parts)
