"""A client's training on the client's page, with the levels of language over time."""

from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.training.levels import level_points
from kotoutus_desktop.casework.training.periods import missing_of, trainings_of
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.training import LevelOccasion, Skill, Training
from kotoutus_desktop.rules.section import TRAINING_OFFERED
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.training.levels_chart import LevelsChart
from kotoutus_desktop.ui.training.training_words import level_text
from kotoutus_desktop.ui.words import enum_text, period_text
from kotoutus_desktop.ui.workspace import Workspace

_COLUMNS = (ListColumn(share=3), ListColumn(share=2))


class TrainingCard(Card):
    """Only the head while no training and no level is recorded."""

    wanted = Signal(object)  # a Destination
    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Training and language"))
        self._workspace = workspace
        self._client: UUID | None = None
        self.add_button = Button(_("New training"), "link", "plus", bulk="small")
        self.rows = RowList(self._face, _COLUMNS, name=_("Training"), fits=True)
        self.rows.mark_with_keyboard()
        self.chart = LevelsChart()
        section = SectionLink(TRAINING_OFFERED)
        section.opened.connect(self.section_clicked)
        self.put_head(section, self.add_button)
        self.put(self.rows, self.chart)
        self.add_button.clicked.connect(self._add)
        self.rows.opened.connect(self._open)

    def show_client(self, client: Client) -> None:
        """Show the training and levels of a client who is loaded whole."""
        self._client = client.id
        with self._workspace.database.reading() as session:
            found = trainings_of(session, client.id)
        self.rows.set_items(found)
        self.rows.setVisible(bool(found))
        if found and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        points = level_points(client, found)
        self.chart.setVisible(len(points) > 0)
        self.chart.show_points(points)

    def _face(self, training: Training) -> RowFace:
        name = training.name or enum_text(training.kind)
        when = period_text(training.starts_on, training.ends_on)
        missing = len(missing_of(training, self._workspace.today()))
        words = ngettext("{n} thing is not recorded", "{n} things are not recorded", missing)
        lacks = words.format(n=missing) if missing else ""
        tested = _tested(training)
        note = lacks or tested
        return RowFace(
            cells=(
                Cell(name, note=training.provider, strong=True),
                Cell(when, note=note, tone="warning" if lacks else ""),
            ),
            sentence=", ".join(p for p in (name, training.provider, when, lacks, tested) if p),
        )

    def _add(self) -> None:
        self.wanted.emit(Destination(PageName.TRAINING, self._client))

    def _open(self, training: Training) -> None:
        self.wanted.emit(Destination(PageName.TRAINING, self._client, training.id))


def _tested(training: Training) -> str:
    """Return the levels of the final test: "final test: Reading A2.2, Writing A2.1"."""
    said = [
        f"{enum_text(skill)} {level_text(training.level(LevelOccasion.FINAL_TEST, skill))}"
        for skill in Skill
        if training.level(LevelOccasion.FINAL_TEST, skill)
    ]
    return f"{enum_text(LevelOccasion.FINAL_TEST)}: {', '.join(said)}" if said else ""
