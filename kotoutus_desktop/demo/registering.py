"""A fictional client as the intake form would leave them."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.models.circumstances import (
    BenefitPeriod,
    Contact,
    DatumSource,
    Guardian,
    GuardianKind,
    JobseekerPeriod,
    ObstaclePeriod,
    SourceKind,
)
from kotoutus_desktop.models.client import Client, HouseholdRole

POSTAL_CODE, TOWN = "91600", "Utajärvi"


def new_case(person: Person, officer_id: UUID, today: date) -> Client:
    """Return a client with everything that was told at the intake."""
    client = Client(
        family_names=person.family,
        given_names=person.given,
        call_name=person.call,
        own_script_name=person.script,
        earlier_names=person.earlier,
        identity_code=person.birth.identity_code(today),
        born=person.birth.on(today),
        born_precision=person.birth.precision,
        citizenships=list(person.countries),
        safe_contact=person.safe_contact,
        other_arrangements=person.arrangements,
        non_disclosure=person.non_disclosure,
        officer_id=officer_id,
    )
    if person.non_disclosure:
        client.non_disclosure_until = today + timedelta(days=300)
    _speech(client, person)
    _stay(client, person, today)
    _home(client, person, today)
    _circumstances(client, person, today)
    return client


def add_guardians(household: Sequence[Client]) -> None:
    """Name the adults of a household as the guardians of its children."""
    adults = [member for member in household if member.household_role is HouseholdRole.ADULT]
    for child in household:
        if child.household_role is HouseholdRole.CHILD:
            child.guardians += [
                Guardian(
                    client_id=child.id,
                    kind=GuardianKind.GUARDIAN,
                    name=adult.full_name,
                    phone=adult.phone,
                    person_id=adult.id,
                )
                for adult in adults
            ]


def _ago(days: int | None, today: date) -> date | None:
    return None if days is None else today - timedelta(days=days)


def _speech(client: Client, person: Person) -> None:
    speech = person.speech
    client.mother_tongue, client.service_language = speech.tongue, speech.service
    client.other_languages, client.reads = list(speech.others), list(speech.reads)
    client.interpreter_needed, client.dialect = speech.interpreter, speech.dialect
    client.literacy, client.integration_language = speech.literacy, speech.learns


def _stay(client: Client, person: Person, today: date) -> None:
    stay, need = person.stay, person.need
    client.right_of_residence, client.residence_ground = stay.right, stay.ground
    client.first_granted = _ago(stay.granted, today)
    client.arrived_on = _ago(stay.arrived, today)
    client.permit_valid_until = today + timedelta(days=stay.valid) if stay.valid else None
    client.protection = stay.protection
    client.came_unaccompanied, client.trafficking_victim = need.unaccompanied, need.victim
    client.reached_on = _ago(need.reached, today)
    client.asked_for_assessment, client.judged_to_need = need.asked, need.judged
    client.need_reason, client.other_client_plan = need.reason, need.other_client_plan


def _home(client: Client, person: Person, today: date) -> None:
    home = person.home
    client.household_role = home.role
    client.phone, client.email = home.phone, home.email
    client.home_municipality = home.municipality
    client.first_home_municipality_on = _ago(home.since, today)
    if home.street:
        client.street, client.postal_code, client.town = home.street, POSTAL_CODE, TOWN


def _circumstances(client: Client, person: Person, today: date) -> None:
    learned = person.story.learned
    learned_on = today - timedelta(days=learned.days)
    handled_on = None
    if learned.handled_after is not None:
        handled_on = min(learned_on + timedelta(days=learned.handled_after), today)
    client.contacts = [
        Contact(
            client_id=client.id,
            learned_on=learned_on,
            channel=learned.channel,
            made_by=learned.made_by,
            consented_on=learned_on if learned.consented else None,
            outcome=learned.outcome,
            handled_on=handled_on,
            handled_by=client.officer_id if handled_on else None,
        )
    ]
    if learned.made_by:
        client.sources = [
            DatumSource(
                client_id=client.id,
                subject="residence",
                source=SourceKind.DOCUMENT,
                detail="Oleskelulupakortti",
                recorded_by=client.officer_id,
                recorded_on=learned_on,
            )
        ]
    if person.job:
        since = today - timedelta(days=person.job.since)
        client.jobseeker_periods = [
            JobseekerPeriod(client_id=client.id, starts_on=since, unemployed=person.job.unemployed)
        ]
    _benefits(client, person, today)


def _benefits(client: Client, person: Person, today: date) -> None:
    benefit, obstacle, helper = person.benefit, person.obstacle, person.helper
    if benefit:
        client.benefit_periods = [
            BenefitPeriod(
                client_id=client.id,
                kind=benefit.kind,
                starts_on=today - timedelta(days=benefit.since),
                not_temporary=benefit.not_temporary,
                reason=benefit.reason,
            )
        ]
    if obstacle:
        client.obstacle_periods = [
            ObstaclePeriod(
                client_id=client.id,
                starts_on=today - timedelta(days=obstacle.first),
                ends_on=today - timedelta(days=obstacle.last),
                kind=obstacle.kind,
            )
        ]
    if helper:
        client.guardians = [
            Guardian(
                client_id=client.id,
                kind=helper.kind,
                name=helper.name,
                phone=helper.phone,
                appointed_on=today - timedelta(days=helper.appointed),
            )
        ]
