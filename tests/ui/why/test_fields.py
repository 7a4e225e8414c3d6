import pytest

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.rules.completeness import (
    AssessmentFacts,
    PlanContent,
    ReviewContent,
    missing_in_assessment,
    missing_in_plan,
    missing_in_review,
)
from kotoutus_desktop.rules.section import ACT, ASSESSMENT_PLACE, REVIEW, Section
from kotoutus_desktop.ui.assessment.places import place_of
from kotoutus_desktop.ui.clients.intake_page import IntakePage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.plan_page import GOALS, PlanPage
from kotoutus_desktop.ui.plans.review_page import FIELDS as REVIEW_FIELDS
from kotoutus_desktop.ui.plans.review_page import ReviewPage
from kotoutus_desktop.ui.why.fields import all_fields, fields_under, forms_of
from tests import casebook


def keys_of(page):
    return {place.key for place, _sections in all_fields() if place.page is page}


def fields_of(qtbot, page):
    qtbot.addWidget(page)
    return set(page.fields)


def test_every_key_of_the_intake_is_a_field_of_it(qtbot, workspace, client):
    page = IntakePage(workspace, Destination(PageName.INTAKE, client.id))

    assert keys_of(PageName.INTAKE) <= fields_of(qtbot, page)


def test_every_key_of_the_assessment_has_its_place(database, officer, client, today):
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    with database.reading() as session:
        assessment = get_client(session, client.id).assessments[0]

    lost = {key for key in keys_of(PageName.ASSESSMENT) if place_of(key, assessment) is None}
    assert lost == set()


def test_every_key_of_the_plan_is_a_field_or_a_goal(
    qtbot, database, workspace, officer, client, today
):
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    page = PlanPage(workspace, Destination(PageName.PLAN, client.id))

    assert keys_of(PageName.PLAN) <= fields_of(qtbot, page) | {*GOALS, "services"}


def test_every_key_of_the_review_is_a_field_of_it(qtbot, workspace, agreed):
    page = ReviewPage(workspace, Destination(PageName.REVIEW, agreed.id))

    keys = {REVIEW_FIELDS.get(key, key) for key in keys_of(PageName.REVIEW)}
    assert keys <= fields_of(qtbot, page)


@pytest.mark.parametrize(
    "missing",
    [
        *missing_in_assessment(AssessmentFacts(plan_needed=True, on_premises=False, language="ar")),
        *missing_in_plan(PlanContent(jobseeker=True)),
        *missing_in_review(ReviewContent(made_with_county=True, from_others_without_source=True)),
    ],
    ids=lambda missing: missing.key,
)
def test_every_section_that_a_missing_line_names_leads_to_a_field(missing):
    assert fields_under(missing.section)


def test_a_section_leads_to_the_fields_of_all_its_subsections_and_a_point_only_to_its_own():
    keys = {place.key for place in fields_under(Section(ACT, "14"))}
    point = [place.key for place in fields_under(Section(ACT, "14", 1, 4))]

    assert {"judged_to_need", "started_on", "county_needed"} <= keys
    assert point == ["judged_to_need", "need_reason"]


def test_a_review_is_found_in_the_plan_and_in_the_review():
    assert {place.page for place in fields_under(REVIEW)} == {PageName.PLAN, PageName.REVIEW}


def test_only_forms_that_are_there_can_be_opened(database, officer, client, today):
    def forms():
        with database.reading() as session:
            return set(forms_of(get_client(session, client.id), today))

    assert forms() == {PageName.INTAKE}
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    assert forms() == {PageName.INTAKE, PageName.ASSESSMENT}
    with database.transaction() as session:
        casebook.with_plan(session, client.id, officer, today)
    assert forms() == {PageName.INTAKE, PageName.ASSESSMENT}, "an agreed plan is no form"


def test_a_section_without_fields_leads_nowhere():
    assert fields_under(Section(ACT, "59", 3)) == []
    assert fields_under(ASSESSMENT_PLACE)
