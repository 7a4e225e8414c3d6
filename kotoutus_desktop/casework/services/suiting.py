"""Which services of the catalogue a client's sheet tells about."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.casework.services.catalogue import offered_services
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.models.service import Service, known_groups, known_points
from kotoutus_desktop.rules.facts import Jobseeker, Protection
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup

GOES_ON = {MeasureState.AGREED, MeasureState.STARTED}


@dataclass(frozen=True)
class ClientServices:
    """Services that the client's plan names, and others on offer that suit the client."""

    planned: list[Service]
    others: list[Service]


def groups_of(client: Client, on: date) -> frozenset[TargetGroup]:
    """Return the target groups that a client belongs to on a day.

    Source: 681/2023 § 14(1), § 2(6).
    """
    person = person_facts(client, on)
    belongs = {
        TargetGroup.HOME_CARE: person.home_care_allowance,
        TargetGroup.JOBSEEKERS: person.jobseeker is Jobseeker.UNEMPLOYED,
        TargetGroup.SOCIAL_ASSISTANCE: person.social_assistance_not_temporary,
        TargetGroup.QUOTA_REFUGEES: person.protection is Protection.QUOTA_REFUGEE,
        TargetGroup.TRAFFICKING_VICTIMS: person.trafficking_victim,
        TargetGroup.UNACCOMPANIED: person.came_unaccompanied,
    }
    return frozenset(group for group, does in belongs.items() if does)


def services_for(session: Session, client: Client, on: date, language: str) -> ClientServices:
    """Return what a client's sheet tells: the plan's services first, none of them twice.

    A service of the plan stays on the sheet when it has ended; of the others only what is
    offered on the day, nothing that is for other groups than the client's, and no assessment
    or making of a plan where the client has one.
    """
    wanted = _planned_ids(client)
    found = session.scalars(select(Service).where(Service.id.in_(wanted)))
    by_id = {service.id: service for service in found}
    groups = groups_of(client, on)
    others = [
        service
        for service in offered_services(session, on, language)
        if service.id not in by_id and suits(service, groups) and not _is_done(service, client)
    ]
    return ClientServices([by_id[each] for each in wanted if each in by_id], others)


def suits(service: Service, groups: frozenset[TargetGroup]) -> bool:
    """Tell whether a service is for everybody or for one of these groups."""
    return not service.groups or bool(groups & set(known_groups(service.groups)))


def _is_done(service: Service, client: Client) -> bool:
    done = {ProgrammePoint.ASSESSMENT} if client.assessments else set()
    done |= {ProgrammePoint.PLAN} if client.plans else set()
    points = known_points(service.points)
    return bool(points) and points <= done


def _planned_ids(client: Client) -> list[UUID]:
    """Return the services of the latest plan that go on, in the order of the plan."""
    plan = client.plans[-1] if client.plans else None
    measures = plan.measures if plan else []
    ids = [each.service_id for each in measures if each.service_id and each.state in GOES_ON]
    return list(dict.fromkeys(ids))
