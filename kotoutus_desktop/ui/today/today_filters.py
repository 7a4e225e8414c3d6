"""Whose and which clients Today shows. The page stays, and so do the filters until the end."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.listing import languages_in_use, municipalities_in_use
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.words import language_name, municipality_name
from kotoutus_desktop.ui.workspace import Workspace


class TodayFilters(QFrame):
    """The chips under the head. At first one's own clients, everybody's language and place."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace = workspace
        self._names = self._officers()
        self.officer = MenuChip(_("Counsellor"), self._counsellors, self._name)
        self.municipality = MenuChip(_("Municipality"), self._municipalities, municipality_name)
        self.language = MenuChip(_("Language"), self._languages, language_name)
        self.clear_button = Button(_("Clear filters"), "link", "x", bulk="small")
        self.clear_button.clicked.connect(self.clear)
        self.officer.set_value(str(workspace.officer_id))
        flow = Flow(self, gap=2)
        for chip in (self.officer, self.municipality, self.language):
            chip.picked.connect(self._tell)
            flow.addWidget(chip)
        flow.addWidget(self.clear_button)

    def filters(self) -> Filters:
        """Return what is chosen."""
        return Filters(
            officer_id=UUID(self.officer.value) if self.officer.value else None,
            language=self.language.value,
            municipality=self.municipality.value,
        )

    def are_off(self) -> bool:
        """Tell whether everything of everybody is shown."""
        return self.filters() == Filters()

    def clear(self) -> None:
        """Show everything of everybody."""
        for chip in (self.officer, self.municipality, self.language):
            chip.set_value("")
        self._tell()

    def _tell(self, *_value: object) -> None:
        self.clear_button.setVisible(not self.are_off())
        self.changed.emit()

    def _officers(self) -> dict[str, str]:
        with self._workspace.database.reading() as session:
            return {str(each.id): each.name for each in officers(session)}

    def _name(self, officer_id: str) -> str:
        own = officer_id == str(self._workspace.officer_id)
        return _("own") if own else self._names.get(officer_id, "")

    def _counsellors(self) -> Counted:
        self._names = self._officers()
        own = str(self._workspace.officer_id)
        others = [each for each in self._names if each != own]
        return [(each, 0) for each in (own, *others)]

    def _languages(self) -> Counted:
        with self._workspace.database.reading() as session:
            return languages_in_use(session)

    def _municipalities(self) -> Counted:
        with self._workspace.database.reading() as session:
            return municipalities_in_use(session)
