"""Choosing whom to invite to a course: those who wait and know its language, or everybody."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.orientation.participants import ON_LIST, participants
from kotoutus_desktop.casework.orientation.waiting import waiting_list
from kotoutus_desktop.casework.orientation.waiting_rows import AWAITING, WaitingRow
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.orientation import Course, CourseForm
from kotoutus_desktop.rules.grouping import could_join
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.orientation.waiting_face import WaitingFace
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name
from kotoutus_desktop.ui.workspace import Workspace

_COLUMNS = (ListColumn(width=22), ListColumn(share=3), ListColumn(share=3), ListColumn(width=150))


class PickDialog(QDialog):
    """A list with ticks: Space or Enter ticks, Ctrl+Enter goes on with those who are ticked."""

    def __init__(
        self, workspace: Workspace, course_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Invite from the waiting list"))
        self._workspace, self._course_id = workspace, course_id
        hide = workspace.preferences.initials_in_lists
        self._face = WaitingFace(workspace.today(), hide_names=hide)
        self.ticked: dict[UUID, WaitingRow] = {}
        self.others = FilterChip(_("Also those whom the course does not suit"))
        self.list = RowList(self._face_of, _COLUMNS, name=_("Waiting for civic orientation"))
        self.nobody = wrapped(
            _("Nobody who waits knows the language of the course well."), "body", "muted"
        )
        self.button = Button(_("Go on"), "primary", key="Ctrl+Return")
        self._suited: list[WaitingRow] = []
        self._rows: list[WaitingRow] = []
        self._read()
        self._build()
        self._show()

    def chosen(self) -> list[UUID]:
        """Return who is ticked, in the order in which they have waited."""
        return [row.id for row in self._rows if row.id in self.ticked]

    def toggle(self, row: WaitingRow) -> None:
        """Tick somebody, or take the tick away."""
        if self.ticked.pop(row.id, None) is None:
            self.ticked[row.id] = row
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks the chosen row."""
        if event.key() == Qt.Key.Key_Space and self.list.current_item() is not None:
            self.toggle(self.list.current_item())
            return
        super().keyPressEvent(event)

    def _read(self) -> None:
        with self._workspace.database.reading() as session:
            course = session.get_one(Course, self._course_id)
            self._language = course.language
            remote = course.form is not CourseForm.CONTACT
            there = {
                each.enrolment.client_id
                for each in participants(session, self._course_id)
                if each.enrolment.state in ON_LIST
            }
            rows = waiting_list(session, self._workspace.today())
        self._rows = [row for row in rows if row.standing in AWAITING and row.id not in there]
        self._suited = [
            row for row in self._rows if could_join(row.facts(), self._language, remote=remote)
        ]

    def _show(self) -> None:
        rows = self._rows if self.others.isChecked() else self._suited
        self.list.set_items(rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.nobody.setVisible(not rows)
        count = len(self.ticked)
        words = ngettext("Go on with {n} person", "Go on with {n} people", count).format(n=count)
        self.button.set_label(words if count else _("Go on"))
        self.button.setEnabled(count > 0)

    def _face_of(self, row: WaitingRow) -> RowFace:
        face = self._face(row)
        on = row.id in self.ticked
        tick = Cell(icon="circle-check" if on else "circle", kind=CellKind.SIGN)
        said = _("ticked") if on else _("not ticked")
        name, _place, needs, days, _menu = face.cells
        return RowFace((tick, name, needs, days), f"{said}, {face.sentence}")

    def _build(self) -> None:
        title = _("Who wait and know the language: {language}")
        keys = wrapped(_("Space ticks the chosen row."), "small", "muted")
        head = Row(gap=2)
        head.put(self.others, None)
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put((keys, 1), stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title.format(language=language_name(self._language)), "title"),
            head,
            self.nobody,
            (ListCard(self.list), 1),
            buttons,
        )
        self.others.toggled.connect(lambda _on: self._show())
        self.list.opened.connect(self.toggle)
        self.button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(680), theme().px(560))
        self.list.setFocus()
