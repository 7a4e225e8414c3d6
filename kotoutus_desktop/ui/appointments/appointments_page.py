"""Appointments: the calendar of the office, and what follows from a time."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.appointments.parts import ON_APPOINTMENTS
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.tabbed_page import TabbedPage
from kotoutus_desktop.ui.workspace import Workspace


class AppointmentsPage(TabbedPage):
    """The page of the sidebar; it stays as it was left."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__(workspace, ON_APPOINTMENTS, title=_("Appointments"))
