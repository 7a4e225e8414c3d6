"""Every paper that can be made for a client, from the records to the bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.casework.hand_over import hand_overs
from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.papers import PaperOrigin
from kotoutus_desktop.casework.register import get_client, get_officer, the_office
from kotoutus_desktop.documents.assessment_sheet import assessment_sheet
from kotoutus_desktop.documents.blank_form import FormEdition, intake_form, plan_form
from kotoutus_desktop.documents.blank_form_pdf import blank_form_pdf
from kotoutus_desktop.documents.course_invitation import course_invitation_sheet
from kotoutus_desktop.documents.hand_over_sheet import HandOverList, hand_over_sheet
from kotoutus_desktop.documents.invitation import Appointment, invitation_sheet
from kotoutus_desktop.documents.my_plan import my_plan
from kotoutus_desktop.documents.my_plan_pdf import my_plan_pdf
from kotoutus_desktop.documents.notice import VERSION, notice_sheet
from kotoutus_desktop.documents.problems import PrintProblem, problems
from kotoutus_desktop.documents.reminder import reminder_sheet
from kotoutus_desktop.documents.review_sheet import review_sheet
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.printing.booked_papers import fee_sheet
from kotoutus_desktop.ui.printing.orientation_papers import (
    certificate_of,
    there_is,
    timetable,
)
from kotoutus_desktop.ui.printing.paper_kinds import (
    FORMS,
    OF_A_PLAN,
    OF_A_REFERRAL,
    OF_ORIENTATION,
    PaperKind,
)
from kotoutus_desktop.ui.printing.plan_paper import (
    PaperChoice,
    edition_of,
    plan_records,
    sheet_of_plan,
)
from kotoutus_desktop.ui.printing.referral_papers import referral_sheet
from kotoutus_desktop.ui.printing.service_paper import sheet_of_services

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.database import Database
    from kotoutus_desktop.models.office import Office, Officer
    from kotoutus_desktop.models.orientation import Course


def orientation_papers(database: "Database", client_id: UUID, today: date) -> list[PaperKind]:
    """Return which papers of civic orientation there is something for."""
    there = there_is(database, client_id, today)
    return [kind for kind, found in zip(OF_ORIENTATION, there, strict=True) if found]


@dataclass(frozen=True)
class Order:
    """Which paper is wanted; of reviews and assessments the latest.

    `officer_id` is the counsellor at the desk, who signs for a client that has none. `plan_id`
    is needed for OF_A_PLAN, `appointment` for INVITATION, `flip` (its key) for HAND_OVER,
    `course_id` for COURSE_INVITATION, `booked_id` for FEE_DECISION, `referral_id` for
    OF_A_REFERRAL.
    """

    kind: PaperKind
    client_id: UUID
    officer_id: UUID
    choice: PaperChoice
    plan_id: UUID | None = None
    appointment: Appointment | None = None
    flip: str = ""
    today: date | None = None
    course_id: UUID | None = None
    booked_id: UUID | None = None
    referral_id: UUID | None = None

    def origin(self) -> PaperOrigin:
        """Return what is recorded of the paper; of the notice also its version."""
        kind = f"{self.kind}:{VERSION}" if self.kind is PaperKind.NOTICE else self.kind.value
        plan_id = self.plan_id if self.kind in OF_A_PLAN else None
        return PaperOrigin(self.client_id, kind, plan_id, self.officer_id)


@dataclass(frozen=True)
class Paper:
    """A paper that was made, or why it cannot be: `content` is empty then."""

    content: bytes
    problems: tuple[PrintProblem, ...]
    phrases: int


def make_paper(sheet: Sheet, _report: Report, draw: Callable[[], bytes] | None = None) -> Paper:
    """Check a sheet and, when nothing blocks, draw it: as a sheet, or by `draw`."""
    found = tuple(problems(sheet))
    phrases = len({said for _row, said in sheet.said() if getattr(said, "phrase", "")})
    if any(problem.blocks for problem in found):
        return Paper(b"", found, phrases)
    return Paper(draw() if draw else sheet_pdf(sheet), found, phrases)


def maker(database: "Database", order: Order) -> Callable[[Report], Paper]:
    """Read what a paper is made of, and return what makes it without the database."""
    if order.kind is PaperKind.PLAN:
        assert order.plan_id is not None, "the paper of a plan"
        sheet = sheet_of_plan(database, order.client_id, order.plan_id, order.choice)
        return partial(make_paper, sheet)
    if order.kind is PaperKind.MY_PLAN:
        return _my_plan(database, order)
    if order.kind is PaperKind.HAND_OVER:
        return _hand_over(database, order)
    if order.kind in OF_ORIENTATION:
        return _of_orientation(database, order)
    if order.kind in (*OF_A_REFERRAL, PaperKind.FEE_DECISION, PaperKind.SERVICES):
        return _of_record(database, order)
    with database.reading() as session:
        client, office = get_client(session, order.client_id), the_office(session)
        officer = get_officer(session, client.officer_id or order.officer_id)
        phrases = office_library(session)
        course = get_course(session, order.course_id) if order.course_id else None
    if order.kind in FORMS:
        return _form(office, client, order)
    desk = _Desk(office, officer, client, phrases, course)
    return partial(make_paper, desk.sheet(order))


def _of_record(database: "Database", order: Order) -> Callable[[Report], Paper]:
    """Return what makes a paper of records; where there is nothing to tell it says so."""
    try:
        return partial(make_paper, _sheet_of_record(database, order))
    except KotoutusError as error:
        return partial(_refuse, error)


def _refuse(error: KotoutusError, _report: Report) -> Paper:
    raise error


def _sheet_of_record(database: "Database", order: Order) -> Sheet:
    """Return the paper of a referral or of a time's fee, or the sheet of services."""
    whose, edition = (order.client_id, order.officer_id), edition_of(order.choice)
    if order.kind is PaperKind.SERVICES:
        assert order.today is not None, "services are offered on a day"
        return sheet_of_services(database, *whose, edition, order.today)
    if order.kind is PaperKind.FEE_DECISION:
        assert order.booked_id is not None, "a fee is that of a time"
        return fee_sheet(database, *whose, order.booked_id, edition)
    assert order.referral_id is not None, "the paper of a referral"
    return referral_sheet(database, order.kind, (*whose, order.referral_id), edition)


