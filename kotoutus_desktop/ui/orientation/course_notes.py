"""Notes of the papers and calendar files of a course: who stood in them."""

from uuid import UUID

from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.orientation.course_papers import CoursePaper, seated
from kotoutus_desktop.ui.workspace import Workspace

NOTED = {
    CoursePaper.SHEET: "sign_in_sheet",
    CoursePaper.ALL_SHEETS: "sign_in_sheet",
    CoursePaper.TRAINER_PLAN: "trainer_plan",
}
CALENDAR = "course_calendar"


def note_paper(workspace: Workspace, course_id: UUID | None, kind: str, act: Act) -> bool:
    """Note that a paper with everybody who takes part went out; True, as what went before.

    `kind` is the value of a CoursePaper, the sheet of a meeting where nothing is chosen.
    """
    assert course_id is not None, "papers are those of a course"
    there = seated(workspace.database, course_id)
    clients = [each.client_id for each in there if each.client_id is not None]
    note_export(workspace, NOTED[CoursePaper(kind or CoursePaper.SHEET)], clients, act)
    return True


def note_calendar(workspace: Workspace, course_id: UUID, enrolment: UUID | None = None) -> bool:
    """Note a calendar file: of a course, which names nobody, or of one who takes part."""
    there = seated(workspace.database, course_id) if enrolment else []
    clients = [
        each.client_id for each in there if each.enrolment_id == enrolment and each.client_id
    ]
    note_export(workspace, CALENDAR, clients)
    return True
