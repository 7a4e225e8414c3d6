"""The plan on the page: a copy outside the file, with all that is asked about it."""

from datetime import date
from typing import Any
from uuid import UUID

from kotoutus_desktop.casework import agreement, plans, register
from kotoutus_desktop.casework.facts import jobseeker, person_facts, prolongation
from kotoutus_desktop.casework.obstacles import (
    copy_obstacles,
    obstacles_state,
    show_obstacles_state,
)
from kotoutus_desktop.casework.plan_copy import copy_plan, plan_state
from kotoutus_desktop.casework.plan_period import PlanPeriod, plan_period
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.numbering import numbering
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Plan
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import missing_slots
from kotoutus_desktop.rules.county_prompts import CountyPrompt, county_prompts
from kotoutus_desktop.rules.facts import AgreedPlan
from kotoutus_desktop.rules.plan_limits import PlanDatesFault
from kotoutus_desktop.rules.reason import Reason, of_draft
from kotoutus_desktop.rules.reckoning import all_plans_end, entitlement, first_plan_end, review
from kotoutus_desktop.rules.section import PLAN_LATEST
from kotoutus_desktop.ui.printing.plan_paper import offered_language
from kotoutus_desktop.ui.workspace import Workspace

ENDS_BEFORE_IT_BEGINS = N_("The service ends before it begins. Check both dates.")


class PlanDocument:
    """Client, office and plan as they were read; only the plan is changed, by the form."""

    def __init__(self, workspace: Workspace, client_id: UUID, plan_id: UUID) -> None:
        self._workspace, self._client_id, self._plan_id = workspace, client_id, plan_id
        self.read()

    def read(self) -> None:
        """Read everything anew; what was typed and not stored is gone from here."""
        with self._workspace.database.reading() as session:
            self.client = register.get_client(session, self._client_id)
            self.office: Office = register.the_office(session)
            self.plan: Plan = next(p for p in self.client.plans if p.id == self._plan_id)
            officer = self.plan.officer_id or self._workspace.officer_id
            self.officer: Officer = register.get_officer(session, officer)
        self._obstacles = obstacles_state(self.client)

    @property
    def today(self) -> date:
        """The day where the counsellor is."""
        return self._workspace.today()

    @property
    def client_language(self) -> str:
        """The language that the client is served in."""
        return self.client.service_language or self.client.mother_tongue

    @property
    def assessment(self) -> Assessment | None:
        """The assessment that the plan was drawn up from."""
        found = (a for a in self.client.assessments if a.id == self.plan.assessment_id)
        return next(found, None)

    @property
    def is_jobseeker(self) -> bool:
        """Whether the client's job search is valid today (§ 18(2))."""
        return jobseeker(self.client, self.today) is not None

    def numbers(self) -> dict[UUID, str]:
        """Return the number of each goal and measure on paper."""
        plans.renumber(self.plan)
        return numbering(self.plan)

    def readiness(self, library: Library) -> agreement.Readiness:
        """Return what stands between the plan and the agreement."""
        return agreement.readiness(self.client, self.plan, self.today, library)

    def date_faults(self) -> list[PlanDatesFault]:
        """Return what is wrong with the days of the plan."""
        return agreement.date_faults(self.client, self.plan, self.today)

    def period(self) -> PlanPeriod:
        """Return what bounds the plan as it stands, and how that is reckoned."""
        return plan_period(self.client, self.plan, self.today)

    def state(self) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """Return everything the form shows, as plain values."""
        return plan_state(self.plan), obstacles_state(self.client)

    def changed_obstacles(self) -> list[dict[str, Any]] | None:
        """Return the times of obstacle if the form changed them, else None.

        They belong to the client: what the intake records meanwhile must not be overwritten.
        """
        now = obstacles_state(self.client)
        return None if now == self._obstacles else now

    def show_obstacles(self, state: list[dict[str, Any]] | None) -> None:
        """Put what `changed_obstacles` returned into the document."""
        if state is not None:
            show_obstacles_state(self.client, state)

    def sums(self) -> list[Reason]:
        """Return the sums of the plan's days as it stands."""
        plan, born = self.plan, self.client.born
        made = plan.made_on or plan.starts_on or self.today
        earlier = [p.made_on for p in self.client.plans if p.made_on and p.id != plan.id]
        first = min([made, *earlier])
        found = [
            None if earlier else first_plan_end(made),
            all_plans_end(first, prolongation(self.client), born),
            review(AgreedPlan(made, plan.ends_on or made), made),
        ]
        drafted = [of_draft(reason, made) for reason in found if reason is not None]
        person = person_facts(self.client, self.today)
        right = None if earlier else entitlement(person, PLAN_LATEST)
        return [*drafted, *([right] if right else [])]

    def county_prompts(self) -> list[CountyPrompt]:
        """Return why to ask whether the wellbeing services county should join."""
        needs = bool(self.assessment and self.assessment.county_needed)
        person = person_facts(self.client, self.today)
        return county_prompts(person, self.today, health_or_social_needs=needs)

    def store(self, plan: Plan) -> None:
        """Write what stands here into the plan of a session; raises InvalidInput."""
        for goal in self.plan.goals:
            _check_measures(goal)
        for fault in self.date_faults():
            raise agreement.as_invalid_input(fault)
        copy_plan(self.plan, plan)
        if self.changed_obstacles() is not None:
            copy_obstacles(self.client, plan.client)

    def unfilled(self, library: Library) -> list[UUID]:
        """Return the goals and measures with a phrase that still has an empty gap."""
        return [
            row.id
            for goal in self.plan.goals
            for row, wordings in (
                (goal, (goal.need, goal.goal)),
                *((m, (m.what, m.suitability, m.follow_up)) for m in goal.measures),
            )
            if any(
                missing_slots(wording, phrase)
                for wording in wordings
                if (phrase := library.get(wording.phrase)) is not None
            )
        ]

    def sheet(self, library: Library, *, other: str | None, only_other: bool) -> Sheet:
        """Return the paper of the plan as it stands, in the official language and another."""
        return plan_sheet(
            self.office,
            self.officer,
            self.client,
            self.plan,
            official=self.office.official_language,
            other=other,
            draft=not self.plan.is_frozen,
            only_other=only_other,
            library=library,
        )

    def paper_language(self) -> str | None:
        """Return the client's language if papers can be printed in it beside the official one."""
        official = self.office.official_language
        return offered_language(self.client_language, official) or None


def _check_measures(goal: Goal) -> None:
    for measure in goal.measures:
        if measure.starts_on and measure.ends_on and measure.ends_on < measure.starts_on:
            raise InvalidInput(f"{measure.id}.ends_on", ENDS_BEFORE_IT_BEGINS)
