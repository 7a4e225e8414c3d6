"""The exchange: what arrived, what is sent, what is to be decided, whom one trusts."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.exchange.parts import ON_EXCHANGE
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.tabbed_page import TabbedPage
from kotoutus_desktop.ui.workspace import Workspace


class ExchangePage(TabbedPage):
    """The page of the sidebar; it stays as it was left."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__(workspace, ON_EXCHANGE, title=_("Exchange"))
