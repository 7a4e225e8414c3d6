"""The one side panel that says why, beside whatever page is shown."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.rules.reason import Reason
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.side_panel import SidePanel
from kotoutus_desktop.ui.why.asking import panel_content, panel_title, why_section
from kotoutus_desktop.ui.why.why import Why
from kotoutus_desktop.ui.workspace import Workspace


class WhyPanel(SidePanel):
    """Asks for a page by `navigate` when a governed field is chosen in it."""

    navigate = Signal(object)  # a Destination

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("why_panel")
        self._workspace = workspace

    def explain(self, whys: Sequence[Why], client: UUID | None) -> None:
        """Say why, for one or more things; `client` is whom the page is about."""
        if not whys:
            return
        whose = whys[0].client or client
        content = panel_content(self._workspace, whys, whose)
        content.navigate.connect(self.navigate)
        self.open_with(panel_title(whys), content)

    def explain_section(
        self, section: Section, client: UUID | None, here: Sequence[Reason] = ()
    ) -> None:
        """Say what a section means, and which dates of the client rest on it."""
        self.explain(why_section(self._workspace, section, client, here), client)
