"""How copies are spoken of: when, why, how much, proven or not."""

from datetime import datetime

from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import Copy
from kotoutus_desktop.ui.dates import date_text

REASONS = {
    Reason.TIME: N_("after changes"),
    Reason.LOCK: N_("when locked"),
    Reason.CLOSE: N_("when closed"),
    Reason.HAND: N_("by hand"),
    Reason.UPDATE: N_("before an update"),
    Reason.IMPORT: N_("before an import"),
    Reason.MERGE: N_("before a merge"),
    Reason.PURGE: N_("before erasing"),
    Reason.RESTORE: N_("before restoring"),
}


def moment_text(moment: datetime) -> str:
    """Write a time where the counsellor is: 24.11.2026 10.12."""
    here = moment.astimezone()
    return f"{date_text(here.date())} {here.hour}.{here.minute:02d}"


def about_copy(copy: Copy) -> str:
    """Say why a copy was made, and how many clients it holds."""
    if copy.manifest is None:
        return _(REASONS[Reason.UPDATE])
    count = copy.manifest.clients
    clients = ngettext("{n} client", "{n} clients", count).format(n=count)
    return f"{_(REASONS[copy.manifest.reason])}, {clients}"


def state_of_copy(copy: Copy) -> str:
    """Say whether a copy was restored for a trial and found whole."""
    return _("proven") if copy.is_proven else _("not proven")
