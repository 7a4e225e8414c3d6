"""Where each rule of the project's domain dossier (its section 10) lives, and what proves it.

A test that proves a rule is marked with its number and the sections it rests on:
`@pytest.mark.rule(39, "681/2023 § 20(5)")`. Places are of `rules/`, but for those that need a
print or a record; `UNCERTAIN` lists what the dossier marks as not verified, with the words in
which the place says so.
"""

import ast
import inspect
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest

from kotoutus_desktop.reference.sections import section_on
from kotoutus_desktop.rules.editions import IN_FORCE
from kotoutus_desktop.rules.section import ACT
from tests.citations import written_sections

TESTS = Path(__file__).parent.parent
TRANSLATIONS = TESTS.parent / "translations"

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
    **{n: ["completeness.missing_in_assessment"] for n in (18, 19, 20, 21, 23, 24)},
    22: ["county_prompts.may_record_health_needs"],
    25: ["completeness.missing_in_assessment", "completeness.missing_in_plan"],
    26: ["plan_limits.plan_dates_faults"],
    27: ["deadlines.plan_latest", "plan_limits.plan_dates_faults"],
    28: ["deadlines.first_plan_end_latest", "plan_limits.plan_dates_faults"],
    29: ["deadlines.all_plans_end_latest", "plan_limits.plan_dates_faults"],
    30: ["deadlines.all_plans_end_latest"],
    31: ["deadlines.obstacle_spells", "deadlines.obstacle_days"],
    32: ["deadlines.all_plans_end_latest", "deadlines.continues_for_studies"],
    33: ["deadlines.maximum_sections", "plan_sum.all_plans_sum"],
    34: ["deadlines.plan_edition", "editions.edition_on"],
    **{n: ["completeness.missing_in_plan"] for n in (35, 36, 43)},
    **{n: ["departures.departures"] for n in (37, 38)},
    39: ["deadlines.referral_by", "deadlines.is_referral_late"],
    40: ["deadlines.next_review_by", "plan_limits.next_review_fault"],
    41: ["due.due_items"],
    42: ["completeness.missing_in_review"],
    44: ["entitlement.integration_client"],
    45: ["due.due_items", "deadlines.continues_for_studies"],
    46: ["registers.move_contact"],
    47: ["absence.possible_effects"],
    48: ["models.plan.Plan"],
    49: ["orientation.minutes_missing"],
    50: ["orientation.topics_missing", "orientation.topic_section"],
    **{n: ["orientation.orientation_problems"] for n in (51, 52, 53)},
    54: ["orientation.group_language_suits"],
    55: ["entitlement.integration_client"],
    56: ["orientation.group_too_large"],
    57: ["training.training_barred"],
    58: ["training.training_missing"],
    59: ["training.training_too_long"],
    60: ["training.TARGET_LEVEL"],
    61: ["fee.fee_refusals"],
    62: ["fee.fee_amount", "fee.is_cap_known"],
    63: ["fee.due_earliest"],
    64: ["registers.guidance_consent_missing"],
    65: ["documents.frame.whose"],
    66: ["casework.search.list_clients", "casefile.writer.case_text"],
    67: ["disclosure.producer_section", "disclosure.not_for_producers"],
    68: ["registers.may_propose_deletion"],
    69: ["disclosure.missing_in_log_entry"],
    70: ["registers.must_be_stored_nationally"],
    71: ["reimbursement.reimbursement_ends"],
    72: ["reimbursement.child_reimbursement_ends"],
    73: ["reimbursement.claim_latest"],
}
NOT_THE_LAW = {56, 59}  # recommendations: there is no section to name
ELSEWHERE = {48, 65, 66}  # what is printed or kept: the place is no rule of its own

