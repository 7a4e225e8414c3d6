"""How the parts of the client's page lie: beside each other, or under each other."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QWidget

from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.attachments.attachments_card import AttachmentsCard
from kotoutus_desktop.ui.clients.client_page_head import ClientHead
from kotoutus_desktop.ui.clients.client_page_notes import NoteList
from kotoutus_desktop.ui.clients.client_page_person import PersonCard
from kotoutus_desktop.ui.clients.client_page_step import ReferralCard
from kotoutus_desktop.ui.clients.hand_over_offer import HandOverOffer
from kotoutus_desktop.ui.clients.journal_card import JournalCard
from kotoutus_desktop.ui.clients.story import StoryCard
from kotoutus_desktop.ui.clients.timeline_content import timeline_of
from kotoutus_desktop.ui.clients.times_card import TimesCard
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, Rule
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.missing_list import MissingList
from kotoutus_desktop.ui.components.next_step import NextStep
from kotoutus_desktop.ui.components.timeline import Timeline
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.orientation.hours_card import HoursCard
from kotoutus_desktop.ui.orientation.need_card import NeedCard
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.referrals.referrals_card import ReferralsCard
from kotoutus_desktop.ui.theme import UNLIMITED, theme
from kotoutus_desktop.ui.today.client_tasks import ClientTasks
from kotoutus_desktop.ui.training.training_card import TrainingCard
from kotoutus_desktop.ui.why.case import why_limits
from kotoutus_desktop.ui.workspace import Workspace

NARROW = 880  # text units of the page under which story and missing stand under each other
SIDE = 352  # width of the right column


class ClientFrame:
    """Every part of the page, built into it; the page fills and connects them."""

    def __init__(self, page: QWidget, workspace: Workspace) -> None:
        self.head = ClientHead()
        self.bars = MessageBars()
        self.step = NextStep()
        self.referrals = ReferralCard(workspace)
        self.sent = ReferralsCard(workspace)
        self.training = TrainingCard(workspace)
        self.scans = AttachmentsCard(workspace, self.bars)
        self.hand_over = HandOverOffer()
        self.timeline = Timeline(_("Time line"))
        self.timeline_card = Card(_("Time line"))
        self.years = Label("", "small", "muted")
        self.why_button = Button(_("Why these dates?"), "link", "scale", bulk="small")
        self.orientation = HoursCard(workspace, self.bars)
        self.story = StoryCard()
        self.missing = MissingList()
        self._missing_rule = Rule()
        self.notes = NoteList()
        self.right_card = Card()
        self.tasks = ClientTasks(workspace, self.bars)
        self.orientation_need = NeedCard(workspace, self.bars)
        self.times = TimesCard(workspace)
        self.journal = JournalCard(workspace, self.bars)
        self.person = PersonCard()
        self.scroll = ScrollColumn((5, 4, 5, 5), 4)
        self._lower = Row(gap=4)
        self._right = QWidget()
        self._build(page)

    def fold(self, width: int) -> None:
        """Put story and missing beside each other, or missing first and the story under it."""
        narrow = theme().text_units(width) < NARROW
        direction = Row.Direction.BottomToTop if narrow else Row.Direction.LeftToRight
        if narrow:
            self._right.setMaximumWidth(UNLIMITED)
            self._right.setMinimumWidth(0)
        else:
            self._right.setFixedWidth(theme().px(SIDE))
        if self._lower.direction() != direction:
            self._lower.setDirection(direction)

    def show_missing(self, shown: bool) -> None:
        """Show the missing list over the notes, or the notes alone."""
        self.missing.setVisible(shown)
        self._missing_rule.setVisible(shown)

    def show_followed(self, seen: Overview, book: Phrasebook) -> None:
        """Show what is followed of services, and the scans kept with the case."""
        self.scans.show_client(seen.client.id)
        self.sent.show_client(seen.client.id, book)
        self.training.show_client(seen.client)

    def show_timeline(self, seen: Overview, today: date) -> None:
        """Show the time line of a case, and offer to say why where there are limits."""
        data = timeline_of(seen, today)
        first, last = data.range()
        self.timeline.set_data(data)
        same = first.year == last.year
        self.years.setText(str(first.year) if same else f"{first.year}–{last.year}")
        self.timeline_card.setVisible(bool(data.lanes or data.flags))
        self.why_button.setVisible(bool(why_limits(seen.standing)))

    def order_timeline(self) -> None:
        """Let Tab come to the bars after the head of their card."""
        bar = self.timeline.picture.tab_stop()
        if bar is not None:
            QWidget.setTabOrder(self.why_button, bar)

    def _build(self, page: QWidget) -> None:
        self.timeline_card.put_head(self.years, self.why_button)
        self.timeline_card.put(self.timeline)
        self.right_card.put(
            self.missing, self._missing_rule, Label(_("To note"), "smallstrong", "muted")
        )
        self.right_card.put(self.notes, None)
        right = Column(self._right, gap=4)
        right.put((self.right_card, 1), self.times, self.tasks, self.journal)
        right.put(self.scans, self.orientation_need, self.person)
        self._lower.addWidget(self.story, 1)
        self._lower.addWidget(self._right)
        self.story.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.scroll.put(self.step, self.hand_over, self.referrals, self.timeline_card)
        self.scroll.put(self.sent, self.training, self.orientation)
        self.scroll.column.addLayout(self._lower, 1)
        self.body = body = QWidget()
        bars = Column(margins=(5, 2, 5, 0))
        bars.addWidget(self.bars)
        Column(body, gap=0).put(self.head, bars, (self.scroll, 1))
        Column(page, gap=0).put((body, 1))
