from dataclasses import replace
from datetime import date

import pytest

from kotoutus_desktop.rules.completeness import (
    AssessmentFacts,
    PlanContent,
    PlannedMeasure,
    ReviewContent,
    Told,
    missing_in_assessment,
    missing_in_plan,
    missing_in_review,
)
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead, MeasureKind, ToldItem

DAY = date(2026, 3, 2)
TOLD = Told(DAY, "ar")
ASSESSMENT = AssessmentFacts(
    interviewed_on=DAY,
    interviewer_is_official=True,
    on_premises=True,
    language="ar",
    interpreter=True,
    heads=frozenset(InterviewHead),
    told=dict.fromkeys(ToldItem, TOLD),
    plan_needed=True,
    outcome_reason=True,
    planned_plan_date=date(2026, 3, 9),
    authors=True,
)
PLAN = PlanContent(
    made=DAY,
    ends=date(2027, 3, 2),
    born=date(1990, 5, 17),
    long_term_goal=True,
    period_goal=True,
    goal_kinds=frozenset({GoalKind.EMPLOYMENT}),
    measures=(PlannedMeasure(MeasureKind.INTEGRATION_TRAINING, suitability=True),),
    guidance=True,
    follow_up=True,
    next_review=date(2026, 9, 2),
    rights_explained=TOLD,
    accepted_on=DAY,
    copy_given=True,
    authors=True,
)
REVIEW = ReviewContent(
    reviewed_on=DAY,
    ends=date(2027, 3, 2),
    participation=True,
    progress=True,
    hindrances=True,
    changes=True,
    next_review=date(2026, 9, 2),
    authors=True,
)


def found(missing):
    return [(each.key, each.section.code) for each in missing]


def test_a_whole_record_lacks_nothing():
    assert missing_in_assessment(ASSESSMENT) == []
    assert missing_in_plan(PLAN) == []
    assert missing_in_review(REVIEW) == []


@pytest.mark.rule(18, "869/2024 § 2(1)")
@pytest.mark.rule(19, "869/2024 § 2(3)")
@pytest.mark.rule(20, "869/2024 § 4(1)")
@pytest.mark.rule(21, "869/2024 § 4(3)")
@pytest.mark.rule(23, "681/2023 § 14(2)")
@pytest.mark.rule(24, "874/2024 § 1(1)")
@pytest.mark.rule(25, "681/2023 § 73(2)")
@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"interviewed_on": None}, ("interviewed_on", "1.1")),
        ({"interviewer_is_official": False}, ("interviewer", "14.2")),
        ({"on_premises": None}, ("on_premises", "4.3")),
        ({"on_premises": False}, ("weighty_reason", "4.3")),
        ({"language": ""}, ("language", "4.1")),
        ({"interpreter": False}, ("interpreter", "4.1")),
        ({"plan_needed": None}, ("plan_needed", "16")),
        ({"outcome_reason": False}, ("outcome_reason", "4.2")),
        ({"planned_plan_date": None}, ("planned_plan_date", "1.1")),
        ({"plan_needed": False}, ("guided_to", "1.1")),
        ({"authors": False}, ("authors", "1.1")),
        ({"from_others_without_source": True}, ("sources", "73.2")),
        (
            {"heads": frozenset(InterviewHead) - {InterviewHead.NEED_FOR_PLAN}},
            ("heads.need_for_plan", "2.1.7"),
        ),
        (
            {"told": ASSESSMENT.told | {ToldItem.PERSONAL_DATA: Told(DAY)}},
            ("told.personal_data", "2.3.4"),
        ),
        (
            {"told": ASSESSMENT.told | {ToldItem.PLAN_AND_PROCESS: Told(None, "ar")}},
            ("told.plan_and_process", "2.3.2"),
        ),
    ],
)
def test_what_an_assessment_may_lack(fields, missing):
    assert found(missing_in_assessment(replace(ASSESSMENT, **fields))) == [missing]


@pytest.mark.parametrize(
    "fields",
    [
        {"on_premises": False, "weighty_reason": True},
        {"interpreter": False, "worker_speaks": True},
        {"plan_needed": False, "guided_to": True, "planned_plan_date": None},
    ],
)
def test_what_an_assessment_need_not_hold(fields):
    assert missing_in_assessment(replace(ASSESSMENT, **fields)) == []


def test_an_empty_assessment_lists_everything_in_the_order_of_the_form():
    keys = [each.key for each in missing_in_assessment(AssessmentFacts())]

    assert keys[:9] == [f"heads.{head}" for head in InterviewHead]
    assert keys[9:13] == [f"told.{item}" for item in ToldItem]
    assert keys[13:] == [
        "interviewed_on",
        "interviewer",
        "on_premises",
        "language",
        "plan_needed",
        "outcome_reason",
        "authors",
    ]


