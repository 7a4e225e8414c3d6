from datetime import timedelta

from kotoutus_desktop.casework.orientation.groups import course_of_group, propose_groups
from kotoutus_desktop.casework.orientation.needs import NeedEntry, record_need
from kotoutus_desktop.casework.orientation.waiting import waiting_list
from kotoutus_desktop.models.orientation import CourseForm, EnrolmentState
from kotoutus_desktop.rules.grouping import Terms


def proposal(database, today, terms=Terms()):  # noqa: B008 - never changed
    with database.reading() as session:
        return propose_groups(waiting_list(session, today), terms)


def test_a_group_is_listed_as_its_members_have_waited(database, integration_client, today):
    integration_client(days_ago=1, number="U7-0001")
    integration_client(days_ago=9, number="U7-0009")
    integration_client(days_ago=5, number="U7-0005")

    (found,) = proposal(database, today).groups

    assert [row.number for row in found.rows] == ["U7-0009", "U7-0005", "U7-0001"]


def test_who_is_asked_to_another_course_is_not_proposed(
    database, integration_client, make_course, enrol, today
):
    enrol(make_course(), integration_client(number="U7-0001"), EnrolmentState.INVITED)
    enrol(make_course(), integration_client(number="U7-0002"), EnrolmentState.RESERVE)
    integration_client(number="U7-0003")

    (found,) = proposal(database, today).groups

    assert [row.number for row in found.rows] == ["U7-0002", "U7-0003"]


def test_who_comes_later_or_alone_or_needs_a_room_is_told_apart(
    database, integration_client, today
):
    later, contact = integration_client(), integration_client()
    integration_client(mother_tongue="ti")
    with database.transaction() as session:
        day = today + timedelta(days=200)
        record_need(session, later.id, NeedEntry(earliest_on=day))
        record_need(session, contact.id, NeedEntry(remote_unsuitable=True, remote_reason="x"))

    made = proposal(database, today, Terms(today + timedelta(days=90), remote=True))

    assert [row.id for row in made.later] == [later.id]
    assert [row.id for row in made.need_contact] == [contact.id]
    assert [row.mother_tongue for row in made.alone] == ["ti"]


def test_a_group_becomes_a_planned_course(database, integration_client, officer, today):
    first = integration_client(home_municipality="091")
    integration_client(home_municipality="049")
    with database.transaction() as session:
        record_need(session, first.id, NeedEntry(child_care=True))
    (found,) = proposal(database, today).groups

    with database.transaction() as session:
        course = course_of_group(session, found, Terms(remote=True), "889", officer.id)

    assert (course.language, course.form) == ("ar", CourseForm.REMOTE)
    assert course.municipalities == ["889", "049", "091"]
    assert (course.child_care, course.places) == (True, 20)
    assert course.number
