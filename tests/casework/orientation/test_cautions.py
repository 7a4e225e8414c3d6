from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.cautions import Caution, caution_section, cautions
from kotoutus_desktop.casework.orientation.needs import NeedEntry, record_need
from kotoutus_desktop.models.orientation import Course, CourseForm, CourseKind, EnrolmentState
from kotoutus_desktop.rules.section import CONTACT_TEACHING


def said(database, course, client, today):
    with database.reading() as session:
        here = session.get_one(Course, course.id)
        return cautions(session, here, client.id, today)


def test_nothing_is_said_of_an_integration_client_whom_the_course_suits(
    database, integration_client, make_course, today
):
    assert said(database, make_course(), integration_client(), today) == ()


@pytest.mark.rule(55, "681/2023:25.1")
def test_who_has_no_valid_plan_is_an_extra(database, integration_client, make_course, today):
    client = integration_client(plan={"ends_on": today - timedelta(days=1)})

    assert said(database, make_course(), client, today) == (Caution.NOT_ENTITLED,)


def test_a_language_that_is_not_known_well_is_said(
    database, integration_client, make_course, today
):
    client = integration_client(mother_tongue="ti", other_languages=["en"])

    assert said(database, make_course(), client, today) == (Caution.LANGUAGE,)
    assert said(database, make_course(language="en"), client, today) == ()


@pytest.mark.parametrize("form", [CourseForm.REMOTE, CourseForm.MIXED])
def test_remote_teaching_is_said_to_be_unsuitable(
    database, integration_client, make_course, today, form
):
    client = integration_client()
    with database.transaction() as session:
        record_need(session, client.id, NeedEntry(remote_unsuitable=True, remote_reason="x"))

    assert said(database, make_course(form=form), client, today) == (Caution.REMOTE_UNSUITABLE,)
    assert said(database, make_course(), client, today) == ()


def test_what_the_course_does_not_offer_is_said(database, integration_client, make_course, today):
    client = integration_client()
    with database.transaction() as session:
        day = today + timedelta(days=31)
        record_need(session, client.id, NeedEntry(child_care=True, earliest_on=day))

    found = said(database, make_course(), client, today)

    assert found == (Caution.NO_CHILD_CARE, Caution.TOO_EARLY)
    later = make_course(child_care=True, starts_on=today + timedelta(days=31))
    assert said(database, later, client, today) == ()


def test_another_course_is_said_while_it_is_open(
    database, integration_client, make_course, enrol, today
):
    client, other = integration_client(), make_course()
    enrol(other, client, EnrolmentState.ACCEPTED)

    assert said(database, make_course(), client, today) == (Caution.OTHER_COURSE,)
    introduction = make_course(kind=CourseKind.INTRODUCTION)
    assert said(database, introduction, client, today) == ()


def test_a_full_and_a_large_group_are_said(database, integration_client, make_course, enrol, today):
    small, large = make_course(places=1), make_course(places=30)
    enrol(small, integration_client(), EnrolmentState.INVITED)
    for _number in range(20):
        enrol(large, integration_client(), EnrolmentState.ACCEPTED)

    assert said(database, small, integration_client(), today) == (Caution.FULL,)
    assert said(database, large, integration_client(), today) == (Caution.LARGE,)


def test_a_caution_says_what_it_rests_on():
    assert caution_section(Caution.REMOTE_UNSUITABLE) == CONTACT_TEACHING
    assert caution_section(Caution.FULL) is None