MEASURES = {
    "orientation": PlannedMeasure(MeasureKind.CIVIC_ORIENTATION, suitability=True),
    "unfounded": PlannedMeasure(MeasureKind.LITERACY_TRAINING),
    "job_search": PlannedMeasure(MeasureKind.JOB_SEARCH),
    "guidance": PlannedMeasure(MeasureKind.GUIDANCE, suitability=True),
    "training": PlannedMeasure(MeasureKind.INTEGRATION_TRAINING, suitability=True),
}


def measures(*names):
    return {"measures": tuple(MEASURES[name] for name in names)}


YOUNG = {"born": date(2005, 1, 1), "goal_kinds": frozenset({GoalKind.UPPER_SECONDARY_EDUCATION})}


@pytest.mark.rule(35, "681/2023 § 18(1)", "681/2023 § 19(1)", "874/2024 § 2(1)")
@pytest.mark.rule(36, "681/2023 § 18(2)", "681/2023 § 19(1)")
@pytest.mark.rule(43, "681/2023 § 24(1)")
@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"made": None}, [("made", "2.1")]),
        ({"ends": None}, [("ends", "23.1")]),
        ({"long_term_goal": False}, [("long_term_goal", "18.1")]),
        ({"period_goal": False}, [("period_goal", "18.1")]),
        ({"goal_kinds": frozenset(), "jobseeker": False}, []),
        (
            {"goal_kinds": frozenset(), "jobseeker": True, "job_search_exception": True},
            [("work_goal", "18.2")],
        ),
        ({"jobseeker": True}, [("job_search", "19.1")]),
        ({"jobseeker": True} | measures("training", "job_search"), []),
        # § 18(4) departs from § 18(2)
        ({"jobseeker": True, "job_search_exception": True} | YOUNG, []),
        (measures(), [("services", "19.2"), ("language_studies", "19.1")]),
        (
            measures("job_search") | {"no_language_studies_reason": True},
            [("services", "19.2")],
        ),
        (measures("unfounded"), [("services.0.suitability", "19.3")]),
        (measures("orientation", "unfounded"), [("services.1.suitability", "19.3")]),
        (measures("orientation"), [("language_studies", "19.1")]),
        (measures("orientation") | {"no_language_studies_reason": True}, []),
        ({"guidance": False}, [("guidance", "19.1")]),
        ({"guidance": False} | measures("training", "guidance"), []),
        ({"follow_up": False}, [("follow_up", "19.1")]),
        ({"next_review": None}, [("next_review", "2.1")]),
        ({"next_review": None, "ends": date(2026, 9, 1)}, []),  # ends before a review is due
        ({"next_review": None, "ends": date(2026, 9, 2)}, [("next_review", "2.1")]),
        ({"rights_explained": Told(DAY)}, [("rights_explained", "24.1")]),
        ({"rights_explained": Told(None, "ar")}, [("rights_explained", "24.1")]),
        ({"accepted_on": None}, [("accepted_on", "24.2.1")]),
        ({"copy_given": False}, [("copy_given", "24.1")]),
        ({"authors": False}, [("authors", "2.1")]),
        ({"from_others_without_source": True}, [("sources", "73.2")]),
    ],
)
def test_what_a_plan_may_lack(fields, missing):
    assert found(missing_in_plan(replace(PLAN, **fields))) == missing


def test_a_young_jobseeker_without_a_date_still_needs_a_work_goal():
    content = replace(PLAN, jobseeker=True, job_search_exception=True, made=None, **YOUNG)

    assert found(missing_in_plan(content)) == [("made", "2.1"), ("work_goal", "18.2")]


@pytest.mark.rule(42, "874/2024 § 3(2)")
@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"reviewed_on": None}, [("reviewed_on", "3.2")]),
        ({"made_with_county": True}, [("county", "22.2")]),
        ({"made_with_county": True, "county_took_part": True}, []),
        ({"participation": False}, [("participation", "3.2")]),
        ({"progress": False}, [("progress", "3.2")]),
        ({"hindrances": False}, [("hindrances", "3.2")]),
        ({"changes": False}, [("changes", "3.2")]),
        ({"next_review": None}, [("next_review", "22.1")]),
        ({"next_review": None, "ends": date(2026, 8, 1)}, []),
        ({"authors": False}, [("authors", "3.2")]),
        ({"from_others_without_source": True}, [("sources", "73.2")]),
    ],
)
def test_what_a_review_may_lack(fields, missing):
    assert found(missing_in_review(replace(REVIEW, **fields))) == missing
