"""The fictional plans: drawn up, agreed, referred, reviewed and ended by the rules."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.casework import agreement, papers, plans, reviews
from kotoutus_desktop.casework.facts import NOT_REFERRED_TO, jobseeker
from kotoutus_desktop.demo.aim import OWN, Service
from kotoutus_desktop.demo.assessing import COUNTY, INTERPRETERS, Moment, RuleBroken
from kotoutus_desktop.demo.paths import (
    DUTIES,
    PATHS,
    REPORTS_TO_EMPLOYMENT_AUTHORITY,
    RIGHTS,
    Path,
)
from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.demo.story import Planned, Reviewed
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import (
    Goal,
    Measure,
    MeasureState,
    Plan,
    PlanParticipant,
    ReviewTrigger,
    Term,
)
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.months import add_months

REVIEW_EVERY = 6  # months (§ 22)


class PlanWriter:
    """Writes the plans of one client, the oldest first."""

    def __init__(
        self, session: Session, client: Client, person: Person, office: Office, officer: Officer
    ) -> None:
        self.session, self.client, self.person = session, client, person
        self.office, self.officer = office, officer

    def write(self, planned: Planned, today: date, moment: Moment) -> Plan:
        """Draw up a plan and carry it on; raises RuleBroken when it does not obey the rules."""
        days = planned.made or 0
        made = today - timedelta(days=days)
        plan = plans.draw_up(self.session, self.client, self.officer.id, made, moment(days))
        path = PATHS[planned.path or self.person.path]
        self._goals(plan, path, made)
        self._add_particulars(plan, planned, made)
        self._agreed_on(plan, path, made)
        if planned.made is None:
            return plan  # a draft: rights are explained and it is accepted when it is agreed
        self._explain(plan, made, planned)
        ready = agreement.agree(self.session, self.client, plan, self.office, self.officer, made)
        if not ready.is_ready:
            raise RuleBroken(f"{self.client.number}: {ready}")
        self._carry_out(plan, planned, today)
        return plan

    def _goals(self, plan: Plan, path: Path, made: date) -> None:
        """Add the long-term goal and, to each goal of the period, its services."""
        if not any(goal.term is Term.LONG for goal in plan.goals):
            long_term = plans.new_goal(plan, Term.LONG)
            long_term.goal, long_term.kind = path.long_term, path.kind
        for aim in path.aims:
            goal = next((goal for goal in plan.goals if goal.head is aim.head), None)
            if goal is None:
                goal = plans.new_goal(plan)
                goal.head, goal.kind = aim.head, aim.kind
                goal.need, goal.goal = Wording.of(aim.need), aim.goal
            if not goal.measures:
                for service in aim.services:
                    self._measure(goal, service, made)

    def _add_particulars(self, plan: Plan, planned: Planned, made: date) -> None:
        """Add what was said in free words, and an extension of the time (§ 23(3))."""
        if planned.free:
            plans.new_goal(plan).goal = Wording.free(planned.free, "fi")
        if planned.extension:
            plan.extension, plan.extension_reason = planned.extension, planned.extension_reason
            plan.ends_on = add_months(made, 12)

    def _measure(self, goal: Goal, service: Service, made: date) -> Measure:
        measure = plans.new_measure(goal, self._said(service.what, made))
        measure.kind, measure.provider = service.kind, service.provider
        measure.starts_on = made + timedelta(days=service.begins)
        measure.ends_on = made + timedelta(days=service.ends)
        measure.responsible = self.officer.name
        measure.suitability = Wording.of(service.why) if service.why else Wording()
        measure.follow_up = self._said(service.follow, made)
        if service.kind is MeasureKind.CIVIC_ORIENTATION:
            measure.language = self.client.service_language
        return measure

    def _agreed_on(self, plan: Plan, path: Path, made: date) -> None:
        plan.guidance, plan.follow_up = path.guidance, self._said(path.follow_up, made)
        plan.goal_reason, plan.education_reason = path.goal_reason, path.education_reason
        plan.language_reason = path.language_reason
        if jobseeker(self.client, made):
            plan.job_search_reason = path.job_search_reason
        plan.participants = [
            PlanParticipant(client_id=self.client.id, role=role, name=name, organisation=place)
            for role, name, place in self._present(plan)
        ]

    def _present(self, plan: Plan) -> list[tuple[ParticipantRole, str, str]]:
        present = []
        if self.client.interpreter_needed:
            present.append((ParticipantRole.INTERPRETER, "", INTERPRETERS))
        if plan.county_joined:
            present.append((ParticipantRole.WELLBEING_COUNTY, "Sosiaaliohjaaja Sami Malli", COUNTY))
        if self.person.helper:
            present.append((ParticipantRole.REPRESENTATIVE, self.person.helper.name, ""))
        return present

    def _explain(self, plan: Plan, made: date, planned: Planned) -> None:
        duties = list(DUTIES)
        if jobseeker(self.client, made):
            duties.append(REPORTS_TO_EMPLOYMENT_AUTHORITY)
        plan.rights = [*RIGHTS, *duties]
        plan.rights_explained_on = plan.accepted_on = made
        plan.rights_language = self.client.service_language
        plan.rights_interpreted = self.client.interpreter_needed
        plan.acceptance = planned.acceptance

    def _carry_out(self, plan: Plan, planned: Planned, today: date) -> None:
        """Refer to the services, give the copy, hold the reviews, end the plan."""
        assert plan.made_on is not None
        if planned.copy_given:
            papers.mark_given(self.session, plan, plan.made_on, self.client.service_language)
        services = [m for m in plan.measures if m.kind not in NOT_REFERRED_TO and not m.referred_on]
        referred = plan.made_on + timedelta(days=planned.referred_after)
        for measure in services[: len(services) - planned.unreferred]:
            plans.refer(self.session, plan, measure.id, min(referred, today))
        for measure in plan.measures:
            measure.state = _state(measure, today)
        for reviewed in planned.reviews:
            self._review(plan, reviewed, today)
        if planned.ended is not None:
            ended = today - timedelta(days=planned.ended)
            plans.end_plan(self.session, plan, ended, planned.onward)

    def _review(self, plan: Plan, reviewed: Reviewed, today: date) -> None:
        held = today - timedelta(days=reviewed.days)
        trigger = ReviewTrigger.SIX_MONTHS if reviewed.done else ReviewTrigger.REQUEST
        review = reviews.open_review(self.session, plan, self.officer.id, trigger)
        if not reviewed.done:
            return
        review.reviewed_on, review.participation = held, Wording.of("E-008")
        review.progress = Wording.of(reviewed.progress, **self._slots(reviewed.progress, held))
        review.hindrances = (
            Wording.of(reviewed.hindrance)
            if reviewed.hindrance
            else Wording.free("Ei esteitä.", "fi")
        )
        review.changes = Wording.of(reviewed.change)
        following = add_months(held, REVIEW_EVERY)
        review.next_review_on = min(following, plan.ends_on or following)
        missing = reviews.complete_review(self.session, plan, review, held)
        if missing:
            raise RuleBroken(f"{self.client.number}: {missing}")

    def _slots(self, phrase: str, held: date) -> dict[str, str]:
        return {"E-005": {"level": "A2.1"}, "E-006": {"start": held.isoformat()}}.get(phrase, {})

    def _said(self, wording: Wording, made: date) -> Wording:
        """Return the wording with its days counted from the plan, in the client's language."""
        slots = {}
        for name, value in wording.slots.items():
            if value.startswith("+"):
                slots[name] = (made + timedelta(days=int(value[1:]))).isoformat()
            else:
                slots[name] = self.client.service_language if value == OWN else value
        return replace(wording, slots=slots)


def _state(measure: Measure, today: date) -> MeasureState:
    """Return how far a measure is, by its days."""
    if not measure.referred_on and measure.kind not in NOT_REFERRED_TO:
        return MeasureState.AGREED
    if measure.ends_on and measure.ends_on < today:
        return MeasureState.DONE
    started = measure.starts_on and measure.starts_on <= today
    return MeasureState.STARTED if started else MeasureState.AGREED
