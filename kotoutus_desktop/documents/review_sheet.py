"""The review of a plan as a sheet (§ 22; what it holds: Decree 874/2024 § 3(2))."""

from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import SUMMARY
from kotoutus_desktop.documents.plan_frame import client_signatures, which_plan
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Line, Lines, Part, Signature, numbered
from kotoutus_desktop.documents.said import Day, Said, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.words import REVIEW, RIGHTS, SIGNATURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan, Review
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording


def review_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    plan: Plan,
    review: Review,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return a review of a plan.

    It is a draft until the review is complete, unless the edition says otherwise.
    """
    phrases = edition.get("library") or library()
    source = PlanSource(office, officer, client, edition["official"], phrases, plan)
    of_plan = which_plan(plan)
    facts: list[Said] = [of_plan]
    if review.reviewed_on is not None:
        facts.append(Words(REVIEW.reviewed_on, {"date": Day(review.reviewed_on)}))
    code = edition.get("with_identity_code", False)
    facts += frame.whose(client, with_identity_code=code)
    if review.county_joined:
        facts.append(Words(SUMMARY.county_joined))
    content = Content(
        title=REVIEW.title,
        facts=tuple(facts),
        parts=_parts(source, review),
        signatures=_signatures(source),
        runs_as=(of_plan,),
    )
    return client_sheet(source, content, {"draft": not review.completed, **edition})


def _parts(source: PlanSource, review: Review) -> tuple[Part, ...]:
    def said(wording: Wording) -> list[Lines]:
        lines = source.lines(wording)
        return [tuple(lines)] if lines else []

    parts = [
        (REVIEW.participation, said(review.participation)),
        (REVIEW.progress, said(review.progress)),
        (REVIEW.hindrances, said(review.hindrances)),
        (REVIEW.changes, said(review.changes)),
        (RIGHTS.next_review, _next_review(review)),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
    ]
    return numbered(1, parts)


def _next_review(review: Review) -> list[Lines]:
    day = review.next_review_on
    return [(Line(Words(RIGHTS.next_review_by, {"date": Day(day)})),)] if day else []


def _signatures(source: PlanSource) -> tuple[Signature, ...]:
    counsellor = Signature(Words(SIGNATURES.counsellor), source.officer.name)
    lines = [*client_signatures(source), counsellor]
    if source.client.interpreter_needed:
        lines.append(Signature(Words(SIGNATURES.interpreter)))
    return tuple(lines)
