"""Which tabs the page Appointments has, in their order."""

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.ui.orientation.part import PartPlace

ROOM = "appointments"

ON_APPOINTMENTS = (PartPlace("calendar", N_("Calendar"), "times_part:TimesPart", ROOM),)
"""The tabs of the page."""
