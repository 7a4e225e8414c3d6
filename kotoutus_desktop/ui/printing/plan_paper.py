"""From a plan in the file to its paper: the frozen case once agreed, the draft before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.casefile import read_case
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.register import get_client, get_officer, the_office
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, read_language
from kotoutus_desktop.phrases.library import Library

if TYPE_CHECKING:
    from kotoutus_desktop.models.database import Database

BOTH, OFFICIAL, OTHER = "both", "official", "other"


@dataclass(frozen=True)
class PaperChoice:
    """Which paper is wanted.

    `official` is fi or sv; `other` the client's language, "" for none; `columns` BOTH,
    OFFICIAL or OTHER. `in_english` lets English stand in where the client's language lacks a text.
    """

    official: str
    other: str
    columns: str = BOTH
    with_identity_code: bool = False
    large: bool = False
    in_english: bool = False

    @property
    def languages(self) -> list[str]:
        """The languages on the paper, the first column first."""
        if not self.other or self.columns == OFFICIAL:
            return [self.official]
        return [self.other] if self.columns == OTHER else [self.official, self.other]


def offered_language(service_language: str, official: str) -> str:
    """Return the language in which papers exist for the client, "" for none.

    Kurmanji is `ku` on paper; nobody is offered another language than the one they chose.
    """
    language = read_language(service_language)
    return language if language in CLIENT_LANGUAGES and language != official else ""


@dataclass(frozen=True)
class PlanRecords:
    """What the paper of a plan is made of."""

    office: Office
    officer: Officer
    client: Client
    plan: Plan
    library: Library
    draft: bool


def plan_records(database: "Database", client_id: UUID, plan_id: UUID) -> PlanRecords:
    """Return the records of a plan: of an agreed one as they were when it was agreed.

    So its paper is the same for ever; only what comes after (the copy given) is not on it.
    """
    with database.reading() as session:
        client = get_client(session, client_id)
        plan = next(each for each in client.plans if each.id == plan_id)
        office = the_office(session)
        officer = get_officer(session, plan.officer_id or client.officer_id or office.id)
        phrases = office_library(session)
    if plan.frozen_case is None:
        return PlanRecords(office, officer, client, plan, phrases, draft=not plan.is_frozen)
    case = read_case(plan.frozen_case, frozen=True)
    assert case.plan is not None, "a frozen case holds its plan"
    case.client.restricted = case.client.hides_place or client.hides_place  # since, as it may be
    return PlanRecords(case.office, case.officer, case.client, case.plan, case.library, draft=False)


def edition_of(choice: PaperChoice) -> Edition:
    """Return a choice as the documents take it."""
    other = choice.other if choice.columns != OFFICIAL else ""
    return {
        "official": choice.official,
        "other": other or None,
        "only_other": choice.columns == OTHER,
        "with_identity_code": choice.with_identity_code,
        "large": choice.large,
        "in_english": choice.in_english,
    }


def sheet_of_plan(
    database: "Database", client_id: UUID, plan_id: UUID, choice: PaperChoice
) -> Sheet:
    """Return what is printed of a plan."""
    records = plan_records(database, client_id, plan_id)
    edition: Edition = {
        **edition_of(choice),
        "draft": records.draft,
        "library": records.library,
    }
    return plan_sheet(records.office, records.officer, records.client, records.plan, **edition)
