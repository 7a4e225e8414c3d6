"""A plan that is not stored yet is held against the meetings of other courses."""

from datetime import date, timedelta

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.casework.orientation.plan_clashes import plan_clashes
from kotoutus_desktop.models.orientation import Course, CourseMeeting
from kotoutus_desktop.rules.course_calendar import PlannedMeeting, Slot

MONDAY = date(2027, 1, 11)


def test_a_plan_clashes_with_another_course_and_not_with_its_own_meetings(database, office) -> None:
    mine = Course(language="ar", trainer="Aisha Omar", place="Sali 2")
    other = Course(language="so", trainer=" aisha  omar ", place="Sali 3")
    with database.transaction() as session:
        for course in (mine, other):
            store_course(session, course)
            session.add(CourseMeeting(course_id=course.id, held_on=MONDAY, starts=600, minutes=120))
    plan = [
        PlannedMeeting(MONDAY, Slot(0, 540, 150)),
        PlannedMeeting(MONDAY + timedelta(days=7), Slot(0, 540, 150)),
    ]
    with database.reading() as session:
        found = plan_clashes(session, mine.id, plan)
        nothing = plan_clashes(session, mine.id, [])

    (clash,) = found.clashes
    assert clash.needs == {("trainer", "aisha omar")}
    assert found.planned[0].id.hex in (clash.first, clash.second)
    assert [each.number for each in found.others] == [other.number]
    assert nothing.clashes == ()
