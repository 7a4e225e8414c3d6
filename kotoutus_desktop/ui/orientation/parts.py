"""Which tabs civic orientation and a course have, in their order."""

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.ui.orientation.part import PartPlace

ON_ORIENTATION = (
    PartPlace("waiting", N_("Waiting"), "waiting_part:WaitingPart"),
    PartPlace("courses", N_("Courses"), "courses_part:CoursesPart"),
    PartPlace("calendar", N_("Calendar"), "calendar_part:CalendarPart"),
    PartPlace("report", N_("Reports"), "report_part:ReportPart"),
)
"""The tabs of the page Orientation."""

ON_COURSE = (
    PartPlace("meetings", N_("Meetings"), "meetings_part:MeetingsPart"),
    PartPlace("plan", N_("Planning"), "plan_part:PlanPart"),
    PartPlace("participants", N_("Participants"), "participants_part:ParticipantsPart"),
    PartPlace("roll", N_("Roll call"), "roll_part:RollPart"),
    PartPlace("progress", N_("Progress"), "progress_part:ProgressPart"),
    PartPlace("codes", N_("From paper"), "code_entry:CodeEntry"),
    PartPlace("papers", N_("Papers"), "papers_part:PapersPart"),
)
"""The tabs of a course."""
