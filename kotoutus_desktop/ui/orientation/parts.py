"""Which tabs civic orientation and a course have, in their order."""

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.ui.tab_part import PartPlace

ROOM = "orientation"

ON_ORIENTATION = (
    PartPlace("waiting", N_("Waiting"), "waiting_part:WaitingPart", ROOM),
    PartPlace("courses", N_("Courses"), "courses_part:CoursesPart", ROOM),
    PartPlace("calendar", N_("Calendar"), "calendar_part:CalendarPart", ROOM),
    PartPlace("report", N_("Reports"), "report_part:ReportPart", ROOM),
)
"""The tabs of the page Orientation."""

ON_COURSE = (
    PartPlace("meetings", N_("Meetings"), "meetings_part:MeetingsPart", ROOM),
    PartPlace("plan", N_("Planning"), "plan_part:PlanPart", ROOM),
    PartPlace("participants", N_("Participants"), "participants_part:ParticipantsPart", ROOM),
    PartPlace("roll", N_("Roll call"), "roll_part:RollPart", ROOM),
    PartPlace("progress", N_("Progress"), "progress_part:ProgressPart", ROOM),
    PartPlace("codes", N_("From paper"), "code_entry:CodeEntry", ROOM),
    PartPlace("papers", N_("Papers"), "papers_part:PapersPart", ROOM),
)
"""The tabs of a course."""
