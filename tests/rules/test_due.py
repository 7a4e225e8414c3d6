from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.due import (
    Basis,
    CaseStanding,
    OpenReferral,
    StepKind,
    Targets,
    due_items,
    lamp,
)
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Jobseeker,
    Person,
    RightOfResidence,
)

TODAY = date(2026, 2, 2)
UNEMPLOYED = Person(
    date(1990, 5, 17),
    RightOfResidence.PERMIT,
    date(2025, 3, 10),
    Jobseeker.UNEMPLOYED,
)
ASKED = Person(
    date(1990, 5, 17), RightOfResidence.PERMIT, date(2025, 3, 10), asked_or_contacted=True
)
VICTIM = Person(
    date(1990, 5, 17),
    RightOfResidence.PERMIT,
    date(2022, 3, 10),
    trafficking_victim=True,
    reached_on=date(2026, 1, 5),
)
SERVICES = (AgreedService("koulutus", date(2025, 12, 3)), AgreedService("yhdistys"))
PLAN = AgreedPlan(date(2025, 12, 1), date(2026, 12, 1), services=SERVICES)
ENDED = AgreedPlan(date(2025, 3, 11), date(2026, 2, 1))
LAST = date(2028, 3, 10)
ASSESSED = {"assessed_on": date(2026, 1, 20)}


def found(today=TODAY, person=UNEMPLOYED, **fields):
    items = due_items(CaseStanding(person, **fields), today)
    return [(item.kind.value, item.due, item.section.code, item.basis.value) for item in items]


def test_an_assessment_starts_without_delay_and_within_the_three_years():
    assert found() == [
        ("start_assessment", None, "14.2", "statutory"),
        ("start_assessment", LAST, "14.1", "statutory"),
    ]


@pytest.mark.rule(17, "681/2023 § 14(2)")
def test_a_number_of_days_is_the_offices_own_target():
    items = found(learned_on=date(2026, 1, 30), targets=Targets(start_assessment=14))

    assert items[0] == ("start_assessment", date(2026, 2, 13), "14.2", "own_target")


def test_a_target_does_not_run_before_there_was_a_permit():
    """681/2023 § 14(1)-(2): nobody was to be assessed before the first permit."""
    early = {"learned_on": date(2025, 2, 1), "targets": Targets(start_assessment=14)}

    assert found(date(2025, 3, 12), **early)[0][1] == date(2025, 3, 24)


def test_a_target_counts_from_a_known_day_only():
    assert found(targets=Targets(start_assessment=14))[0][1] is None


def test_the_need_is_judged_first_where_somebody_asked():
    assert found(person=ASKED)[0] == ("start_assessment", None, "14.1.4", "statutory")


def test_a_victim_reached_late_may_be_assessed_without_a_last_day():
    assert found(person=VICTIM) == [("start_assessment", None, "14.6", "statutory")]


def test_an_assessment_that_is_left_out_is_not_due():
    assert found(left_out=True) == []


@pytest.mark.parametrize("fields", [{"assessment_started": TODAY}, ASSESSED])
def test_an_assessment_goes_on_until_it_has_an_outcome(fields):
    assert [item[0] for item in found(**fields)] == ["continue_assessment"] * 2


def test_a_started_assessment_goes_on_after_the_three_years():
    items = due_items(CaseStanding(UNEMPLOYED, assessment_started=LAST), LAST + timedelta(days=1))

    assert [(item.due, item.overdue) for item in items] == [(LAST, True), (None, False)]


def test_an_own_target_after_the_last_day_of_the_law_is_no_target():
    """681/2023 § 14(1), § 20(3)."""
    learned = {"learned_on": LAST - timedelta(days=3), "targets": Targets(start_assessment=14)}
    planned = {"plan_needed": True, "planned_plan_date": LAST + timedelta(days=1)}

    assert [item[1] for item in found(LAST, **learned)] == [None, LAST]
    assert [item[1] for item in found(LAST, **ASSESSED, **planned)] == [None, LAST]


@pytest.mark.parametrize(
    "fields", [ASSESSED, ASSESSED | {"plan_needed": True}, {"draft_plan": True}]
)
def test_nothing_of_chapter_2_is_due_to_who_has_lost_the_right_of_residence(fields):
    """681/2023 § 2(1)-(2)."""
    person = replace(UNEMPLOYED, right_of_residence=RightOfResidence.NONE)

    assert found(person=person, **fields) == []
    assert [item[0] for item in found(person=person, **fields, plans=(ENDED,))] == [
        "renew_or_close_plan"
    ]


@pytest.mark.rule(16, "681/2023 § 9(2)")
def test_a_contact_is_handled_without_delay_or_by_the_offices_target():
    targets = Targets(handle_contact=7)

    assert found(contact_on=TODAY)[0] == ("handle_contact", None, "9.2", "statutory")
    dated = ("handle_contact", date(2026, 2, 9), "9.2", "own_target")
    assert dated in found(contact_on=TODAY, targets=targets)


def test_a_plan_is_made_after_the_assessment():
    assert found(**ASSESSED, plan_needed=True) == [
        ("make_plan", None, "20.1", "statutory"),
        ("make_plan", LAST, "20.3", "statutory"),
    ]
    planned = found(**ASSESSED, plan_needed=True, planned_plan_date=date(2026, 2, 10))
    assert planned[0] == ("make_plan", date(2026, 2, 10), "20.1", "own_target")


