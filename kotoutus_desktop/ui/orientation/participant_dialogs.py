"""Short questions about someone on a course: a guest's name, the course to move to."""

from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.orientation.courses import list_courses
from kotoutus_desktop.casework.orientation.enrolling import Guest, add_guest, move
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import ORIENTATION_LANGUAGE
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.orientation.invite_dialog import course_label
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace


class GuestDialog(QDialog):
    """Asks for the name of someone who is no client, and who sent them."""

    def __init__(
        self, workspace: Workspace, course_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._course = workspace, course_id
        self.guest_name = TextField(_("Name of the guest"))
        self.guest_from = TextField(
            _("Sent by"), hint=_("For example another municipality or an employment authority.")
        )
        law = _(
            "Only integration clients are entitled to civic orientation ({section}). Others may "
            "come as extras where there is room; they count as a place of the group."
        )
        _lay_out(
            self,
            _("Add a guest"),
            law.format(section=section_text(ORIENTATION_LANGUAGE)),
            (self.guest_name, self.guest_from),
            Button(_("Add the guest"), "primary", key="Ctrl+Return"),
        )

    def accept(self) -> None:
        """Close when the guest was added."""
        guest = Guest(str(self.guest_name.value()), str(self.guest_from.value()))
        try:
            with self._workspace.database.transaction(_("guest on a course")) as session:
                add_guest(session, self._course, guest, self._workspace.today())
        except InvalidInput as error:
            fields = {"guest_from": self.guest_from}
            _refuse(fields.get(error.field, self.guest_name), error)
            return
        super().accept()


class MoveDialog(QDialog):
    """Asks for the course to which someone moves; the hours are kept."""

    def __init__(
        self,
        workspace: Workspace,
        enrolment_id: UUID,
        course_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._enrolment = workspace, enrolment_id
        with workspace.database.reading() as session:
            rows = list_courses(session, workspace.today())
        others = [row for row in rows if row.course.id != course_id]
        self.course = ChoiceField(
            _("Course"), [Choice(str(row.course.id), course_label(row)) for row in others]
        )
        self.reason = TextField(_("Why"))
        said = _("What was attended stays with the person and counts towards the 70 hours.")
        if not others:
            said = _("There is no other course that is planned or running.")
        _lay_out(
            self,
            _("Move to another course"),
            said,
            (self.course, self.reason),
            Button(_("Move"), "primary", key="Ctrl+Return"),
        )

    def accept(self) -> None:
        """Close when the person was moved."""
        if self.course.fault() or not self.course.value():
            self.course.show_error(_("Choose a course."))
            self.course.take_focus()
            return
        to, why = UUID(self.course.value()), str(self.reason.value())
        try:
            with self._workspace.database.transaction(_("move to another course")) as session:
                move(session, self._enrolment, to, self._workspace.today(), why)
        except InvalidInput as error:
            _refuse(self.reason if error.field == "reason" else self.course, error)
            return
        super().accept()


def _lay_out(
    dialog: QDialog, title: str, said: str, fields: tuple[Field, ...], button: Button
) -> None:
    dialog.setWindowTitle(title)
    stay = Button(_("Back"))
    buttons = Row(gap=2)
    buttons.put(None, stay, button)
    Column(dialog, (5, 5, 5, 5), 3).put(
        Label(title, "title"), wrapped(said, "body", "muted"), *fields, None, buttons
    )
    button.clicked.connect(dialog.accept)
    stay.clicked.connect(dialog.reject)
    dialog.resize(theme().px(500), theme().px(340))
    fields[0].take_focus()


def _refuse(field: Field, error: InvalidInput) -> None:
    field.show_error(explain(error))
    field.take_focus()
