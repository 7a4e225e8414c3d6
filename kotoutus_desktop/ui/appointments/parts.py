"""Which tabs the page Appointments has, in their order."""

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.ui.tab_part import PartPlace

ROOM = "appointments"

ON_APPOINTMENTS = (
    PartPlace("calendar", N_("Calendar"), "times_part:TimesPart", ROOM),
    PartPlace("missed", N_("Did not come"), "missed_part:MissedPart", ROOM),
    PartPlace("interpreters", N_("Interpreters"), "interpreters_part:InterpretersPart", ROOM),
    PartPlace("guidance", N_("Guidance and advice"), "guidance_part:GuidancePart", ROOM),
)
"""The tabs of the page."""
