"""What stands around the rows of a plan: letterhead, secrecy, names, signatures, notes."""

from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Letterhead, Signature
from kotoutus_desktop.documents.said import Day, Listed, Plain, Said, Words
from kotoutus_desktop.documents.words import FOOT, HEAD, SIGNATURES
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.circumstances import GuardianKind
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.plan import Acceptance
from kotoutus_desktop.rules.facts import RightOfResidence

# points of section 24(1) of the Act on the Openness of Government Activities (621/1999)
_REFUGEES_AND_PERMITS = 24
_CLIENTS_OF_EMPLOYMENT_AND_SOCIAL_SERVICES = 25
_ADDRESS_UNDER_NON_DISCLOSURE = 31

_ROLES = {
    ParticipantRole.EMPLOYMENT_AUTHORITY: SIGNATURES.employment_authority,
    ParticipantRole.GUARDIAN: SIGNATURES.guardian,
    ParticipantRole.REPRESENTATIVE: SIGNATURES.representative,
    ParticipantRole.SUPPORT_PERSON: SIGNATURES.support_person,
    ParticipantRole.OTHER: SIGNATURES.other,
}
_GUARDIANS = {
    GuardianKind.GUARDIAN: SIGNATURES.guardian,
    GuardianKind.REPRESENTATIVE: SIGNATURES.representative,
}


def letterhead(source: PlanSource) -> Letterhead:
    """Return the office in the official language."""
    office = source.office
    town = " ".join(part for part in (office.postal_code, office.town) if part)
    return Letterhead(
        name=source.official_text(office.name_fi, office.name_sv),
        unit=source.official_text(office.unit_fi, office.unit_sv),
        address=", ".join(part for part in (office.street, town) if part),
        phone=office.phone,
        email=office.email,
    )


def secrecy(source: PlanSource) -> tuple[Words, ...]:
    """Return that the paper is secret, and the points of the Act that say so."""
    points = [_CLIENTS_OF_EMPLOYMENT_AND_SOCIAL_SERVICES]
    client = source.client
    if client.protection or client.right_of_residence is RightOfResidence.PERMIT:
        points.append(_REFUGEES_AND_PERMITS)
    if source.hides_places:
        points.append(_ADDRESS_UNDER_NON_DISCLOSURE)
    listed = Listed(tuple(str(point) for point in sorted(points)))
    return Words(FOOT.secret), Words(FOOT.secret_ground, {"points": listed})


def names(source: PlanSource) -> tuple[str, ...]:
    """Return the client's name in Latin letters and in the own script."""
    client = source.client
    given = (client.full_name, client.own_script_name)
    return tuple(dict.fromkeys(name.strip() for name in given if name.strip()))


def facts(source: PlanSource, *, with_identity_code: bool) -> tuple[Said, ...]:
    """Return which plan it is, for what time, and whose."""
    client, plan = source.client, source.plan
    stated: list[Said] = [Words(HEAD.number, {"number": Plain(str(plan.number))})]
    if plan.starts_on and plan.ends_on:
        validity = {"start": Day(plan.starts_on), "end": Day(plan.ends_on)}
        stated.append(Words(HEAD.validity, validity))
    if plan.made_on and plan.made_on != plan.starts_on:
        stated.append(Words(HEAD.made_on, {"date": Day(plan.made_on)}))
    stated.append(_born(source))
    if with_identity_code and client.identity_code:
        stated.append(Plain(client.identity_code))
    if client.number:
        stated.append(Words(HEAD.client_number, {"number": Plain(client.number)}))
    if plan.county_joined:
        stated.append(Words(HEAD.county_joined))
    return tuple(stated)


def _born(source: PlanSource) -> Words:
    born = Day(source.client.born, source.client.born_precision)
    if source.client.born_precision is Precision.YEAR:
        return Words(HEAD.born_in, {"year": born})
    return Words(HEAD.born_on, {"date": born})


def statements(source: PlanSource) -> tuple[Said, ...]:
    """Return what stands over the signatures: how the client accepted the plan, the copy."""
    plan = source.plan
    stated: list[Said] = []
    if plan.acceptance is Acceptance.NOT_ACCEPTED:
        stated.append(Words(SIGNATURES.not_accepted))
    elif plan.acceptance is Acceptance.ORAL and plan.accepted_on:
        stated.append(Words(SIGNATURES.accepted_orally, {"date": Day(plan.accepted_on)}))
    else:
        stated.append(Words(SIGNATURES.agreed))
    if plan.copy_given_on:
        stated.append(Words(SIGNATURES.copy_given, {"date": Day(plan.copy_given_on)}))
    return tuple(stated)


def signatures(source: PlanSource) -> tuple[Signature, ...]:
    """Return the lines to sign on. The Act prescribes no form."""
    client, plan = source.client, source.plan
    lines = [Signature(Words(SIGNATURES.client), client.full_name or client.own_script_name)]
    if source.client_is_minor:
        lines += [
            Signature(Words(_GUARDIANS[guardian.kind]), guardian.name)
            for guardian in client.guardians
        ]
    lines.append(Signature(Words(SIGNATURES.counsellor), source.officer.name))
    present = {person.role: person.name for person in plan.participants}
    if plan.rights_interpreted or ParticipantRole.INTERPRETER in present:
        name = present.get(ParticipantRole.INTERPRETER, "")
        lines.append(Signature(Words(SIGNATURES.interpreter), name))
    if plan.county_joined or ParticipantRole.WELLBEING_COUNTY in present:
        name = present.get(ParticipantRole.WELLBEING_COUNTY, "")
        lines.append(Signature(Words(SIGNATURES.county), name))
    named = {signature.name for signature in lines}
    lines += [
        Signature(Words(_ROLES[person.role]), person.name)
        for person in sorted(plan.participants, key=lambda person: person.id)
        if person.role in _ROLES and person.name not in named
    ]
    return tuple(lines)
