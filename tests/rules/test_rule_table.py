"""Where each rule of the project's domain dossier (its section 10) lives.

A rule of the law is a function here; what needs storage, print or a screen says where.
"""

from importlib import import_module

import pytest

STORED = "models/casework: a record with its fields, nothing to compute"
PRINTED = "documents: what a paper may show"
SHOWN = "ui: information beside a field, decided by others"

RULES = {
    1: ["entitlement.authority"],
    2: ["entitlement.authority"],
    3: ["registers.status_change", "registers.register_of"],
    4: ["county_prompts.county_prompts", "county_prompts.county_must_join"],
    5: ["county_prompts.requires_county_in_review", "completeness.missing_in_review"],
    6: ["county_prompts.county_tasks", "county_prompts.municipality_need_not_house"],
    7: ["entitlement.in_scope"],
    8: ["entitlement.within_three_years"],
    9: ["entitlement.grounds", "entitlement.assessment_duty"],
    10: ["entitlement.needs_judgement"],
    11: ["entitlement.reached_late"],
    12: ["entitlement.is_unaccompanied"],
    13: ["entitlement.may_be_left_out"],
    14: ["entitlement.grounds", "reimbursement.child_reimbursement_ends"],
    15: ["due.lamp"],
    16: ["registers.contact_consent_missing", "due.due_items"],
    17: ["due.due_items"],
    18: ["completeness.missing_in_assessment"],
    19: ["completeness.missing_in_assessment"],
    20: ["completeness.missing_in_assessment"],
    21: ["completeness.missing_in_assessment"],
    22: ["county_prompts.may_record_health_needs"],
    23: ["completeness.missing_in_assessment"],
    24: ["completeness.missing_in_assessment"],
    25: ["completeness.missing_in_assessment", "completeness.missing_in_plan"],
    26: ["plan_limits.plan_dates_faults"],
    27: ["deadlines.plan_latest", "plan_limits.plan_dates_faults"],
    28: ["deadlines.first_plan_end_latest", "plan_limits.plan_dates_faults"],
    29: ["deadlines.all_plans_end_latest", "plan_limits.plan_dates_faults"],
    30: ["deadlines.all_plans_end_latest"],
    31: ["deadlines.obstacle_days"],
    32: ["deadlines.all_plans_end_latest", "deadlines.continues_for_studies"],
    33: ["deadlines.all_plans_end_latest"],
    34: ["deadlines.plan_edition"],
    35: ["completeness.missing_in_plan"],
    36: ["completeness.missing_in_plan"],
    37: ["departures.departures"],
    38: ["departures.departures"],
    39: ["deadlines.referral_by", "deadlines.is_referral_late"],
    40: ["deadlines.next_review_by", "plan_limits.next_review_fault"],
    41: ["due.due_items"],
    42: ["completeness.missing_in_review"],
    43: ["completeness.missing_in_plan"],
    44: ["entitlement.integration_client"],
    45: ["due.due_items", "deadlines.continues_for_studies"],
    46: ["registers.move_contact"],
    47: SHOWN,
    48: STORED,
    49: ["orientation.minutes_missing"],
    50: ["orientation.topics_missing"],
    51: ["orientation.orientation_problems"],
    52: ["orientation.orientation_problems"],
    53: ["orientation.orientation_problems"],
    54: ["orientation.group_language_suits"],
    55: ["entitlement.integration_client"],
    56: ["orientation.group_too_large"],
    57: ["training.training_barred"],
    58: ["training.training_missing"],
    59: ["training.training_too_long"],
    60: ["training.TARGET_LEVEL"],
    61: ["fee.fee_refusals"],
    62: ["fee.fee_amount"],
    63: ["fee.due_earliest"],
    64: ["registers.guidance_consent_missing"],
    65: PRINTED,
    66: PRINTED,
    67: PRINTED,
    68: ["registers.may_propose_deletion"],
    69: STORED,
    70: ["registers.must_be_stored_nationally"],
    71: ["reimbursement.reimbursement_ends"],
    72: ["reimbursement.child_reimbursement_ends"],
    73: ["reimbursement.claim_latest"],
}


def test_all_73_rules_have_a_place():
    assert list(RULES) == list(range(1, 74))


@pytest.mark.parametrize("number", [n for n, where in RULES.items() if isinstance(where, list)])
def test_every_rule_is_where_the_table_says(number):
    for place in RULES[number]:
        module, name = place.split(".")
        assert hasattr(import_module(f"kotoutus_desktop.rules.{module}"), name)
