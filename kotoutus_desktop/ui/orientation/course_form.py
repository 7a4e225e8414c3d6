"""A course is made or changed."""

from typing import Any

from kotoutus_desktop.casework.orientation.courses import get_course, store_course
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.orientation import Course, CourseForm, CourseKind
from kotoutus_desktop.rules.orientation import InterpretedGround, SelfStudyGround
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.orientation.course_face import course_title
from kotoutus_desktop.ui.orientation.course_fields import (
    ALONE,
    EUROS,
    INTERPRETED,
    TAUGHT,
    TEXTS,
    for_participants,
    people_and_place,
    who_and_how,
)
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace

FORM = "course"
_WIDE = ("name", "map_text", "note", "municipalities", "interpreted_reason")


class CourseFormPage(FormPage):
    """`destination.record` is the course, None for a new one."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, FORM, destination.record)
        self._add_part(_("For whom and how"), who_and_how())
        self._add_part(_("Who teaches, where"), people_and_place())
        self._add_part(_("Participants and costs"), for_participants())
        self.body.column.addStretch(1)
        self.save = Button(_("Save the course"), "primary")
        self.set_primary(self.save)
        self.band.set_title(_("New course") if self.subject is None else _("Change course"))
        self.band.back_button.set_label(_("Back"))
        self.band.back_button.show()
        self.band.back.connect(self.back)
        for name in ("way", "kind"):
            self.fields[name].changed.connect(self._show_grounds)

    def arrive(self, _destination: Destination) -> None:
        """Show the course or an empty form."""
        self.open_form()
        self._show_grounds()
        self.fields["language"].take_focus()

    def primary(self) -> None:
        """Record, and go to the course."""
        if self.record():
            self.navigate.emit(Destination(PageName.COURSE, record=self.subject))

    def leave(self) -> None:
        """Keep what is typed; a new course is only recorded when the counsellor says so."""
        if self.subject is None:
            self.keep()
        else:
            super().leave()

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("course added") if self.subject is None else _("course changed")

    def load(self) -> None:
        """Show what is recorded; a new course begins with the office's own municipality."""
        with self.workspace.database.reading() as session:
            if self.subject is None:
                office = the_office(session)
                course = Course(municipalities=[office.municipality], absence_contact=office.phone)
            else:
                course = get_course(session, self.subject)
                self.band.set_subtitle(f"{course.number} · {course_title(course)}")
        self._show(course)

    def store(self, session: Any) -> None:
        """Write the form to the course."""
        course = (
            Course(officer_id=self.workspace.officer_id)
            if self.subject is None
            else get_course(session, self.subject)
        )
        self._write(course)
        store_course(session, course)
        self.subject = course.id

    def _add_part(self, title: str, fields: dict[str, Field]) -> None:
        self.add_section(title)
        grid = FieldGrid()
        for name, field in fields.items():
            self.register(name, field)
            grid.put(field, wide=name in _WIDE)
        self.put(grid)

    def _show_grounds(self) -> None:
        """Ask for the ground of the decree where it needs one."""
        kind = self.fields["kind"].state()
        way = self.fields["way"].state() if kind != CourseKind.INTRODUCTION.value else TAUGHT
        self.fields["interpreted_ground"].setVisible(way == INTERPRETED)
        self.fields["interpreted_reason"].setVisible(way == INTERPRETED)
        self.fields["self_study_ground"].setVisible(way == ALONE)

    def _show(self, course: Course) -> None:
        for name in TEXTS:
            self.fields[name].set_value(getattr(course, name))
        for name in ("language", "kind", "form"):
            self.fields[name].set_value(str(getattr(course, name)))
        for name in EUROS:
            self.fields[name].set_value(getattr(course, name))
        self.fields["places"].set_value(course.places)
        self.fields["municipalities"].set_value(course.municipalities)
        self.fields["child_care"].set_value("yes" if course.child_care else "no")
        self.fields["interpreted_ground"].set_value(str(course.interpreted_ground or ""))
        self.fields["self_study_ground"].set_value(str(course.self_study_ground or ""))
        alone = ALONE if course.self_study_ground else TAUGHT
        self.fields["way"].set_value(INTERPRETED if course.interpreted_ground else alone)

    def _write(self, course: Course) -> None:
        fields = self.fields
        for name in TEXTS:
            setattr(course, name, fields[name].value())
        for name in EUROS:
            setattr(course, name, fields[name].value())
        course.language = fields["language"].value()
        course.kind = CourseKind(fields["kind"].value() or CourseKind.ORIENTATION)
        course.form = CourseForm(fields["form"].value() or CourseForm.CONTACT)
        course.places = fields["places"].value() or 0
        course.municipalities = fields["municipalities"].value()
        course.child_care = fields["child_care"].value() == "yes"
        self._write_grounds(course)

    def _write_grounds(self, course: Course) -> None:
        """Store the ground that the way needs, and drop those that it does not."""
        way = self.fields["way"].value()
        if course.kind is CourseKind.INTRODUCTION:
            way = TAUGHT
        ground, alone = (
            self.fields[name].value() for name in ("interpreted_ground", "self_study_ground")
        )
        if way == INTERPRETED and not ground:
            raise InvalidInput("interpreted_ground", GROUND_NEEDED)
        if way == ALONE and not alone:
            raise InvalidInput("self_study_ground", GROUND_NEEDED)
        course.interpreted_ground = InterpretedGround(ground) if way == INTERPRETED else None
        course.self_study_ground = SelfStudyGround(alone) if way == ALONE else None
        if way != INTERPRETED:
            course.interpreted_reason = ""


GROUND_NEEDED = N_("The decree allows this only on one of its grounds. Choose the ground.")
