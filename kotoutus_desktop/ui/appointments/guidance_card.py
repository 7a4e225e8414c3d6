"""Counting one conversation: language, topic, referral, minutes; a name only with consent."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.guidance import MOST_MINUTES, GuidanceEntry
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.guidance import GuidanceReferral, GuidanceTopic
from kotoutus_desktop.rules.section import STORED_GUIDANCE
from kotoutus_desktop.ui.appointments.client_dialog import ClientDialog
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.clients.intake_choices import enum_choices, language_choices
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.fields.choice_field import ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.text_field import LongTextField, NumberField, TextField
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace

USUAL_MINUTES = 10


class GuidanceCard(Card):
    """Language and topic are typed by their first letters; Enter in the minutes counts."""

    wanted = Signal()
    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Count a conversation"))
        self._workspace = workspace
        self._client: UUID | None = None
        self.topic = ChoiceField(_("What it was about"), enum_choices(GuidanceTopic))
        self.language = SearchChoiceField(_("Language"), language_choices())
        self.referral = ChoiceField(_("Guided to"), enum_choices(GuidanceReferral))
        self.minutes = NumberField(_("Minutes"), 0, MOST_MINUTES)
        self.consented = CheckField(
            _("Under a name: the person agrees to it"), section=STORED_GUIDANCE
        )
        self.name = TextField(_("Name"))
        self.reach = TextField(_("Telephone or e-mail"))
        self.note = LongTextField(_("What was needed and agreed"), lines=2)
        self.pick = Button(_("A client of the office …"), icon="users")
        self.record = Button(_("Count"), "primary", "plus")
        self.record.show_key("Ctrl+Return")
        self.named = QFrame()
        self._build()
        self.begin_anew()

    def entry(self) -> GuidanceEntry:
        """Return what was typed; raises InvalidInput for what is no value."""
        topic, referral = self.topic.value(), self.referral.value()
        named = self.consented.value()
        return GuidanceEntry(
            topic=GuidanceTopic(topic) if topic else None,
            language=self.language.value(),
            referral=GuidanceReferral(referral) if referral else GuidanceReferral.NOWHERE,
            minutes=self.minutes.value() or 0,
            client_id=self._client if named else None,
            name=str(self.name.value()) if named and self._client is None else "",
            reach=str(self.reach.value()) if named else "",
            note=str(self.note.value()) if named else "",
            consented=named,
        )

    def begin_anew(self) -> None:
        """Empty the card; the language stays, as people often come one after another."""
        self._client = None
        self.topic.set_value("")
        self.referral.set_value(GuidanceReferral.NOWHERE.value)
        self.minutes.set_value(USUAL_MINUTES)
        self.consented.set_value(False)
        for field in (self.name, self.reach, self.note):
            field.set_value("")
        self.name.setEnabled(True)
        self._fit()
        if self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the topic."""
        self.topic.take_focus()

    def refuse(self, name: str, words: str) -> None:
        """Say what is wrong at its field."""
        fields = {
            "minutes": self.minutes,
            "name": self.name,
            "consented": self.consented,
        }
        field = fields.get(name, self.topic)
        field.show_error(words)
        field.take_focus()

    def choose_client(self, client_id: UUID) -> None:
        """Record it for a client of the office."""
        with self._workspace.database.reading() as session:
            client = get_client(session, client_id)
        self._client = client_id
        self.name.set_value(shown_name(client))
        self.name.setEnabled(False)
        self.language.set_value(client.service_language or client.mother_tongue)

    def _ask_client(self) -> None:
        dialog = ClientDialog(self._workspace, self)
        dialog.chosen.connect(self.choose_client)
        dialog.open()

    def _fit(self) -> None:
        self.named.setVisible(self.consented.value())

    def _build(self) -> None:
        self.named.setProperty("kind", "plain")
        grid = FieldGrid(most=4, narrowest=180)
        grid.put(self.topic, self.language, self.referral, self.minutes)
        who = FieldGrid()
        who.put(self.name, self.reach)
        who.put(self.note, wide=True)
        line = Row(gap=2)
        line.put(self.pick, None)
        named = Column(self.named, gap=2)
        named.put(line, who)
        hint = wrapped(
            _("Without names nothing tells of anybody: it is a count. Enter counts."),
            "small",
            "muted",
        )
        foot = Row(gap=2)
        foot.put((hint, 1), self.record)
        self.put(grid, self.consented, self.named)
        self.column.addLayout(foot)
        self.consented.changed.connect(self._fit)
        self.consented.section_clicked.connect(self.section_clicked)
        self.pick.clicked.connect(self._ask_client)
        self.record.clicked.connect(self.wanted)
        self.minutes.line.returnPressed.connect(self.wanted)
