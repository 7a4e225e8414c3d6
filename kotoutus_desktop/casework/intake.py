"""What an intake still lacks before the Act can say what the person is entitled to."""

from collections.abc import Iterator
from datetime import date

from kotoutus_desktop.casework.facts import in_force, person_facts
from kotoutus_desktop.models.circumstances import BenefitKind, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.rules.entitlement import entitlement_ends, grounds, needs_judgement
from kotoutus_desktop.rules.facts import RightOfResidence
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT,
    ASSESSMENT_NEED,
    ASSESSMENT_OF_VICTIM,
    CONTACT_CONSENT,
    SCOPE,
    Section,
)

SERVICE_LANGUAGE = Section(ACT, "73", 1, 4)
SOCIAL_ASSISTANCE = Section(ACT, "14", 1, 5)
WITHOUT_CONSENT = {ContactChannel.SELF, ContactChannel.RELATIVE, ContactChannel.ASSOCIATION}
"""Channels that are no authority: § 9 asks for consent when an authority makes the contact."""


def missing_in_intake(client: Client, today: date) -> list[Missing]:
    """Return what the right to an assessment cannot be told without, in the order of the form.

    `key` is a column of the client. Nothing here bars the way: a name is enough to register.

    Source: 681/2023 § 2(1), § 9(1), § 14(1), (6), § 73(1) point 4.
    """
    steps = (_contact(client), _language(client), _residence(client), _judgements(client, today))
    return [missing for step in steps for missing in step]


def _contact(client: Client) -> Iterator[Missing]:
    if any(c.channel not in WITHOUT_CONSENT and c.consented_on is None for c in client.contacts):
        yield Missing("contacts", CONTACT_CONSENT)


def _language(client: Client) -> Iterator[Missing]:
    if not client.service_language:
        yield Missing("service_language", SERVICE_LANGUAGE)


def _residence(client: Client) -> Iterator[Missing]:
    if client.right_of_residence is None:
        yield Missing("right_of_residence", SCOPE)
    if client.first_granted is None and client.right_of_residence is not RightOfResidence.NONE:
        yield Missing("first_granted", ASSESSMENT)


def _judgements(client: Client, today: date) -> Iterator[Missing]:
    person = person_facts(client, today)
    if needs_judgement(person, today) and not grounds(person, today):
        yield Missing("judged_to_need", ASSESSMENT_NEED)
    if client.judged_to_need is not None and not client.need_reason:
        yield Missing("need_reason", ASSESSMENT_NEED)
    ends = entitlement_ends(person)
    if client.trafficking_victim and client.reached_on is None and ends and ends < today:
        yield Missing("reached_on", ASSESSMENT_OF_VICTIM)
    received = in_force(client.benefit_periods, BenefitKind.SOCIAL_ASSISTANCE, today)
    if any(p.not_temporary is None or not p.reason for p in received):
        yield Missing("benefit_periods", SOCIAL_ASSISTANCE)
