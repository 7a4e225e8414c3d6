"""Who has which task of the Act for one person, and in which register it is kept.

The Act gives its tasks to the municipality; § 3(1) moves those of §§ 12-32 a to the employment
authority for a jobseeker, §§ 33-35 give an unaccompanied child to the wellbeing services county.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.due import TO_ASSESS
from kotoutus_desktop.rules.entitlement import (
    assessment_duty,
    authority,
    authority_section,
    duty_section,
    is_unaccompanied,
)
from kotoutus_desktop.rules.facts import AssessmentDuty, Authority, Person
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.registers import Register, must_be_stored_nationally, register_of
from kotoutus_desktop.rules.section import (
    DELEGATION,
    GUIDANCE,
    HOUSING_BY_COUNTY,
    JOBSEEKERS_AUTHORITY,
    MUNICIPAL_PLACE_HOUSING,
    NEED_FOR_PLAN,
    NO_HOUSING_DUTY,
    ORIENTATION_LANGUAGE,
    REPRESENTATIVE_APPLICATION,
    RIGHT_TO_SUPPORT,
    STORAGE_DUTY,
    STORAGE_START,
    STORED_GUIDANCE,
    SUPPORT,
    TRAINING_OF_JOBSEEKER,
    TRAINING_OFFERED,
    Section,
)
from kotoutus_desktop.rules.training import training_barred

FULL_AGE = 18


class Body(StrEnum):
    """Who can have a task of the Act."""

    MUNICIPALITY = "municipality"
    EMPLOYMENT_AUTHORITY = "employment_authority"
    WELLBEING_COUNTY = "wellbeing_county"


class Task(StrEnum):
    """The tasks that a counsellor asks about, in the order in which a person meets them."""

    GUIDANCE = "guidance"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    ORIENTATION = "orientation"
    TRAINING = "training"
    HOUSING = "housing"
    REPRESENTATIVE = "representative"
    SUPPORT = "support"


class Bearing(StrEnum):
    """How far a task bears on the person today."""

    NOW = "now"
    IF_JUDGED = "if_judged"  # once somebody has judged that it is needed (§ 14(1) point 4)
    MAY = "may"  # allowed, no duty (§ 14(6))
    IF_NEEDED = "if_needed"  # if the assessment shows the need (§ 16)
    WITH_PLAN = "with_plan"  # from the day on which a plan is valid (§ 5 point 5)
    IF_DIRECTED = "if_directed"  # if the person was directed to a municipal place (§ 43)
    APPOINTED = "appointed"  # done already: a representative acts
    NOT = "not"  # this Act gives nobody the task for this person


class Kept(StrEnum):
    """What is kept in a register."""

    ASSESSMENT_AND_PLAN = "assessment_and_plan"
    GUIDANCE = "guidance"


class Force(StrEnum):
    """Why something is kept there."""

    DUTY = "duty"
    VOLUNTARY = "voluntary"  # until the duty begins (§ 102(4))
    PRACTICE = "practice"  # of the KEHA centre; the Act does not name the register
    NO_CONSENT = "no_consent"  # without consent: a number without a name


@dataclass(frozen=True)
class Situation:
    """What the guide asks about a person, real or supposed.

    `directed`: to a municipal place (§ 43), None where it is not known. `guardian` and
    `representative`: one acts for the child in Finland.
    """

    person: Person
    on: date
    delegates: bool = False
    plan_valid: bool = False
    directed: bool | None = None
    guardian: bool = False
    representative: bool = False
    compulsory_education: bool = False


@dataclass(frozen=True)
class Responsibility:
    """Who has a task: `bodies` is empty where this Act gives it to nobody.

    `section` is about the task; `also` is a second section that decides who has it, or for how
    long, None where there is none.
    """

    task: Task
    bodies: tuple[Body, ...]
    section: Section
    bearing: Bearing = Bearing.NOW
    also: Section | None = None


@dataclass(frozen=True)
class Keeping:
    """Where something is kept, and why; `register` None means: as a number without a name."""

    kept: Kept
    register: Register | None
    section: Section
    force: Force


def responsibilities(situation: Situation) -> list[Responsibility]:
    """Return who has each task, in the order of `Task`.

    A representative and support (§§ 34-35) are there only for children and young people of
    § 2(6).

    Source: 681/2023 § 3(1), § 8, § 10(1), § 14(1), § 16, § 25(1), § 27, §§ 33-35, § 44.
    """
    found = [
        _guidance(situation),
        _assessment(situation),
        _plan(situation),
        _orientation(situation),
        _training(situation),
        _housing(situation),
        *_child(situation),
    ]
    return sorted(found, key=lambda each: list(Task).index(each.task))


def _guidance(situation: Situation) -> Responsibility:
    """The municipality's, also for a jobseeker: § 3(1) does not reach § 10."""
    if situation.delegates:
        bodies = (Body.EMPLOYMENT_AUTHORITY,)
        return Responsibility(Task.GUIDANCE, bodies, GUIDANCE, also=DELEGATION)
    return Responsibility(Task.GUIDANCE, (Body.MUNICIPALITY,), GUIDANCE)


