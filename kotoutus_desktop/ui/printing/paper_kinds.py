"""Which papers there are for a client: their names, their files, and when each is offered."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.i18n import N_, _

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.plan import Plan


class PaperKind(StrEnum):
    """The papers, in the order in which they are offered."""

    PLAN = "plan"
    MY_PLAN = "my_plan"
    REVIEW = "review"
    ASSESSMENT = "assessment"
    INVITATION = "invitation"
    REMINDER = "reminder"
    FEE_DECISION = "fee_decision"
    REFERRAL = "referral"
    REFERRAL_COPY = "referral_copy"
    SCHOOL_SHEET = "school_sheet"
    COURSE_INVITATION = "course_invitation"
    TIMETABLE = "timetable"
    CERTIFICATE = "certificate"
    NOTICE = "notice"
    SERVICES = "services"
    HAND_OVER = "hand_over"
    INTAKE_FORM = "intake_form"
    PLAN_FORM = "plan_form"


_NAMES = MappingProxyType(
    {
        PaperKind.PLAN: N_("Integration plan"),
        PaperKind.MY_PLAN: N_("My plan, on one page with pictures"),
        PaperKind.REVIEW: N_("Review of the integration plan"),
        PaperKind.ASSESSMENT: N_("Summary of the assessment"),
        PaperKind.INVITATION: N_("Invitation to an appointment"),
        PaperKind.REMINDER: N_("Reminder of an appointment"),
        PaperKind.FEE_DECISION: N_("Decision on a fee for an unused appointment"),
        PaperKind.REFERRAL: N_("Referral: letter to the receiver"),
        PaperKind.REFERRAL_COPY: N_("Referral: the client’s copy"),
        PaperKind.SCHOOL_SHEET: N_("Referral: sheet for the school (§ 94)"),
        PaperKind.COURSE_INVITATION: N_("Invitation to a civic orientation course"),
        PaperKind.TIMETABLE: N_("Course timetable"),
        PaperKind.CERTIFICATE: N_("Certificate of civic orientation"),
        PaperKind.NOTICE: N_("Rights, duties and personal data"),
        PaperKind.SERVICES: N_("Services for the client"),
        PaperKind.HAND_OVER: N_("Hand-over list"),
        PaperKind.INTAKE_FORM: N_("Empty intake form"),
        PaperKind.PLAN_FORM: N_("Empty form for the plan"),
    }
)
_FILE_WORDS = MappingProxyType(
    {
        PaperKind.PLAN: N_("plan"),
        PaperKind.MY_PLAN: N_("my-plan"),
        PaperKind.REVIEW: N_("review"),
        PaperKind.ASSESSMENT: N_("assessment"),
        PaperKind.INVITATION: N_("invitation"),
        PaperKind.REMINDER: N_("reminder"),
        PaperKind.FEE_DECISION: N_("fee-decision"),
        PaperKind.REFERRAL: N_("referral-letter"),
        PaperKind.REFERRAL_COPY: N_("referral-copy"),
        PaperKind.SCHOOL_SHEET: N_("school-sheet"),
        PaperKind.COURSE_INVITATION: N_("course-invitation"),
        PaperKind.TIMETABLE: N_("timetable"),
        PaperKind.CERTIFICATE: N_("certificate"),
        PaperKind.NOTICE: N_("notice"),
        PaperKind.SERVICES: N_("services"),
        PaperKind.HAND_OVER: N_("hand-over"),
        PaperKind.INTAKE_FORM: N_("intake-form"),
        PaperKind.PLAN_FORM: N_("plan-form"),
    }
)
HAND_OVER_OF = "hand_over:"
"""Before the key of a change of standing, in the focus of the page."""
COURSE_OF = "course_invitation:"
"""Before the id of the course that somebody is invited to, in the focus of the page."""
OF_A_PLAN = (PaperKind.PLAN, PaperKind.MY_PLAN, PaperKind.REVIEW)
OF_ORIENTATION = (PaperKind.TIMETABLE, PaperKind.CERTIFICATE)
OF_A_TIME = (PaperKind.REMINDER, PaperKind.FEE_DECISION)
OF_A_REFERRAL = (PaperKind.REFERRAL, PaperKind.REFERRAL_COPY, PaperKind.SCHOOL_SHEET)
OFFICIAL_ALONE = (PaperKind.HAND_OVER, PaperKind.REFERRAL, PaperKind.SCHOOL_SHEET)
"""Papers for authorities and producers, in Finnish or Swedish alone."""
WITH_CODE = (PaperKind.PLAN, PaperKind.SCHOOL_SHEET)
"""Papers that may bear the identity code, where somebody chooses so."""
TIMED = (PaperKind.INVITATION, PaperKind.REMINDER)
"""Papers that say when: the page asks for day and time."""
FORMS = (PaperKind.INTAKE_FORM, PaperKind.PLAN_FORM)


def paper_name(kind: PaperKind) -> str:
    """Return what a paper is called, in the language of the interface."""
    return _(_NAMES[kind])


def file_name(kind: PaperKind, languages: Sequence[str], plan_number: int) -> str:
    """Return a name for the file of a paper; it holds no personal data."""
    number = [str(plan_number)] if kind is PaperKind.PLAN else []
    return f"{'-'.join([_(_FILE_WORDS[kind]), *number, *languages])}.pdf"


def recorded_kind(kind: str) -> PaperKind:
    """Return the kind that a record of an issued paper names."""
    return PaperKind(kind.split(":")[0])


def paper_words(recorded: str) -> str:
    """Return the English id of what a recorded paper is called; as it is where it is no paper."""
    kind = recorded.split(":")[0]
    return _NAMES[PaperKind(kind)] if kind in set(PaperKind) else recorded


def flip_of(focus: str) -> str:
    """Return the key of the change of standing whose list is asked for, "" for other papers."""
    return focus.removeprefix(HAND_OVER_OF) if focus.startswith(HAND_OVER_OF) else ""


def course_of(focus: str) -> UUID | None:
    """Return the course that somebody is invited to, None for other papers."""
    return UUID(focus.removeprefix(COURSE_OF)) if focus.startswith(COURSE_OF) else None


def offered_papers(
    client: "Client",
    plan: "Plan | None",
    hand_over: bool = False,
    course: bool = False,
    others: Collection[PaperKind] = (),
) -> list[PaperKind]:
    """Return the papers that can be made for a client, with the plan in view.

    `hand_over`: the list of a change of standing is asked for; `course`: an invitation to one;
    `others`: which of OF_ORIENTATION, OF_A_TIME and OF_A_REFERRAL there is something for.
    """
    lacking = set() if plan else set(OF_A_PLAN)
    lacking |= {*OF_ORIENTATION, *OF_A_TIME, *OF_A_REFERRAL} - set(others)
    if not course:
        lacking.add(PaperKind.COURSE_INVITATION)
    if not hand_over:
        lacking.add(PaperKind.HAND_OVER)
    if plan is None or not plan.reviews:
        lacking.add(PaperKind.REVIEW)
    if not client.assessments:
        lacking.add(PaperKind.ASSESSMENT)
    return [kind for kind in PaperKind if kind not in lacking]
