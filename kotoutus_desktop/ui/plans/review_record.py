"""The review on the page: read from the file, written back to it."""

from datetime import date
from typing import Any
from uuid import UUID

from kotoutus_desktop.casework import plans, register, reviews
from kotoutus_desktop.casework.county_aside import set_aside_of
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Plan, PlanState, Review, ReviewTrigger
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.ui.workspace import Workspace

NO_PLAN = N_("There is no agreed plan to review.")


class ReviewRecord:
    """Client, plan and review as they were read; the review is changed by the form."""

    def __init__(self, workspace: Workspace, client_id: UUID, record: UUID | None) -> None:
        self.workspace, self.client_id = workspace, client_id
        self.review_id = self._find_or_begin(record)
        self.read()

    def read(self) -> None:
        """Read everything anew."""
        with self.workspace.database.reading() as session:
            self.client: Client = register.get_client(session, self.client_id)
            self.official = register.the_office(session).official_language
            self.county_aside = set_aside_of(session, self.review_id) is not None
        self.plan, self.review = _locate(self.client, self.review_id)

    def read_aside(self) -> None:
        """Read whether the prompt about the county was set aside; nothing else is read."""
        with self.workspace.database.reading() as session:
            self.county_aside = set_aside_of(session, self.review_id) is not None

    def kept(self, session: Any) -> tuple[Plan, Review]:
        """Return plan and review as they are kept in the file."""
        return _locate(register.get_client(session, self.client_id), self.review_id)

    def missing(self) -> list[Missing]:
        """Return what the decree still asks for."""
        return reviews.missing(self.plan, self.review, county_aside=self.county_aside)

    def latest_next(self) -> date | None:
        """Return the last lawful day of the next review, counted from this one."""
        held = self.review.reviewed_on or self.workspace.today()
        return plans.offered_review(self.plan.ends_on, held)

    def _find_or_begin(self, record: UUID | None) -> UUID:
        """Return the review of this id, or begin one of the plan of this id or in force."""
        workspace = self.workspace
        with workspace.database.transaction(_("review begun")) as session:
            client = register.get_client(session, self.client_id)
            known = [review.id for plan in client.plans for review in plan.reviews]
            if record in known and record is not None:
                return record
            plan = _plan_to_review(client, record, workspace.today())
            if plan is None:
                raise KotoutusError(NO_PLAN)
            began = reviews.unfinished_review(plan) is None
            trigger = ReviewTrigger.SIX_MONTHS
            review = reviews.open_review(session, plan, workspace.officer_id, trigger)
            if began:
                review.county_joined = False  # asked for anew: who took part this time
                review.reviewed_on = workspace.today()
                review.next_review_on = plans.offered_review(plan.ends_on, workspace.today())
            return review.id


def _plan_to_review(client: Client, record: UUID | None, today: date) -> Plan | None:
    named = next((plan for plan in client.plans if plan.id == record), None)
    agreed = [plan for plan in client.plans if plan.state is not PlanState.DRAFT]
    return named or plans.plan_in_force(client, today) or (agreed[-1] if agreed else None)


def _locate(client: Client, review_id: UUID) -> tuple[Plan, Review]:
    return next(
        (plan, review) for plan in client.plans for review in plan.reviews if review.id == review_id
    )
