"""Why something is due, asked or warned of: an event, a sum, a section, and who says so.

Pure data. The words for it are the interface's; the sums are made in `reckoning`.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from kotoutus_desktop.rules.due import Basis, StepKind
from kotoutus_desktop.rules.editions import EDITION_OF_ACT
from kotoutus_desktop.rules.months import add_months
from kotoutus_desktop.rules.section import Section


class EventKind(StrEnum):
    """What a date runs from."""

    FIRST_GRANTED = "first_granted"
    LEARNED_OF_PERSON = "learned_of_person"
    CONTACT_MADE = "contact_made"
    ASSESSMENT_COMPLETED = "assessment_completed"
    PLAN_DATE_SET = "plan_date_set"
    FIRST_PLAN_MADE = "first_plan_made"
    PLAN_MADE = "plan_made"
    PLAN_DRAFTED = "plan_drafted"
    PLAN_REVIEWED = "plan_reviewed"
    PLAN_ENDS = "plan_ends"
    BORN = "born"
    FIRST_HOME_MUNICIPALITY = "first_home_municipality"
    BOOKED_TIME = "booked_time"


class TermKind(StrEnum):
    """What is added to the event."""

    ENTITLEMENT = "entitlement"
    FIRST_PLAN = "first_plan"
    ALL_PLANS = "all_plans"
    SPECIAL_MEASURES = "special_measures"
    HOME_CARE_PART_TIME = "home_care_part_time"
    OBSTACLES = "obstacles"
    STUDIES = "studies"
    REFERRAL = "referral"
    REVIEW = "review"
    OWN_TARGET = "own_target"
    PREPARING = "preparing"
    AGE = "age"
    REIMBURSEMENT = "reimbursement"
    PAYING = "paying"


class Limit(StrEnum):
    """Days that bind a case whatever is done next."""

    ENTITLEMENT = "entitlement"
    FIRST_PLAN_END = "first_plan_end"
    ALL_PLANS_END = "all_plans_end"


class Change(StrEnum):
    """What would move the date, or take the matter off the list."""

    FIRST_DAY = "first_day"
    REACHED_LATE = "reached_late"
    START = "start"
    PLAN = "plan"
    JUDGEMENT = "judgement"
    TARGET = "target"
    HANDLED = "handled"
    PLANNED_DATE = "planned_date"
    REFERRED = "referred"
    REVIEWED = "reviewed"
    LIFE_CHANGED = "life_changed"
    CLIENT_ASKS = "client_asks"
    NEXT_PLAN = "next_plan"
    GUIDED_ONWARD = "guided_onward"
    EXTENSION = "extension"
    OBSTACLE = "obstacle"
    STUDIES = "studies"
    EMPLOYMENT_PLAN = "employment_plan"
    BIRTH_DATE = "birth_date"
    HOME_DAY = "home_day"
    PROTECTION = "protection"


class Doubt(StrEnum):
    """What is not certain about it; shown, never hidden."""

    COUNTING = "counting"  # whether a last day on a holiday moves: the earlier day is given
    ADDED_UP = "added_up"  # that extension and obstacles add up is inferred from "also"
    GUIDANCE = "guidance"  # from the authorities' guidance, not from the Act
    INFERRED = "inferred"  # follows from the words of the Act, but is not said in them
    EDITION = "edition"  # how later acts changed that statute was not read
    ENDS_WITH_STUDIES = "ends_with_studies"  # § 31(2) sets no day


@dataclass(frozen=True)
class Event:
    """What happened on a day; `number` is that of a plan, None for the others."""

    kind: EventKind
    day: date
    number: int | None = None


@dataclass(frozen=True)
class Term:
    """A length that is added: months, or days; days before the event are negative."""

    kind: TermKind
    months: int = 0
    days: int = 0


@dataclass(frozen=True)
class Reason:
    """Why something is due or asked.

    `subject` is the step or limit that is explained, None for a field or a note. `result` is
    None where no day is set; `without_delay` tells that the Act says just that. `sections`
    begins with the one that decides. `basis` is who says so.
    """

    sections: tuple[Section, ...]
    subject: StepKind | Limit | None = None
    basis: Basis = Basis.STATUTORY
    event: Event | None = None
    terms: tuple[Term, ...] = ()
    result: date | None = None
    without_delay: bool = False
    changed_by: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def section(self) -> Section:
        """The section that decides."""
        return self.sections[0]

    @property
    def edition(self) -> date | None:
        """First day of the edition of the law that was applied; None where it is not known."""
        return EDITION_OF_ACT.get(self.section.act)


def of_draft(reason: Reason, made: date) -> Reason:
    """Return a reason whose event is the making of a plan that is not agreed yet."""
    if reason.event is None or reason.event.day != made:
        return reason
    return replace(reason, event=Event(EventKind.PLAN_DRAFTED, made))


def add_up(event: Event, terms: tuple[Term, ...]) -> date:
    """Return the day that the sum gives.

    Months that follow each other are counted as one period, as the law counts an extension.
    """
    day = event.day
    for _unit, group in groupby(terms, key=lambda term: bool(term.months)):
        run = list(group)
        day = add_months(day, sum(term.months for term in run))
        day += timedelta(days=sum(term.days for term in run))
    return day
