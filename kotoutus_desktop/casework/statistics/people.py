"""The clients of a period, each on one line of every table about clients, as SQL.

A statement here has four columns: client, line, part and day.
"""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Exists,
    Integer,
    Select,
    String,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    Contact,
    JobseekerPeriod,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.statistics import (
    AGE_BANDS,
    SEPARATE,
    UNKNOWN,
    Line,
    Part,
    Period,
    TargetGroup,
    Topic,
    age_band,
    born_latest,
)
from kotoutus_desktop.rules.statistics import CLIENTS as TOPICS

Events = Select[Any]
CODE_LENGTH, NUMBER_FROM, LAST_DIGIT = 11, 8, 10  # of an identity code, counted from one
TEMPORARY = "9"


def people_of(period: Period) -> CTE:
    """Return the clients whose relationship was open on a day of the period.

    Whoever became known in the period is new. The day is that of the first contact, else of
    the registration.
    """
    known = known_on()
    return (
        select(
            Client.id.label("client_id"),
            known.label("day"),
            case((known >= period.first, Part.NEW.value), else_=Part.BEFORE.value).label("part"),
            _group().label(Topic.GROUP),
            _age(period).label(Topic.AGE),
            _sex().label(Topic.SEX),
            Client.service_language.label(Topic.SERVICE_LANGUAGE),
            Client.mother_tongue.label(Topic.MOTHER_TONGUE),
            case((Client.hides_place, UNKNOWN), else_=Client.home_municipality).label(
                Topic.MUNICIPALITY
            ),
            *(Client.protection, Client.trafficking_victim, Client.came_unaccompanied),
        )
        .where(
            or_(known.is_(None), known <= period.last),
            or_(Client.closed_on.is_(None), Client.closed_on >= period.first),
            *lives_in(period),
        )
        .cte("people")
        .prefix_with("MATERIALIZED")  # or each table would look for everybody again
    )


def people_events(people: CTE, period: Period) -> dict[Topic, Events]:
    """Return for each table about clients who stands on which line."""
    found = {
        topic: select(
            people.c.client_id, people.c[topic].label("line"), people.c.part, people.c.day
        )
        for topic in TOPICS
        if topic not in SEPARATE
    }
    return {**found, Topic.TARGET_GROUP: _target_groups(people, period)}


def known_on() -> ColumnElement[Any]:
    """Return the day on which the office came to know a client, None where it is not known."""
    first = (
        select(func.min(Contact.learned_on))
        .where(Contact.client_id == Client.id)
        .correlate(Client)
        .scalar_subquery()
    )
    return type_coerce(func.coalesce(first, func.date(Client.created_at)), Date)


def lives_in(period: Period) -> list[ColumnElement[bool]]:
    """Return the conditions of a chosen municipality; none for all."""
    if not period.municipality:
        return []
    return [Client.home_municipality == period.municipality, ~Client.hides_place]


def text(column: Any) -> ColumnElement[str]:
    """Return a column of an enum as the text that is stored."""
    return type_coerce(column, String)


def _group() -> ColumnElement[str]:
    """Return the ground of protection, or where there is none the right of residence."""
    temporary = Line.TEMPORARY_PROTECTION.value
    return case(
        (Client.residence_ground == temporary, temporary),
        else_=func.coalesce(text(Client.protection), text(Client.right_of_residence), UNKNOWN),
    )


def _age(period: Period) -> ColumnElement[str]:
    """Return the band of the age on the last day of the period."""
    grown = [
        (Client.born <= born_latest(first, period.last), age_band(first, last))
        for first, last in reversed(AGE_BANDS[1:])
    ]
    return case((Client.born.is_(None), UNKNOWN), *grown, else_=age_band(*AGE_BANDS[0]))


def _sex() -> ColumnElement[str]:
    """Return what the number in the identity code tells: odd is male, even is female.

    Nobody is asked. Temporary codes tell nothing: offices make them. Source: Decree 128/2010 § 2.
    """
    code = Client.identity_code
    digit = cast(func.substr(code, LAST_DIGIT, 1), Integer)
    return case(
        (func.coalesce(func.length(code), 0) != CODE_LENGTH, UNKNOWN),
        (func.substr(code, NUMBER_FROM, 1) == TEMPORARY, UNKNOWN),
        (digit % 2 == 1, Line.MALE.value),
        else_=Line.FEMALE.value,
    )


def _target_groups(people: CTE, period: Period) -> Events:
    conditions: dict[TargetGroup, ColumnElement[bool]] = {
        TargetGroup.HOME_CARE_ALLOWANCE: _receives(
            people, period, BenefitPeriod.kind == BenefitKind.HOME_CARE_ALLOWANCE
        ),
        TargetGroup.UNEMPLOYED: _during(
            JobseekerPeriod, people, period, JobseekerPeriod.unemployed.is_(True)
        ),
        TargetGroup.SOCIAL_ASSISTANCE: _receives(
            people,
            period,
            BenefitPeriod.kind == BenefitKind.SOCIAL_ASSISTANCE,
            BenefitPeriod.not_temporary.is_(True),
        ),
        TargetGroup.QUOTA_REFUGEE: people.c.protection == Protection.QUOTA_REFUGEE,
        TargetGroup.TRAFFICKING_VICTIM: people.c.trafficking_victim.is_(True),
        TargetGroup.UNACCOMPANIED: people.c.came_unaccompanied.is_(True),
    }
    groups = union_all(
        *(
            select(
                people.c.client_id, literal(group.value).label("line"), people.c.part, people.c.day
            ).where(condition)
            for group, condition in conditions.items()
        )
    ).subquery()
    return select(groups.c.client_id, groups.c.line, groups.c.part, groups.c.day)


def _receives(people: CTE, period: Period, *conditions: ColumnElement[bool]) -> Exists:
    return _during(BenefitPeriod, people, period, *conditions)


def _during(
    kind: type[BenefitPeriod] | type[JobseekerPeriod],
    people: CTE,
    period: Period,
    *conditions: ColumnElement[bool],
) -> Exists:
    """Return the condition that a client has a time of a kind which touches the period."""
    return exists().where(
        kind.client_id == people.c.client_id,
        kind.starts_on <= period.last,
        or_(kind.ends_on.is_(None), kind.ends_on >= period.first),
        *conditions,
    )
