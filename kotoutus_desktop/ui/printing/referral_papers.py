"""Papers of a referral: the letter, the client's copy, the school's sheet."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.casework.referrals.making import facts_of
from kotoutus_desktop.casework.register import get_client, get_officer, the_office
from kotoutus_desktop.casework.training.levels import entry_levels
from kotoutus_desktop.casework.training.periods import trainings_of
from kotoutus_desktop.documents.referral_copy import referral_copy_sheet
from kotoutus_desktop.documents.referral_letter import ReferralLetter, referral_letter_sheet
from kotoutus_desktop.documents.school_sheet import SchoolSheet, school_sheet
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.models.training import Skill
from kotoutus_desktop.phrases.render import written_date
from kotoutus_desktop.rules.referrals import Ground, tells_place
from kotoutus_desktop.ui.labels import LABELS
from kotoutus_desktop.ui.printing.paper_kinds import OF_A_REFERRAL, PaperKind

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.database import Database


def referral_of_focus(focus: str) -> UUID | None:
    """Return the referral that a focus such as "school_sheet:0190…" names, None for others."""
    kind, _colon, key = focus.partition(":")
    return UUID(key) if key and kind in OF_A_REFERRAL else None


def referral_papers(database: "Database", client_id: UUID, referral_id: UUID) -> list[PaperKind]:
    """Return the papers of a referral: no letter goes where nothing is given."""
    with database.reading() as session:
        ground = _referral(get_client(session, client_id), referral_id).ground
    letter = [] if ground is Ground.CLIENT_ONLY else [PaperKind.REFERRAL]
    sheet = [PaperKind.SCHOOL_SHEET] if ground is Ground.PRODUCER else []
    return [*letter, PaperKind.REFERRAL_COPY, *sheet]


def referral_sheet(
    database: "Database",
    kind: PaperKind,
    asked: tuple[UUID, UUID, UUID],
    edition: Edition,
) -> Sheet:
    """Return a paper of OF_A_REFERRAL; `asked` is client, counsellor at the desk and referral.

    Whether it tells where the client is the rules say, by the ground of that very referral.
    """
    client_id, officer_id, referral_id = asked
    with database.reading() as session:
        client, office = get_client(session, client_id), the_office(session)
        referral = _referral(client, referral_id)
        officer = get_officer(session, referral.officer_id or client.officer_id or officer_id)
        phrases = office_library(session)
        tested = entry_levels(trainings_of(session, client_id))
    told = tells_place(facts_of(client, referral, referral.made_on))
    plan = plan_in_force(client, referral.made_on)
    large = edition.get("large", False)
    if kind is PaperKind.REFERRAL_COPY:
        wanted: Edition = {**edition, "library": phrases, "with_identity_code": False}
        return referral_copy_sheet(office, officer, client, referral, tells_place=told, **wanted)
    source = Source(office, officer, client, edition["official"], phrases)
    if kind is PaperKind.REFERRAL:
        return referral_letter_sheet(ReferralLetter(source, referral, plan, told, large))
    done = [each for each in client.assessments if each.completed_on]
    return school_sheet(
        SchoolSheet(
            source=source,
            referral=referral,
            plan=plan,
            assessment=done[-1] if done else None,
            levels=_levels(tested, edition["official"]),
            tells_place=told,
            with_identity_code=edition.get("with_identity_code", False),
            large=large,
        )
    )


def _levels(tested: list[tuple[date, Skill, str]], official: str) -> tuple[str, ...]:
    """Return tested levels in words: "Lukeminen A1.2 (12.1.2026)"."""
    said = interface_catalog(official).gettext
    return tuple(
        f"{said(LABELS[Skill][skill])} {_level(level, said)} ({written_date(day, official)})"
        for day, skill, level in tested
    )


def _level(code: str, said: Callable[[str], str]) -> str:
    return said(N_("not tested")) if code == "not_assessed" else code


def _referral(client: "Client", referral_id: UUID) -> Referral:
    return next(each for each in client.referrals if each.id == referral_id)