def test_no_plan_is_due_where_none_is_needed():
    assert found(**ASSESSED, plan_needed=False) == []


def test_no_last_day_binds_the_plan_of_a_victim_reached_late():
    made = found(person=VICTIM, **ASSESSED, plan_needed=True)

    assert made == [("make_plan", None, "20.1", "statutory")]
    agreed = found(person=VICTIM, **ASSESSED, plan_needed=True, draft_plan=True)
    assert agreed == [("agree_plan", None, "20.1", "statutory")]


def test_a_draft_waits_to_be_agreed():
    assert found(**ASSESSED, plan_needed=True, draft_plan=True) == [
        ("agree_plan", LAST, "20.3", "statutory")
    ]


def test_a_plan_brings_referral_review_and_end():
    assert found(plans=(PLAN,)) == [
        ("refer_to_service", date(2026, 1, 1), "20.5", "statutory"),
        ("review_plan", date(2026, 6, 1), "22.1", "statutory"),
        ("make_plan", date(2026, 11, 1), "23", "suggestion"),
        ("renew_or_close_plan", date(2026, 12, 1), "23", "statutory"),
    ]


def test_a_late_referral_names_its_service():
    item = due_items(CaseStanding(UNEMPLOYED, plans=(PLAN,)), TODAY)[0]

    assert (item.service, item.overdue) == ("yhdistys", True)


@pytest.mark.parametrize(("answer_by", "late"), [(TODAY, False), (TODAY - timedelta(1), True)])
def test_an_answer_to_a_referral_is_asked_for_on_the_counsellors_own_day(answer_by, late):
    waiting = (OpenReferral("koulutus", answer_by),)

    items = due_items(CaseStanding(UNEMPLOYED, referrals=waiting), TODAY)

    (asked,) = (item for item in items if item.kind is StepKind.ASK_FOR_ANSWER)
    assert (asked.due, asked.basis, asked.overdue) == (answer_by, Basis.OWN_TARGET, late)
    assert (asked.section.code, asked.service) == ("20.5", "koulutus")


def test_no_next_plan_is_suggested_to_who_has_lost_the_right_of_residence():
    lost = replace(UNEMPLOYED, right_of_residence=RightOfResidence.NONE)
    kinds = [kind for kind, *_rest in found(person=lost, plans=(PLAN,), draft_plan=True)]

    assert "agree_plan" not in kinds
    assert "renew_or_close_plan" in kinds


@pytest.mark.rule(41, "681/2023 § 22(1)")
def test_a_review_that_is_wanted_is_due_at_once():
    assert ("review_plan", None, "22.1", "statutory") in found(plans=(PLAN,), review_wanted=True)


def test_a_draft_of_the_next_plan_is_agreed_by_the_end_of_this_one():
    items = found(plans=(PLAN,), draft_plan=True)

    assert ("agree_plan", date(2026, 12, 1), "23", "suggestion") in items


def test_no_next_plan_is_suggested_at_the_maximum():
    plans = (
        AgreedPlan(date(2025, 3, 11), date(2026, 2, 1)),
        AgreedPlan(date(2026, 2, 1), date(2027, 3, 11)),
    )

    assert "make_plan" not in [item[0] for item in found(plans=plans)]


@pytest.mark.rule(45, "681/2023 § 23")
def test_a_plan_that_has_ended_is_renewed_or_closed():
    assert found(plans=(ENDED,)) == [("renew_or_close_plan", date(2026, 2, 1), "23", "statutory")]
    assert found(plans=(ENDED,), plan_closed=True) == []
    assert found(plans=(ENDED,), draft_plan=True)[0][0] == "agree_plan"


def test_a_plan_recorded_ahead_needs_nothing_yet():
    ahead = AgreedPlan(date(2026, 3, 1), date(2026, 12, 1))

    assert found(plans=(ahead,), **ASSESSED, plan_needed=True) == []


def test_nothing_is_due_in_a_closed_case():
    assert found(plans=(PLAN,), case_closed=True) == []


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.booleans(), st.booleans())
def test_overdue_comes_first_and_is_never_without_a_day(today, wanted, draft):
    standing = CaseStanding(
        UNEMPLOYED, plans=(PLAN,), review_wanted=wanted, draft_plan=draft, contact_on=today
    )
    items = due_items(standing, today)

    assert [item.overdue for item in items] == sorted(
        (item.overdue for item in items), reverse=True
    )
    assert all(item.due is not None and item.due < today for item in items if item.overdue)


@pytest.mark.rule(17, "681/2023 § 14(2)")
def test_what_is_without_delay_is_never_dated_by_the_law():
    items = due_items(CaseStanding(UNEMPLOYED, learned_on=TODAY), TODAY)

    assert items[0].kind is StepKind.START_ASSESSMENT
    assert (items[0].due, items[0].basis) == (None, Basis.STATUTORY)


@pytest.mark.rule(15, "681/2023 § 14(1)", "681/2023 § 20(3)")
@pytest.mark.parametrize(
    ("days", "threshold"),
    [(181, None), (180, 180), (91, 180), (90, 90), (30, 30), (0, 30), (-1, 0)],
)
def test_the_three_years_warn_in_time(days, threshold):
    assert lamp(LAST, LAST - timedelta(days=days)) == threshold


def test_no_lamp_without_a_day():
    assert lamp(None, TODAY) is None
