"""Answering law cases, so that a lawyer can check the program with a file of their own.

A case is a mapping with `kind` (clock, fee or orientation), `name` and facts; the answer is a
mapping with the same keys as the case's `expect`, and `sources`: for every key that has a
value, the section it comes from and the edition of the law that was applied.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kotoutus_desktop.rules import deadlines, entitlement, fee, orientation, reimbursement
from kotoutus_desktop.rules.case_facts import Facts, ImpossibleFact
from kotoutus_desktop.rules.clock_case import ClockCase, clock_case
from kotoutus_desktop.rules.editions import IN_FORCE, cited
from kotoutus_desktop.rules.section import (
    ASSESSMENT,
    ASSESSMENT_OF_VICTIM,
    DECREE_TOPICS,
    FEE,
    FEE_DUE,
    INTEGRATION_CLIENT,
    ORIENTATION_HOURS,
    PLAN_LATEST,
    REFERRAL,
    REVIEW,
)

Answer = dict[str, object]
MINUTES_IN_DAY = 24 * 60


def answer(case: Mapping[str, object]) -> Answer:
    """Answer one case.

    Raises ImpossibleFact for a fact that is missing, misspelt or impossible.
    """
    name = case.get("name")
    if not isinstance(name, str) or not name.strip():
        raise ImpossibleFact("", "name")
    facts = Facts(name, case)
    kinds: Mapping[object, Callable[[Facts], Answer]] = {
        "clock": _clock,
        "fee": _fee,
        "orientation": _orientation,
    }
    return kinds[facts.values["kind"]](facts) if _known_kind(facts, kinds) else facts.refuse("kind")


def _known_kind(facts: Facts, kinds: Mapping[object, object]) -> bool:
    kind = facts.values.get("kind")
    return isinstance(kind, str) and kind in kinds


def _clock(facts: Facts) -> Answer:
    case = clock_case(facts)
    found = _about_person(case) | _about_plans(case)
    ends = reimbursement.reimbursement_ends(
        case.person.protection, case.person.first_home_municipality
    )
    start = case.person.first_home_municipality or case.on
    section = reimbursement.reimbursement_edition(start).section
    found["reimbursement_ends"] = (_iso(ends), cited(section))
    return _with_sources(found)


def _about_person(case: ClockCase) -> dict[str, tuple[object, str]]:
    duty = entitlement.assessment_duty(case.person, case.on)
    grounds = entitlement.grounds(case.person, case.on)
    late = grounds == (ASSESSMENT_OF_VICTIM,)
    who = entitlement.authority(case.person, delegates=case.delegates)
    return {
        "authority": (
            who.value,
            cited(entitlement.authority_section(case.person, delegates=case.delegates)),
        ),
        "assessment": (duty.value, cited(entitlement.duty_section(duty))),
        "grounds": (
            [ground.code for ground in grounds],
            cited(ASSESSMENT_OF_VICTIM if late else ASSESSMENT),
        ),
        "assessment_latest": (
            _iso(deadlines.assessment_latest(case.person)),
            cited(ASSESSMENT),
        ),
        "plan_latest": (_iso(deadlines.plan_latest(case.person)), cited(PLAN_LATEST)),
        "integration_client": (
            entitlement.integration_client(case.plans, case.on),
            cited(INTEGRATION_CLIENT),
        ),
    }


def _about_plans(case: ClockCase) -> dict[str, tuple[object, str]]:
    first = min((plan.made for plan in case.plans), default=None)
    current = entitlement.valid_plan(case.plans, case.on)
    first_end = all_end = review = referral = None
    sections = deadlines.maximum_sections(first or case.on, case.prolongation)
    if first is not None:
        first_end = deadlines.first_plan_end_latest(first)
        all_end = deadlines.all_plans_end_latest(first, case.prolongation, case.person.born)
    if current is not None:
        review = deadlines.next_review_by(current, case.on)
        referral = deadlines.referral_by(current.made)
    return {
        "first_plan_end_latest": (_iso(first_end), cited(sections[0])),
        "all_plans_end_latest": (_iso(all_end), cited(*sections)),
        "next_review_by": (_iso(review), cited(REVIEW)),
        "referral_by": (_iso(referral), cited(REFERRAL)),
        "warnings": _warnings(case, first or case.on),
    }


def _warnings(case: ClockCase, first_made: date) -> tuple[object, str]:
    found = deadlines.deadline_warnings(case.person, case.plans, case.prolongation, case.on)
    asked = found or tuple(deadlines.DeadlineWarning)
    sections = dict.fromkeys(deadlines.warning_section(warning, first_made) for warning in asked)
    return [warning.value for warning in found], "; ".join(cited(section) for section in sections)


def _fee(facts: Facts) -> Answer:
    facts.only("kind", "name", "expect", "appointment").require("appointment")
    given = facts.part("appointment").only(
        "born",
        "booked_for",
        "purpose",
        "missed",
        "cancelled_before",
        "acceptable_reason",
        "told_at_booking",
        "unreasonable",
        "interpretation_cost",
    )
    appointment = fee.Appointment(
        born=given.day("born"),
        booked_for=given.day("booked_for"),
        purpose=given.text("purpose"),
        missed=given.flag("missed"),
        cancelled_before=given.flag("cancelled_before"),
        acceptable_reason=given.flag("acceptable_reason"),
        told_at_booking=given.flag("told_at_booking"),
        unreasonable=given.flag("unreasonable"),
        interpretation_cost=given.euros_or_none("interpretation_cost"),
    )
    if appointment.born > appointment.booked_for:
        given.refuse("born")
    if appointment.booked_for < IN_FORCE:
        given.refuse("booked_for")  # there was no such fee
    refused = fee.fee_refusals(appointment)
    amount = fee.fee_amount(appointment)
    due = None if refused else fee.due_earliest(appointment.booked_for)
    return _with_sources(
        {
            "may_charge": (not refused, cited(FEE)),
            "refused": ([reason.value for reason in refused], cited(FEE)),
            "amount": (None if amount is None else f"{amount:.2f}", cited(FEE)),
            "due_earliest": (_iso(due), cited(FEE_DUE)),
        }
    )


def _orientation(facts: Facts) -> Answer:
    facts.only("kind", "name", "expect", "orientation").require("orientation")
    record = _orientation_record(facts.part("orientation"))
    missing = orientation.topics_missing(record)
    problems = orientation.orientation_problems(record)
    topics = dict.fromkeys(orientation.topic_section(topic) for topic in missing)
    grounds = dict.fromkeys(
        orientation.problem_section(problem)
        for problem in problems or tuple(orientation.OrientationProblem)
    )
    hours = cited(ORIENTATION_HOURS)
    return _with_sources(
        {
            "hours": (_hours(orientation.minutes_done(record)), hours),
            "hours_missing": (_hours(orientation.minutes_missing(record)), hours),
            "topics_missing": (
                [topic.value for topic in missing],
                "; ".join(cited(section) for section in topics or (DECREE_TOPICS,)),
            ),
            "problems": ([problem.value for problem in problems], cited(*grounds)),
            "complete": (orientation.orientation_complete(record), hours),
        }
    )


def _orientation_record(given: Facts) -> orientation.OrientationRecord:
    given.only(
        "meetings", "self_study", "self_study_ground", "interpreted_ground", "remote_unsuitable"
    )
    return orientation.OrientationRecord(
        meetings=tuple(_meeting(part) for part in given.parts("meetings")),
        self_study=tuple(
            orientation.SelfStudy(part.count("minutes"), part.choices("topics", orientation.Topic))
            for part in (row.only("minutes", "topics") for row in given.parts("self_study"))
        ),
        self_study_ground=given.ground("self_study_ground"),
        interpreted_ground=given.ground("interpreted_ground"),
        remote_unsuitable=given.flag("remote_unsuitable"),
    )


def _meeting(given: Facts) -> orientation.Meeting:
    given.only("minutes", "topics", "present", "form", "interpreted").require("present")
    minutes = given.count("minutes")
    if minutes > MINUTES_IN_DAY:
        given.refuse("minutes")
    form = given.values.get("form")
    if form not in (None, "contact", "remote"):
        given.refuse("form")
    return orientation.Meeting(
        minutes=minutes,
        topics=given.choices("topics", orientation.Topic),
        present=given.flag("present"),
        remote=form == "remote",
        interpreted=given.flag("interpreted"),
    )


def _hours(minutes: int) -> str:
    """Write minutes as hours with two decimals."""
    return str((Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _with_sources(found: Mapping[str, tuple[object, str]]) -> Answer:
    """Return the values, and the source of every one that is not None."""
    values: Answer = {key: value for key, (value, _) in found.items()}
    sources = {key: source for key, (value, source) in found.items() if value is not None}
    return values | {"sources": sources}
