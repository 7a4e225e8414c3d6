"""The responsibility guide: the facts at the left, who does what at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.responsibility import Guide, client_guide, guide, nobody
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.clients.responsibility_answers import AnswerCards
from kotoutus_desktop.ui.clients.responsibility_facts import FactsCard
from kotoutus_desktop.ui.clients.responsibility_words import bodies_text, task_text
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.components.section_link import section_near
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.theme import UNLIMITED, theme
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace

NARROW = 820  # text units of the page under which the answers stand under the facts
FACTS = 380  # width of the facts beside the answers


class ResponsibilityPage(Page):
    """With a client it begins with what is recorded, without one with nothing known.

    Every fact can be changed to ask "what if"; nothing is stored.
    """

    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        self.workspace, self.client_id = workspace, destination.client
        self.band = TitleBand(_("Who is responsible?"), back=_("Back"))
        self.facts, self.answers = FactsCard(workspace.today), AnswerCards()
        self.again = Button(_("Begin again"), icon="refresh")
        self.area = ScrollColumn()
        self._sides = Row(gap=4)
        self._asked = False
        self._build()
        self.refresh()

    @property
    def guide(self) -> Guide:
        """The answers that are shown."""
        return self._guide

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the first fact."""
        self.facts.fields["right_of_residence"].take_focus()

    def refresh(self) -> None:
        """Read the records again, unless somebody is asking "what if"."""
        if self._asked:
            return
        today = self.workspace.today()
        with self.workspace.database.reading() as session:
            office = the_office(session)
            client = get_client(session, self.client_id) if self.client_id else None
        if client is None:
            self._recorded = guide(nobody(office, today))
        else:
            self._recorded = client_guide(client, office, today)
            self.band.set_person(shown_name(client))
        self._show_recorded()

    def primary(self) -> None:
        """Begin again with what is recorded."""
        if self._asked:
            self._begin_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+I says why for the line with the keyboard, Escape goes back."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_I:
            self._why()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the answers under the facts where it is narrow."""
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        self.band.back.connect(self.back)
        self.band.put_acts(self.again)
        self.again.clicked.connect(self._begin_again)
        self.facts.changed.connect(self._ask)
        for part in (self.facts, self.answers):
            part.section_clicked.connect(self.section_clicked)
        left = Column(gap=0)
        left.put(self.facts, None)
        self._sides.addLayout(left)
        self._sides.addWidget(self.answers, 1)
        self.area.column.addLayout(self._sides)
        self.area.column.addStretch(1)
        Column(self, gap=0).put(self.band, (self.area, 1))
        theme().changed.connect(self._fold)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def _why(self) -> None:
        focus = QApplication.focusWidget()
        near = section_near(focus)
        section = self.facts.section_of(focus) or (near.section if near else None)
        if section is not None:
            self.section_clicked.emit(section)

    def _show_recorded(self) -> None:
        self.facts.show_situation(self._recorded.situation)
        self._show(self._recorded)

    def _show(self, answers: Guide) -> None:
        self._guide = answers
        self.answers.show_guide(answers)
        self.again.setVisible(self._asked)
        recorded = _("as recorded") if self.client_id else _("nothing chosen yet")
        chip = Chip(_("what if"), "info", "help") if self._asked else Chip(recorded)
        self.band.set_chips(chip)
        set_reading_order(self)

    def _ask(self) -> None:
        """Answer for the facts as they stand now."""
        self._asked = True
        self._show(guide(self.facts.situation()))
        said = ". ".join(
            f"{task_text(each.task)}: {bodies_text(each)}" for each in self._guide.responsible
        )
        announce(self.answers, said)

    def _begin_again(self) -> None:
        self._asked = False
        self.refresh()
        self.facts.fields["right_of_residence"].take_focus()

    def _fold(self) -> None:
        narrow = theme().text_units(self.width()) < NARROW
        wanted = Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)
        if narrow:
            self.facts.setMinimumWidth(0)
            self.facts.setMaximumWidth(UNLIMITED)
        else:
            self.facts.setFixedWidth(theme().px(FACTS))

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.area.reveal(now)