UNCERTAIN = [
    ("months.add_months", "never too late"),  # whether 150/1930 § 5 moves such a day
    ("facts.Person", "the counsellor's judgement"),  # "other than temporarily", in months
    ("registers.register_of", "practice of KEHA"),
    ("county_prompts.county_prompts", "the groups: guidance"),
    ("due.lamp", "The thresholds are a suggestion"),
    ("due.Targets", "The office's own targets"),
    ("due.own_target", "never call this day the law's"),
    ("completeness.missing_in_assessment", "follows from guidance of the authority"),
    ("completeness.missing_in_plan", 'follows from "to the extent needed"'),
    ("completeness.missing_in_plan", "from the practice of employment plans, not from the Act"),
    ("deadlines.all_plans_end_latest", 'inferred from "also"'),
    ("absence.AbsenceEdition", "seen on pages of authorities, not in the statute"),
    ("orientation.group_too_large", "recommended for contact teaching (no law)"),
    ("training.training_barred", "was not verified: the counsellor says so"),
    ("training.training_too_long", "the core curriculum allows"),
    ("fee.is_cap_known", "the office must enter it"),
    ("registers.deletion_proposed_on", "The Act says this of the national resource"),
    ("disclosure.missing_in_log_entry", "the program's own reading"),
    ("reimbursement.reimbursement_ends", "is not covered"),
    ("authority_names.NameEdition", "was not read in a statute or at an authority"),
    ("reason.Doubt", "shown, never hidden"),
]


def place_named(place):
    """Return what a place names, of `rules/` unless another folder is named."""
    module, name = place.rsplit(".", 1)
    folder = "" if "." in module else "rules."
    return getattr(import_module(f"kotoutus_desktop.{folder}{module}"), name)


def marks():
    """Return, by rule, the tests that are marked with it: file, function and sections."""
    found = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "mark.rule(" in text else ():
            for mark in getattr(node, "decorator_list", ()):
                if ast.unparse(mark).startswith("pytest.mark.rule("):
                    number, *sections = (ast.literal_eval(each) for each in mark.args)
                    found[number].append((path, node.name, sections))
    return found


MARKS = marks()


def test_all_73_rules_have_a_place_and_a_test():
    assert sorted(RULES) == list(range(1, 74))
    assert sorted(MARKS) == list(range(1, 74))


@pytest.mark.parametrize("number", RULES)
def test_every_rule_is_where_the_table_says_and_tested_there(number):
    names = "|".join(place.rsplit(".", 1)[1] for place in RULES[number])

    assert all(place_named(place) is not None for place in RULES[number])
    for path, _, sections in MARKS[number]:
        used = re.search(rf"\b({names})\b", path.read_text(encoding="utf-8"))
        assert used or number in ELSEWHERE
        assert bool(sections) == (number not in NOT_THE_LAW)


@pytest.mark.parametrize("number", [n for n in RULES if n not in NOT_THE_LAW | ELSEWHERE | {60}])
def test_every_rule_names_its_source_in_code_as_in_its_test(number):
    docs = [inspect.getdoc(place_named(place)) or "" for place in RULES[number]]
    told = {each for doc in docs for each in written_sections(doc)}
    proved = {
        each for _, _, texts in MARKS[number] for text in texts for each in written_sections(text)
    }

    assert any("Source:" in doc for doc in docs)
    for each in proved:
        assert any(
            (each.act, each.number) == (source.act, source.number)
            and source.moment in (each.moment, None)
            for source in told
        ), f"{each} is not in the docstring"


@pytest.mark.parametrize(("place", "words"), UNCERTAIN)
def test_what_is_not_verified_is_said_where_it_is_used(place, words):
    assert words in " ".join(inspect.getsource(place_named(place)).split())


@pytest.mark.rule(48, "681/2023 § 15", "681/2023 § 17", "681/2023 § 21")
def test_no_plan_of_a_repealed_kind_is_offered():
    plan = place_named("models.plan.Plan")

    assert [n for n in ("15", "17", "21") if section_on(ACT, n, IN_FORCE)] == []
    assert not {"kind", "family", "multidisciplinary"} & set(plan.__table__.columns.keys())
    for path in TRANSLATIONS.rglob("*.po"):
        words = path.read_text(encoding="utf-8").casefold()
        assert "monialainen kotoutumissuunnitelma" not in words
        assert "perheen kotoutumissuunnitelma" not in words
