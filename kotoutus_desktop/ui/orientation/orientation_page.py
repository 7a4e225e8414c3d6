"""Civic orientation: who waits, the courses, the calendar."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.orientation.parts import ON_ORIENTATION
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.tabbed_page import TabbedPage
from kotoutus_desktop.ui.workspace import Workspace


class OrientationPage(TabbedPage):
    """The page of the sidebar; it stays as it was left."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__(workspace, ON_ORIENTATION, title=_("Civic orientation"))
