"""The page of one client: what is next, when, what happened, what is missing (picture 04)."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.casework.access import may_let_in
from kotoutus_desktop.casework.hand_over import hand_overs
from kotoutus_desktop.casework.joining import joined_to
from kotoutus_desktop.casework.overview import Overview, overview
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.clients.client_page_acts import ClientActs
from kotoutus_desktop.ui.clients.client_page_frame import ClientFrame
from kotoutus_desktop.ui.clients.client_page_missing import ACT, CaseMissing
from kotoutus_desktop.ui.clients.client_page_notes import Note, notes_of
from kotoutus_desktop.ui.clients.client_page_step import (
    is_quiet,
    quiet_text,
    step_act,
    step_text,
    unreferred,
)
from kotoutus_desktop.ui.clients.client_step import GUIDE_ONWARD, next_destination
from kotoutus_desktop.ui.clients.story_words import Storyteller
from kotoutus_desktop.ui.clients.timeline_content import destination_of
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.components.section_link import section_near
from kotoutus_desktop.ui.keys import asks_menu
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.why.case import why_limits, why_step
from kotoutus_desktop.ui.why.why import Why
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace


class ClientPage(Page):
    """Where every case is met: its next step is one click or Ctrl+Enter away."""

    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "the page of a client is about a client"
        self.workspace, self.client_id = workspace, destination.client
        self.frame = ClientFrame(self, workspace)
        self.bars = self.frame.bars
        self.acts = ClientActs(workspace, self.client_id, self)
        self.refresh()
        self._connect()

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the next step; the case was read when the page was made."""
        self._focus_step()
        self.acts.tell_news(self.bars)

    def refresh(self) -> None:
        """Read the case again."""
        today, frame, key = self.workspace.today(), self.frame, self.client_id
        with self.workspace.database.reading() as session:
            self.seen: Overview = overview(session, self.client_id, today)
            office = the_office(session)
            changes = hand_overs(session, self.seen.client, office, today)
            frame.head.know(may_let_in(session, key), joined_to(session, key))
        language, official = self.seen.client.service_language, office.official_language
        book = Phrasebook(self.workspace, language, official)
        focus = QApplication.focusWidget()
        acting = focus is not None and frame.step.isAncestorOf(focus)
        frame.head.show_client(self.seen, today)
        self._show_step(today)
        frame.hand_over.show_lists(changes)
        frame.referrals.show_services(unreferred(self.seen, today), book)
        frame.show_followed(self.seen, book)
        frame.show_timeline(self.seen, today)
        frame.story.show_events(Storyteller(self.seen, book).tell(), today)
        self._show_missing(today)
        frame.notes.show_notes(notes_of(self.seen, today))
        frame.tasks.show_client(self.client_id)
        frame.times.show_client(self.client_id, is_open=self.seen.client.closed_on is None)
        frame.journal.show_client(self.client_id)
        frame.orientation.show_client(self.client_id)
        self._show_need()
        frame.person.show_person(self.seen, today)
        set_reading_order(frame.body)
        frame.order_timeline()
        if acting:
            self._focus_step()

    def primary(self) -> None:
        """Take the next step; a referral is recorded here."""
        kind = self.seen.next_step.kind
        if kind is StepKind.REFER_TO_SERVICE:
            self.frame.referrals.act()
        elif kind is not StepKind.NONE:
            self.navigate.emit(next_destination(self.seen, self.workspace.today()))

    def why(self) -> None:
        """Say why the next step is due when it is, or why the line with the keyboard is there."""
        focus = QApplication.focusWidget()
        lists = (self.frame.missing, self.frame.notes, self.frame.referrals)
        inside = focus is not None and any(each.isAncestorOf(focus) for each in lists)
        near = section_near(focus) if inside else None
        if near is not None:
            near.opened.emit(near.section)
        elif self.seen.next_step.section is not None:
            self._why_step()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+I why, Ctrl+P print, Ctrl+E edit, Shift+F10 the menu."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        keys = {
            Qt.Key.Key_I: self.why,
            Qt.Key.Key_P: self.frame.head.print_plan,
            Qt.Key.Key_E: lambda: self._go(PageName.INTAKE, self.client_id),
            Qt.Key.Key_Return: self.primary,
            Qt.Key.Key_Enter: self.primary,
        }
        if control and event.key() in keys:
            keys[Qt.Key(event.key())]()
        elif asks_menu(event):
            self.frame.head.open_menu()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold where it is narrow."""
        super().resizeEvent(event)
        self._fold()

    def _connect(self) -> None:
        frame, acts = self.frame, self.acts
        sources = (frame.head, frame.times, frame.referrals, frame.sent, frame.training)
        for wanted in (frame.story.opened, *(each.wanted for each in sources)):
            wanted.connect(self.navigate)
        about = (frame.training, frame.orientation, frame.orientation_need)
        for part in (frame.referrals, frame.sent, *about):
            part.section_clicked.connect(self.section_clicked)
        frame.head.back.connect(self.back)
        frame.head.closing_wanted.connect(acts.ask_closing)
        frame.head.reopening_wanted.connect(acts.reopen)
        frame.head.access_wanted.connect(self._show_access)
        frame.head.held_wanted.connect(self.acts.show_held)
        frame.step.acted.connect(self.primary)
        frame.step.section_clicked.connect(self._why_step)
        frame.hand_over.opened.connect(lambda: self._go(PageName.HAND_OVER, self.client_id))
        frame.referrals.recorded.connect(acts.refer)
        frame.why_button.clicked.connect(self._why_all)
        frame.timeline.opened.connect(self._open_span)
        frame.missing.chosen.connect(self._go_to_missing)
        frame.missing.why_asked.connect(self._why_missing)
        frame.notes.why_asked.connect(self._why_note)
        frame.person.opened.connect(lambda client: self._go(PageName.CLIENT, client))
        acts.done.connect(self._done)
        acts.referral_refused.connect(frame.referrals.refuse)
        acts.closing_refused.connect(self._closing_refused)
        theme().changed.connect(self._fold)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def _show_step(self, today: date) -> None:
        step, card = self.seen.next_step, self.frame.step
        if is_quiet(step, today):
            card.show_quiet(quiet_text(step, today), step.section)
        else:
            card.show_step(step_text(step, today), step_act(self.seen, today), step.section)

    def _open_span(self, key: str) -> None:
        """Open what a bar of the time line shows: a plan, a datum, or why a limit is so."""
        where = destination_of(key, self.client_id)
        if where is None:
            self._why_all()
        else:
            self.navigate.emit(where)

    def _show_missing(self, today: date) -> None:
        self._missing, frame = CaseMissing(self.seen, today), self.frame
        frame.missing.set_rows(self._missing.rows())
        frame.show_missing(self._missing.is_worth_showing)

    def _go_to_missing(self, key: str) -> None:
        if key == ACT:
            self.primary()
        else:
            self.navigate.emit(self._missing.destination(key))

    def _why_missing(self, row: MissingRow) -> None:
        self.why_asked.emit([self._missing.why(row)])

    def _why_step(self, _section: Section | None = None) -> None:
        today = self.workspace.today()
        self.why_asked.emit([why_step(self.seen.standing, self.seen.next_step, today)])

    def _why_all(self) -> None:
        self.why_asked.emit(why_limits(self.seen.standing))

    def _why_note(self, note: Note) -> None:
        if note.reason is not None:
            self.why_asked.emit([Why(note.text, note.reason)])

    def _go(self, page: PageName, client: UUID) -> None:
        self.navigate.emit(Destination(page, client))

    def _show_access(self) -> None:
        self.acts.show_access(shown_name(self.seen.client)).left.connect(self.back)

    def _end_plan(self) -> None:
        last = self.seen.client.plans[-1]
        self.navigate.emit(Destination(PageName.PLAN, self.client_id, last.id, GUIDE_ONWARD))

    def _done(self, said: str) -> None:
        self.bars.show_success(said, self.workspace.undo)
        self.refresh()
        self._focus_step()
        self.frame.scroll.verticalScrollBar().setValue(0)
        self.workspace.changed.emit()

    def _closing_refused(self, text: str) -> None:
        onward = Act(_("End the plan and guide onward"), self._end_plan)
        self.bars.show_message(Message(text, Tone.WARNING, (onward,), key="closing"))

    def _fold(self) -> None:
        self.frame.fold(self.width())

    def _show_need(self) -> None:
        """Show what the client needs for orientation while the case is open."""
        client, card = self.seen.client, self.frame.orientation_need
        card.setVisible(client.closed_on is None)
        card.show_client(self.client_id, shown_name(client))

    def _focus_step(self) -> None:
        button = self.frame.step.button
        (button or self.frame.head.menu_button).setFocus()

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.frame.scroll.reveal(now)
