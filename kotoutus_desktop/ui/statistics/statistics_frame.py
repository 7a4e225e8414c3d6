"""The page of statistics as it is laid out: band, chips, and tables, rows or why there are none."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QStackedWidget

from kotoutus_desktop.documents.statistics_words import title_text
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.statistics import Topic
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.contents_list import ContentsList, Entry
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Page
from kotoutus_desktop.ui.statistics.filters import StatisticsFilters
from kotoutus_desktop.ui.statistics.rows_view import RowsView
from kotoutus_desktop.ui.statistics.table_view import TableView
from kotoutus_desktop.ui.workspace import Workspace

_ICONS: Mapping[Topic, str] = {
    **dict.fromkeys(Topic, "list-check"),
    Topic.GROUP: "users",
    Topic.TARGET_GROUP: "users-group",
    Topic.AGE: "users",
    Topic.SEX: "users",
    Topic.SERVICE_LANGUAGE: "language",
    Topic.MOTHER_TONGUE: "language",
    Topic.MUNICIPALITY: "home",
    Topic.ASSESSMENT_STARTED: "clipboard-list",
    Topic.ASSESSMENT: "clipboard-list",
    Topic.PLAN: "clipboard-check",
    Topic.REVIEW: "history",
    Topic.EXTENSION: "clock",
    Topic.REFERRAL: "mail",
    Topic.RECEIVER: "mail",
    Topic.ORIENTATION: "school",
    Topic.TRAINING: "school",
    Topic.FINAL_TEST: "certificate",
    Topic.GUIDANCE_TOPIC: "message",
    Topic.GUIDANCE_LANGUAGE: "message",
    Topic.GUIDANCE_REFERRAL: "message",
    Topic.REIMBURSEMENT: "building-community",
}


class StatisticsFrame(Page):
    """Everything on the page; what it does is `StatisticsPage`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.band = TitleBand(_("Statistics"))
        self.bars = MessageBars((5, 2, 5, 0))
        self.filters = StatisticsFilters(workspace)
        entries = [Entry(topic.value, title_text(topic), _ICONS[topic]) for topic in Topic]
        self.topics = ContentsList(_("Tables"), entries)
        self.view = TableView()
        self.waiting = Label(_("Counting…"), "body", "muted")
        self.nothing = EmptyState(
            "list-check",
            _("No clients yet"),
            _("When clients are registered, they and the work with them are counted here."),
        )
        self.rows = RowsView()
        self.numbers = QFrame()
        self.stack = QStackedWidget()
        self.spreadsheet_button = Button(_("Save as a spreadsheet"), icon="download")
        self.text_button = Button(_("Save as CSV"), icon="download")
        self.paper_button = Button(_("Save as PDF"), icon="file-type-pdf")
        self.save_buttons = (self.spreadsheet_button, self.text_button, self.paper_button)
        self._lay_out()

    def _lay_out(self) -> None:
        self.numbers.setProperty("kind", "plain")
        Row(self.numbers, gap=4).put(self.topics, (self.view, 1))
        self.band.put_acts(*self.save_buttons)
        for button in self.save_buttons:
            button.hide()
        for widget in (self.waiting, self.numbers, self.nothing, self.rows):
            self.stack.addWidget(widget)
        body = Column(margins=(5, 4, 5, 4), gap=3)
        body.addWidget(self.filters)
        body.addWidget(self.stack, 1)
        whole = Column(self, gap=0)
        whole.put(self.band, self.bars)
        whole.addLayout(body, 1)
