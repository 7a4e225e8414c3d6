"""The booked times of a client on the client's page."""

from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.appointments.booked import BookedTime, booked_of
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.appointment import AppointmentState
from kotoutus_desktop.ui.appointments.time_words import interpreter_text, state_text, what_text
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import short_date_text
from kotoutus_desktop.ui.orientation.times import times_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace

FEW = 4
_COLUMNS = (ListColumn(share=1),)


class TimesCard(Card):
    """Times to come and the last ones. A missed one leads to its fee, the others to the form."""

    wanted = Signal(object)  # a Destination

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Appointments"))
        self._workspace = workspace
        self._client: UUID | None = None
        self.add_button = Button(_("New appointment"), "link", "plus", bulk="small")
        self.rows = RowList(self._face, _COLUMNS, name=_("Appointments"), fits=True)
        self.rows.mark_with_keyboard()
        self.put_head(self.add_button)
        self.put(self.rows)
        self.add_button.clicked.connect(self._add)
        self.rows.opened.connect(self._open)

    def show_client(self, client_id: UUID, *, is_open: bool) -> None:
        """Show the times of a client; a closed case gets no new ones."""
        self._client = client_id
        with self._workspace.database.reading() as session:
            times = booked_of(session, client_id)
        today = self._workspace.today()
        coming = [each for each in times if each.held_on >= today][::-1]
        past = [each for each in times if each.held_on < today]
        shown = [*coming, *past[:FEW]]
        self.rows.set_items(shown)
        self.rows.setVisible(bool(shown))
        if shown and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        self.add_button.setVisible(is_open)
        self.setVisible(is_open or bool(shown))

    def _add(self) -> None:
        if self._client is not None:
            self.wanted.emit(Destination(PageName.BOOKING, self._client))

    def _open(self, time: BookedTime) -> None:
        if time.state is AppointmentState.MISSED:
            self.wanted.emit(Destination(PageName.APPOINTMENTS, focus=f"missed:{time.id}"))
        else:
            self.wanted.emit(Destination(PageName.BOOKING, time.client_id, time.id))

    def _face(self, time: BookedTime) -> RowFace:
        day = short_date_text(time.held_on, self._workspace.today())
        when = f"{day} {times_text(time.starts, time.ends)}"
        parts = (what_text(time), state_text(time), interpreter_text(time))
        note = ", ".join(part for part in parts if part)
        return RowFace((Cell(when, note=note, strong=True, small_note=True),), f"{when}, {note}")