def _my_plan(database: "Database", order: Order) -> Callable[[Report], Paper]:
    assert order.plan_id is not None, "the page of a plan"
    records = plan_records(database, order.client_id, order.plan_id)
    edition: Edition = {**edition_of(order.choice), "library": records.library}
    page = my_plan(records.office, records.officer, records.client, records.plan, **edition)
    return partial(make_paper, page.sheet, draw=partial(my_plan_pdf, page))


def _of_orientation(database: "Database", order: Order) -> Callable[[Report], Paper]:
    records = (database, order.client_id, order.officer_id, edition_of(order.choice))
    if order.kind is PaperKind.TIMETABLE:
        sheet, draw = timetable(*records)
    else:
        assert order.today is not None, "hours are as of a day"
        sheet, draw = certificate_of(*records, order.today)
    return partial(make_paper, sheet, draw=draw)


def _hand_over(database: "Database", order: Order) -> Callable[[Report], Paper]:
    """Return what makes the list of a change; it fails where the change was taken back since."""
    assert order.today is not None, "a list is as of a day"
    with database.reading() as session:
        client, office = get_client(session, order.client_id), the_office(session)
        found = hand_overs(session, client, office, order.today)
        officer = get_officer(session, order.officer_id)
        phrases = office_library(session)
    asked = next((each for each in found if each.flip.key == order.flip), None)
    if asked is None:
        return _refuse_the_gone
    listed = HandOverList(
        asked.flip,
        asked.lines,
        {item: (done.on, done.by) for item, done in asked.done.items()},
        order.choice.official,
        officer.name,
        order.choice.large,
    )
    return partial(make_paper, hand_over_sheet(office, client, listed, phrases))


def _refuse_the_gone(_report: Report) -> Paper:
    raise KotoutusError(N_("The change is no longer recorded: go back and look again."))


def _form(office: "Office", client: "Client", order: Order) -> Callable[[Report], Paper]:
    edition = edition_of(order.choice)
    wanted: FormEdition = {
        "official": edition["official"],
        "other": edition["other"],
        "client": client,
        "in_english": order.choice.in_english,
        "large": order.choice.large,
    }
    make = intake_form if order.kind is PaperKind.INTAKE_FORM else plan_form
    form = make(office, **wanted)
    return partial(make_paper, form.sheet, draw=partial(blank_form_pdf, form))


@dataclass(frozen=True)
class _Desk:
    """The records of the papers that are made of the case as it is now."""

    office: "Office"
    officer: "Officer"
    client: "Client"
    library: Library
    course: "Course | None" = None

    def sheet(self, order: Order) -> Sheet:
        records = (self.office, self.officer, self.client)
        edition: Edition = {**edition_of(order.choice), "library": self.library}
        if order.kind is PaperKind.NOTICE:
            return notice_sheet(*records, **edition)
        if order.kind is PaperKind.ASSESSMENT:
            return assessment_sheet(*records, self.client.assessments[-1], **edition)
        if order.kind is PaperKind.REVIEW:
            plan = next(plan for plan in self.client.plans if plan.id == order.plan_id)
            return review_sheet(*records, plan, plan.reviews[-1], **edition)
        if order.kind is PaperKind.COURSE_INVITATION:
            assert self.course is not None, "an invitation is to a course"
            return course_invitation_sheet(*records, self.course, **edition)
        assert order.appointment is not None, "an invitation is to an appointment"
        if order.kind is PaperKind.REMINDER:
            return reminder_sheet(*records, order.appointment, **edition)
        return invitation_sheet(*records, order.appointment, **edition)
