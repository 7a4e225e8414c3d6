"""What stands around the rows of a plan: which one it is, how it was accepted, who signs."""

from kotoutus_desktop.documents.frame import whose
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Signature
from kotoutus_desktop.documents.said import Day, Plain, Said, Words
from kotoutus_desktop.documents.words import HEAD, SIGNATURES
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.circumstances import GuardianKind
from kotoutus_desktop.models.plan import Acceptance, Plan

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


def which_plan(plan: Plan) -> Words:
    """Return the number of the plan."""
    return Words(HEAD.number, {"number": Plain(str(plan.number))})


def facts(source: PlanSource, *, with_identity_code: bool) -> tuple[Said, ...]:
    """Return which plan it is, for what time, and whose."""
    plan = source.plan
    stated: list[Said] = [which_plan(plan)]
    if plan.starts_on and plan.ends_on:
        validity = {"start": Day(plan.starts_on), "end": Day(plan.ends_on)}
        stated.append(Words(HEAD.validity, validity))
    if plan.made_on and plan.made_on != plan.starts_on:
        stated.append(Words(HEAD.made_on, {"date": Day(plan.made_on)}))
    stated += whose(source.client, with_identity_code=with_identity_code)
    if plan.county_joined:
        stated.append(Words(HEAD.county_joined))
    return tuple(stated)


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
    plan, lines = source.plan, client_signatures(source)
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


def client_signatures(source: PlanSource) -> list[Signature]:
    """Return the client's line, and those of the guardians of a minor."""
    client = source.client
    lines = [Signature(Words(SIGNATURES.client), client.full_name or client.own_script_name)]
    if source.client_is_minor:
        lines += [
            Signature(Words(_GUARDIANS[guardian.kind]), guardian.name)
            for guardian in client.guardians
        ]
    return lines
