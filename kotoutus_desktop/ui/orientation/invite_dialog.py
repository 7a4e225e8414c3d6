"""Inviting clients to a course: what is to be thought of, the family, and the reserve list."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.due import DueClient, find_clients
from kotoutus_desktop.casework.orientation.cautions import Caution, caution_section, cautions
from kotoutus_desktop.casework.orientation.courses import CourseRow, list_courses
from kotoutus_desktop.casework.orientation.enrolling import invite, reserve
from kotoutus_desktop.casework.orientation.participants import families, places_of
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.orientation import Course
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import period_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.orientation.course_face import course_title
from kotoutus_desktop.ui.orientation.waiting_face import people_text
from kotoutus_desktop.ui.orientation.waiting_words import CAUTIONS
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace

OF_THE_COURSE = (Caution.FULL, Caution.LARGE)
MOST_NAMED = 30


class InviteDialog(QDialog):
    """Asks for the course, unless `course_id` says it, and enrols. `done_words` tells what."""

    def __init__(
        self,
        workspace: Workspace,
        clients: Sequence[UUID],
        course_id: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Invite to a course"))
        self._workspace, self._clients = workspace, tuple(clients)
        self.done_words = ""
        self.course_id = course_id
        self.courses = ChoiceField(_("Course"), self._choices())
        self.said = wrapped("", "body", "muted")
        self.family: dict[UUID, CheckField] = {}
        self.notes = ScrollColumn((0, 0, 0, 0), 2)
        self.fault = wrapped("", "body", "danger")
        self.reserve_button = Button(_("Put on the reserve list"))
        self.invite_button = Button(_("Invite"), "primary", "mail", key="Ctrl+Return")
        self._build()
        if course_id is not None:
            self.courses.set_value(str(course_id))
            self.courses.hide()
        self._show()

    def chosen(self) -> UUID | None:
        """Return the course, None while none is chosen."""
        if self.courses.fault() or not self.courses.value():
            return None
        return UUID(self.courses.value())

    def everybody(self) -> list[UUID]:
        """Return the clients and those of the family who are ticked."""
        return [*self._clients, *(key for key, field in self.family.items() if field.value())]

    def enrol(self, *, on_reserve: bool) -> None:
        """Invite, or put on the reserve list; what is refused is said and nothing is kept."""
        course_id, people = self.chosen(), self.everybody()
        if course_id is None:
            self.courses.show_error(_("Choose a course."))
            self.courses.take_focus()
            return
        act = reserve if on_reserve else invite
        label = _("reserve list") if on_reserve else _("invitation to a course")
        try:
            with self._workspace.database.transaction(label) as session:
                act(session, course_id, people, self._workspace.today())
        except InvalidInput as error:
            self.fault.setText(explain(error))
            self.fault.show()
            return
        count = people_text(len(people))
        words = _("On the reserve list: {people}.") if on_reserve else _("Invited: {people}.")
        self.done_words, self.course_id = words.format(people=count), course_id
        self._workspace.changed.emit()
        self.accept()

    def _show(self) -> None:
        """Say what is to be thought of on the chosen course."""
        clear(self.notes.column)
        self.family.clear()
        self.fault.hide()
        course_id = self.chosen()
        if course_id is None:
            self.said.setText(_("Choose a course: what is to be thought of is shown here."))
            return
        with self._workspace.database.reading() as session:
            course = session.get_one(Course, course_id)
            places = places_of(session, course)
            people = find_clients(session, self._clients[:MOST_NAMED])
            today = self._workspace.today()
            found = [
                (people[each], cautions(session, course, each, today))
                for each in self._clients[:MOST_NAMED]
                if each in people
            ]
            family = families(session, self._clients, course)
        free = ngettext("{n} place is free", "{n} places are free", places.free)
        said = [period_text(course.starts_on, course.ends_on), free.format(n=places.free)]
        self.said.setText(" · ".join(part for part in said if part))
        self._show_cautions(found)
        self._warn_of_size(places.free, found)
        self._offer_family(family)
        self.notes.column.addStretch(1)

    def _show_cautions(self, found: Sequence[tuple[DueClient, tuple[Caution, ...]]]) -> None:
        for client, said in found:
            own = [each for each in said if each not in OF_THE_COURSE]
            if own and len(found) > 1:
                self.notes.put(Label(shown_name(client), "strong"))
            for caution in own:
                self.notes.put(wrapped(_caution_text(caution), "body", "warning"))

    def _warn_of_size(
        self, free: int, found: Sequence[tuple[DueClient, tuple[Caution, ...]]]
    ) -> None:
        """Say that the places do not suffice, or that the group grows over what is recommended."""
        said = {each for _client, cautions_of in found for each in cautions_of}
        if len(self._clients) > free:
            said.add(Caution.FULL)
        for caution in OF_THE_COURSE:
            if caution in said:
                self.notes.put(wrapped(_caution_text(caution), "body", "warning"))

    def _offer_family(self, family: Sequence[DueClient]) -> None:
        if family:
            self.notes.put(Label(_("Of the same household"), "strong"))
        for member in family:
            field = CheckField(shown_name(member))
            self.family[member.id] = field
            self.notes.put(field)

    def _choices(self) -> list[Choice]:
        with self._workspace.database.reading() as session:
            rows = list_courses(session, self._workspace.today())
        return [Choice(str(row.course.id), course_label(row)) for row in rows]

    def _build(self) -> None:
        title = ngettext(
            "Invite {n} person to a course", "Invite {n} people to a course", len(self._clients)
        )
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.reserve_button, self.invite_button)
        heading = Label(title.format(n=len(self._clients)), "title")
        Column(self, (5, 5, 5, 5), 3).put(
            heading, self.courses, self.said, (self.notes, 1), self.fault, buttons
        )
        self.fault.hide()
        stay.clicked.connect(self.reject)
        self.reserve_button.clicked.connect(lambda: self.enrol(on_reserve=True))
        self.invite_button.clicked.connect(lambda: self.enrol(on_reserve=False))
        self.courses.changed.connect(self._show)
        self.resize(theme().px(560), theme().px(460))
        if self.course_id is None:
            self.courses.take_focus()
        else:
            self.invite_button.setFocus()


def course_label(row: CourseRow) -> str:
    """Return number, name and days of a course, to choose it by."""
    days = period_text(row.course.starts_on, row.course.ends_on)
    return " · ".join(part for part in (row.course.number, course_title(row.course), days) if part)


def _caution_text(caution: Caution) -> str:
    section = caution_section(caution)
    text = _(CAUTIONS[caution])
    return f"{text} ({section_text(section)})" if section else text
