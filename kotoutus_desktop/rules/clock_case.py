"""The facts of a `clock` case: a person, the municipality, plans, extensions, obstacles."""

from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.rules.case_facts import Facts
from kotoutus_desktop.rules.editions import IN_FORCE
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Extension,
    Jobseeker,
    Obstacle,
    Person,
    Prolongation,
    Protection,
    RightOfResidence,
)

PERSON_KEYS = (
    "born",
    "right_of_residence",
    "first_granted",
    "jobseeker",
    "protection",
    "home_care_allowance",
    "social_assistance_not_temporary",
    "came_unaccompanied",
    "trafficking_victim",
    "reached_on",
    "asked_or_contacted",
    "judged_to_need",
    "first_home_municipality",
)


@dataclass(frozen=True)
class ClockCase:
    """What a `clock` case tells; `on` is the day of asking."""

    on: date
    person: Person
    delegates: bool
    plans: tuple[AgreedPlan, ...]
    prolongation: Prolongation


def clock_case(facts: Facts) -> ClockCase:
    """Read a `clock` case. Raises ImpossibleFact."""
    facts.only(
        "kind",
        "name",
        "expect",
        "on",
        "person",
        "municipality",
        "plans",
        "extension",
        "obstacles",
    ).require("person")
    on = facts.day("on")
    if on < IN_FORCE:
        facts.refuse("on")  # before the Act
    municipality = facts.part("municipality").only("delegates_to_employment_authority")
    return ClockCase(
        on=on,
        person=_person(facts.part("person"), on),
        delegates=municipality.flag("delegates_to_employment_authority"),
        plans=tuple(_plan(part) for part in facts.parts("plans")),
        prolongation=Prolongation(
            extension=facts.choice("extension", Extension),
            obstacles=tuple(_obstacle(part) for part in facts.parts("obstacles")),
        ),
    )


def _person(given: Facts, on: date) -> Person:
    given.only(*PERSON_KEYS).require("born", "right_of_residence")
    right = given.choice("right_of_residence", RightOfResidence)
    if right is not RightOfResidence.NONE:
        given.require("first_granted")
    born = given.day("born")
    first_granted = given.day_or_none("first_granted")
    if born > on:
        given.refuse("born")
    if first_granted is not None and not born <= first_granted <= on:
        given.refuse("first_granted")
    return Person(
        born=born,
        right_of_residence=right or RightOfResidence.NONE,
        first_granted=first_granted,
        jobseeker=given.choice("jobseeker", Jobseeker),
        protection=given.choice("protection", Protection),
        home_care_allowance=given.flag("home_care_allowance"),
        social_assistance_not_temporary=given.flag("social_assistance_not_temporary"),
        came_unaccompanied=given.flag("came_unaccompanied"),
        trafficking_victim=given.flag("trafficking_victim"),
        reached_on=given.day_or_none("reached_on"),
        asked_or_contacted=given.flag("asked_or_contacted"),
        judged_to_need=given.flag_or_none("judged_to_need"),
        first_home_municipality=given.day_or_none("first_home_municipality"),
    )


def _plan(given: Facts) -> AgreedPlan:
    given.only("made", "ends", "reviewed", "services")
    plan = AgreedPlan(
        made=given.day("made"),
        ends=given.day("ends"),
        reviewed=given.days("reviewed"),
        services=tuple(_service(part) for part in given.parts("services")),
    )
    if plan.ends < plan.made:
        given.refuse("ends")
    for index, reviewed in enumerate(plan.reviewed):
        if reviewed < plan.made:
            given.refuse(f"reviewed[{index}]")
    return plan


def _service(given: Facts) -> AgreedService:
    given.only("name", "referred")
    return AgreedService(given.text("name"), given.day_or_none("referred"))


def _obstacle(given: Facts) -> Obstacle:
    given.only("from", "to")
    obstacle = Obstacle(given.day("from"), given.day("to"))
    if obstacle.last < obstacle.first:
        given.refuse("to")
    return obstacle