def _assessment(situation: Situation) -> Responsibility:
    duty = assessment_duty(situation.person, situation.on)
    bearing = {
        AssessmentDuty.MUST: Bearing.NOW,
        AssessmentDuty.JUDGE_NEED: Bearing.IF_JUDGED,
        AssessmentDuty.MAY: Bearing.MAY,
    }.get(duty, Bearing.NOT)
    return _of_chapter_2(situation, Task.ASSESSMENT, duty_section(duty), bearing)


def _plan(situation: Situation) -> Responsibility:
    entitled = Bearing.IF_NEEDED if _may_be_assessed(situation) else Bearing.NOT
    bearing = Bearing.NOW if situation.plan_valid else entitled
    return _of_chapter_2(situation, Task.PLAN, NEED_FOR_PLAN, bearing)


def _orientation(situation: Situation) -> Responsibility:
    bearing = _with_plan(situation)
    return _of_chapter_2(situation, Task.ORIENTATION, ORIENTATION_LANGUAGE, bearing)


def _training(situation: Situation) -> Responsibility:
    barred = training_barred(compulsory_education=situation.compulsory_education)
    if barred is not None:
        return Responsibility(Task.TRAINING, (), barred, Bearing.NOT)
    seeks = situation.person.jobseeker is not None
    section = TRAINING_OF_JOBSEEKER if seeks else TRAINING_OFFERED
    return _of_chapter_2(situation, Task.TRAINING, section, _with_plan(situation))


def _of_chapter_2(
    situation: Situation, task: Task, section: Section, bearing: Bearing
) -> Responsibility:
    """A task of §§ 12-32 a: of the municipality, or of the employment authority (§§ 3, 8)."""
    if bearing is Bearing.NOT:
        return Responsibility(task, (), section, bearing)
    acting = authority(situation.person, delegates=situation.delegates)
    by = authority_section(situation.person, delegates=situation.delegates)
    moved = by in (JOBSEEKERS_AUTHORITY, DELEGATION)
    return Responsibility(task, (_body(acting),), section, bearing, by if moved else None)


def _body(acting: Authority) -> Body:
    seeks = acting is Authority.EMPLOYMENT_AUTHORITY
    return Body.EMPLOYMENT_AUTHORITY if seeks else Body.MUNICIPALITY


def _may_be_assessed(situation: Situation) -> bool:
    return assessment_duty(situation.person, situation.on) in TO_ASSESS


def _with_plan(situation: Situation) -> Bearing:
    if situation.plan_valid:
        return Bearing.NOW
    return Bearing.WITH_PLAN if _may_be_assessed(situation) else Bearing.NOT


def _housing(situation: Situation) -> Responsibility:
    """The county's for a child without a guardian, the municipality's at a municipal place."""
    if _is_child_alone(situation):
        return Responsibility(Task.HOUSING, (Body.WELLBEING_COUNTY,), HOUSING_BY_COUNTY)
    if situation.person.protection is None or situation.directed is False:
        return Responsibility(Task.HOUSING, (), MUNICIPAL_PLACE_HOUSING, Bearing.NOT)
    bearing = Bearing.NOW if situation.directed else Bearing.IF_DIRECTED
    young = is_unaccompanied(situation.person, situation.on)
    unless = NO_HOUSING_DUTY if young else None
    return Responsibility(
        Task.HOUSING, (Body.MUNICIPALITY,), MUNICIPAL_PLACE_HOUSING, bearing, unless
    )


def _is_child_alone(situation: Situation) -> bool:
    """Tell whether it is a child of § 2(6) without a guardian; an unknown age counts as such."""
    person = situation.person
    child = person.came_unaccompanied and is_under(person.born, FULL_AGE, situation.on) is not False
    return child and not situation.guardian


def _child(situation: Situation) -> list[Responsibility]:
    found = []
    county = (Body.WELLBEING_COUNTY,)
    if _is_child_alone(situation):
        bearing = Bearing.APPOINTED if situation.representative else Bearing.NOW
        section = REPRESENTATIVE_APPLICATION
        found.append(Responsibility(Task.REPRESENTATIVE, county, section, bearing))
    if is_unaccompanied(situation.person, situation.on):
        both = (*county, Body.MUNICIPALITY)
        found.append(Responsibility(Task.SUPPORT, both, SUPPORT, also=RIGHT_TO_SUPPORT))
    return found


def keepings(situation: Situation) -> list[Keeping]:
    """Return where assessment, plan and guidance are kept.

    The register of a jobseeker is the practice of the KEHA centre; § 76(1) names jobseekers
    among those whose data the municipality stores, and is therefore given beside it.

    Source: 681/2023 § 3(1), § 76(1), § 102(4); Decree 874/2024 § 4(1).
    """
    guidance = Keeping(Kept.GUIDANCE, None, STORED_GUIDANCE, Force.NO_CONSENT)
    if not situation.plan_valid and not _may_be_assessed(situation):
        return [guidance]
    duty = must_be_stored_nationally(situation.on)
    section, force = (STORAGE_DUTY, Force.DUTY) if duty else (STORAGE_START, Force.VOLUNTARY)
    national = Keeping(Kept.ASSESSMENT_AND_PLAN, Register.KOTO_AJ, section, force)
    if register_of(situation.person) is Register.KOTO_AJ:
        return [national, guidance]
    services = Keeping(
        Kept.ASSESSMENT_AND_PLAN, Register.A_TMT, JOBSEEKERS_AUTHORITY, Force.PRACTICE
    )
    return [services, national, guidance]
