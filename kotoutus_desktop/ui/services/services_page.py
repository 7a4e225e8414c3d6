"""The services of the office: the catalogue, the paths, the programme."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.services.parts import ON_SERVICES
from kotoutus_desktop.ui.tabbed_page import TabbedPage
from kotoutus_desktop.ui.workspace import Workspace


class ServicesPage(TabbedPage):
    """The page of the sidebar; it stays as it was left."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__(workspace, ON_SERVICES, title=_("Services"))
