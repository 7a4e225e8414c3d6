"""Everybody on a course: invited, taking part, on the reserve list, gone."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget, QWidget

from kotoutus_desktop.casework.orientation.enrolling import (
    answer,
    interrupt,
    offer_reserve,
    remove,
)
from kotoutus_desktop.casework.orientation.participants import (
    Participant,
    next_in_reserve,
    participants,
    places_of,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.orientation import Course
from kotoutus_desktop.models.orientation import EnrolmentState as State
from kotoutus_desktop.rules.orientation import group_too_large
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question, Save
from kotoutus_desktop.ui.orientation.invite_dialog import InviteDialog
from kotoutus_desktop.ui.orientation.participant_dialogs import GuestDialog, MoveDialog
from kotoutus_desktop.ui.orientation.participant_face import COLUMNS, ParticipantFace
from kotoutus_desktop.ui.orientation.participant_menu import ICONS, WORDS, PersonAct, acts_of
from kotoutus_desktop.ui.orientation.pick_dialog import PickDialog
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace


class ParticipantsPart(Part):
    """The list of a course. The button of a row records what is most often next."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        assert course_id is not None, "participants are those of a course"
        self._course = course_id
        self.face = ParticipantFace(hide_names=workspace.preferences.initials_in_lists)
        self.rows: list[Participant] = []
        self.next: Participant | None = None  # to whom a free place is to be offered
        self.places = wrapped("", "body", "muted")
        self.offer_button = Button("", "link", "user-plus")
        self.pick_button = Button(_("Invite from the waiting list"), "primary", "user-plus")
        self.guest_button = Button(_("Add a guest"), icon="plus")
        self.list = RowList(self.face, COLUMNS, name=_("Participants"))
        self.nothing = EmptyState(
            "users-group",
            _("Nobody is on this course yet"),
            _("Invite from the waiting list: those who know the language are offered first."),
        )
        self.stack = QStackedWidget()
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read who is on the course, and put the keyboard into the list."""
        self.refresh()
        (self.list if self.rows else self.pick_button).setFocus()

    def refresh(self) -> None:
        """Read again who is on the course."""
        self.face.hide_names = self.workspace.preferences.initials_in_lists
        with self.workspace.database.reading() as session:
            course = session.get_one(Course, self._course)
            self.rows = participants(session, self._course)
            places = places_of(session, course)
            self.next = next_in_reserve(session, course)
        said = [
            _("{taken} of {places} places taken").format(taken=places.taken, places=course.places)
        ]
        if places.reserve:
            words = ngettext("{n} on the reserve list", "{n} on the reserve list", places.reserve)
            said.append(words.format(n=places.reserve))
        if group_too_large(places.taken):
            said.append(_("larger than 20, the size recommended at most"))
        self.places.setText(" · ".join(said))
        full = places.taken >= course.places or group_too_large(places.taken)
        self.places.set_tone("warning" if full else "muted")
        self._offer_next()
        self.list.set_items(self.rows)
        if self.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.stack.setCurrentIndex(0 if self.rows else 1)

    def primary(self) -> None:
        """Invite from the waiting list."""
        dialog = PickDialog(self.workspace, self._course, self)
        self._open(dialog, lambda: self.invite(dialog.chosen()))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons that bring people in."""
        return (self.guest_button, self.pick_button)

    def invite(self, clients: Sequence[UUID]) -> None:
        """Say what is to be thought of, and invite."""
        if clients:
            dialog = InviteDialog(self.workspace, clients, self._course, self)
            self._open(dialog, lambda: self._done(dialog.done_words))

    def add_guest(self) -> None:
        """Ask for a guest."""
        dialog = GuestDialog(self.workspace, self._course, self)
        self._open(dialog, lambda: self._done(_("The guest was added as an extra.")))

    def act(self, row: Participant) -> None:
        """Do what the button of a row says."""
        if row.enrolment.state is State.INVITED:
            self.record(row, State.ACCEPTED)
        elif row.enrolment.state is State.RESERVE:
            self.offer(row)

    def record(self, row: Participant, state: State, reason: str = "") -> None:
        """Record an answer."""
        with self.workspace.database.transaction(_("answer to an invitation")) as session:
            answer(session, row.enrolment.id, state, self.workspace.today(), reason)
        self._done(_("The answer was recorded."))

    def offer_place(self) -> None:
        """Offer the free place to whoever waits first."""
        if self.next is not None:
            self.offer(self.next)

    def offer(self, row: Participant) -> None:
        """Offer the place to someone of the reserve list."""
        try:
            with self.workspace.database.transaction(_("invitation to a course")) as session:
                offer_reserve(session, row.enrolment.id, self.workspace.today())
        except InvalidInput as error:
            self.refuse(explain(error))
            return
        self._done(_("Invited: {people}.").format(people=self.face.name(row)))

    def ask_decline(self, row: Participant) -> None:
        """Ask why someone declined; a reason is not needed."""
        words = Question(
            _("Declined the place"), _("A reason is not needed."), _("Reason"), _("Save")
        )
        self._ask(words, lambda text, _day: self.record(row, State.DECLINED, text))

    def ask_interruption(self, row: Participant) -> None:
        """Ask why someone left before the end."""
        words = Question(
            _("Interrupted the course"), _("What was attended stays."), _("Reason"), _("Save")
        )
        self._ask(words, lambda text, _day: self._interrupt(row, text))

    def ask_move(self, row: Participant) -> None:
        """Ask where someone moves."""
        dialog = MoveDialog(self.workspace, row.enrolment.id, self._course, self)
        self._open(dialog, lambda: self._done(_("Moved to another course; the hours are kept.")))

    def delete(self, row: Participant) -> None:
        """Take away an enrolment that was never to be."""
        try:
            with self.workspace.database.transaction(_("enrolment deleted")) as session:
                remove(session, row.enrolment.id)
        except InvalidInput as error:
            self.refuse(explain(error))
            return
        self._done(_("The enrolment was deleted."))

    def print_invitation(self, row: Participant) -> None:
        """Go to the invitation on paper."""
        focus = f"course_invitation:{self._course}"
        self.navigate.emit(Destination(PageName.PRINT, client=row.enrolment.client_id, focus=focus))

    def open_client(self, row: Participant) -> None:
        """Go to the client; a guest has no page."""
        if row.enrolment.client_id is not None:
            self.navigate.emit(Destination(PageName.CLIENT, client=row.enrolment.client_id))

    def menu_of(self, row: Participant) -> QMenu:
        """Return what can be done with someone on the course."""
        menu = QMenu(self)
        does = {
            PersonAct.ACCEPT: partial(self.record, row, State.ACCEPTED),
            PersonAct.DECLINE: partial(self.ask_decline, row),
            PersonAct.NO_ANSWER: partial(self.record, row, State.NO_ANSWER),
            PersonAct.OFFER: partial(self.offer, row),
            PersonAct.MOVE: partial(self.ask_move, row),
            PersonAct.INTERRUPT: partial(self.ask_interruption, row),
            PersonAct.PRINT: partial(self.print_invitation, row),
            PersonAct.OPEN: partial(self.open_client, row),
            PersonAct.DELETE: partial(self.delete, row),
        }
        for act in acts_of(row):
            menu.addAction(icon(ICONS[act], "text"), _(WORDS[act]), does[act])
        return menu

    def _interrupt(self, row: Participant, reason: str) -> None:
        with self.workspace.database.transaction(_("interruption of a course")) as session:
            interrupt(session, row.enrolment.id, self.workspace.today(), reason)
        self._done(_("The interruption was recorded."))

    def _offer_next(self) -> None:
        self.offer_button.setVisible(self.next is not None)
        if self.next is not None:
            words = _("A place is free: offer it to {name}")
            self.offer_button.set_label(words.format(name=self.face.name(self.next)))

    def _done(self, words: str) -> None:
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(words)

    def _ask(self, words: Question, save: Save) -> None:
        self._open(NoteDialog(words, self.workspace.today, save, self), lambda: None)

    def _open(self, dialog: QDialog, done: Callable[[], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(done)
        dialog.open()

    def _show_menu(self, row: Participant, place: QPoint) -> None:
        menu = self.menu_of(row)
        menu.exec(place)
        menu.deleteLater()

    def _lay_out(self) -> None:
        self.pick_button.show_key("Ctrl+Return")
        head = Row(gap=2)
        head.put((self.places, 1), self.offer_button)
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        Column(self, (5, 1, 5, 4), 2).put(head, (self.stack, 1))
        self.pick_button.clicked.connect(self.primary)
        self.guest_button.clicked.connect(self.add_guest)
        self.offer_button.clicked.connect(self.offer_place)
        self.list.opened.connect(self.open_client)
        self.list.acted.connect(self.act)
        self.list.menu_asked.connect(self._show_menu)
