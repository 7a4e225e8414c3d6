"""What a counsellor does in a review of the plan (§ 22, Decree 874/2024 § 3)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.county_aside import set_aside_of
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.plan import Plan, PlanState, Review, ReviewTrigger
from kotoutus_desktop.rules.completeness import Missing, ReviewContent, missing_in_review
from kotoutus_desktop.rules.facts import AgreedPlan
from kotoutus_desktop.rules.plan_limits import PlanFault, next_review_fault


def open_review(
    session: Session, plan: Plan, officer_id: UUID | None, trigger: ReviewTrigger
) -> Review:
    """Begin a review, or return the one that is half done.

    Raises KotoutusError when the plan has not been agreed.
    """
    current = unfinished_review(plan)
    if current is not None:
        return current
    if plan.state is PlanState.DRAFT:
        raise KotoutusError(N_("The plan has not been agreed yet: edit it instead of reviewing."))
    review = Review(
        client_id=plan.client_id,
        officer_id=officer_id,
        trigger=trigger,
        county_joined=plan.county_joined,
    )
    plan.reviews.append(review)
    session.add(plan)
    return review


def unfinished_review(plan: Plan) -> Review | None:
    """Return the review that is still open, None when there is none."""
    return next((review for review in plan.reviews if not review.completed), None)


def missing(plan: Plan, review: Review, *, county_aside: bool = False) -> list[Missing]:
    """Return what the decree still asks for, in the order of the form.

    `county_aside`: a reason is kept why the county did not take part (§ 22(2)).
    """
    content = review_content(plan, review)
    return missing_in_review(
        replace(content, county_took_part=content.county_took_part or county_aside)
    )


def complete_review(session: Session, plan: Plan, review: Review, today: date) -> list[Missing]:
    """Close the review when nothing is missing; return what is missing otherwise.

    The plan keeps its frozen content; only its next review date moves.
    """
    check_dates(plan, review, today)
    aside = set_aside_of(session, review.id) is not None
    lacking = missing(plan, review, county_aside=aside)
    if not lacking:
        review.completed = True
        plan.next_review_on = review.next_review_on
        plan.state = PlanState.REVIEWED
        session.add(plan)
    return lacking


def check_dates(plan: Plan, review: Review, today: date) -> None:
    """Raise InvalidInput when a day of the review is impossible or too late."""
    held, following = review.reviewed_on, review.next_review_on
    if held and held > today:
        raise InvalidInput(
            "reviewed_on", N_("The review is in the future. Record it when it has been held.")
        )
    if held and plan.made_on and held < plan.made_on:
        raise InvalidInput(
            "reviewed_on", N_("The review is dated before the plan was made. Check the date.")
        )
    if held and following and following <= held:
        raise InvalidInput(
            "next_review_on", N_("The next review is not after this one. Check both dates.")
        )
    if held and following and plan.made_on and plan.ends_on:
        fault = next_review_fault(AgreedPlan(plan.made_on, plan.ends_on, (held,)), following)
        if fault and fault.kind is PlanFault.REVIEW_TOO_LATE:
            raise InvalidInput(
                "next_review_on",
                N_("The plan is reviewed every six months, at the latest on {latest} (§ 22)."),
                latest=fault.lawful_day,
            )


def review_content(plan: Plan, review: Review) -> ReviewContent:
    """Return what the rules ask about a review."""
    return ReviewContent(
        reviewed_on=review.reviewed_on,
        ends=plan.ends_on,
        made_with_county=plan.county_joined,
        county_took_part=review.county_joined,
        participation=not review.participation.is_empty,
        progress=not review.progress.is_empty,
        hindrances=not review.hindrances.is_empty,
        changes=not review.changes.is_empty,
        next_review=review.next_review_on,
        authors=review.officer_id is not None,
        from_others_without_source=(
            review.source is not SourceKind.CLIENT and not review.source_detail.strip()
        ),
    )
