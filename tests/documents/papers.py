"""Every paper of one client, by name, for tests that ask the same of all of them."""

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.assessment_sheet import assessment_sheet
from kotoutus_desktop.documents.blank_form import intake_form, plan_form
from kotoutus_desktop.documents.blank_form_pdf import blank_form_pdf
from kotoutus_desktop.documents.certificate import certificate
from kotoutus_desktop.documents.certificate_pdf import certificate_pdf
from kotoutus_desktop.documents.course_schedule import course_schedule
from kotoutus_desktop.documents.course_schedule_pdf import course_schedule_pdf
from kotoutus_desktop.documents.fee_decision import DecidedFee, fee_decision_sheet
from kotoutus_desktop.documents.invitation import Appointment, invitation_sheet
from kotoutus_desktop.documents.my_plan import my_plan
from kotoutus_desktop.documents.my_plan_pdf import my_plan_pdf
from kotoutus_desktop.documents.notice import notice_sheet
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.reminder import reminder_sheet
from kotoutus_desktop.documents.review_sheet import review_sheet
from kotoutus_desktop.documents.service_sheet import service_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.sign_in_sheet import sign_in_sheet
from kotoutus_desktop.documents.sign_in_sheet_pdf import sign_in_sheet_pdf
from kotoutus_desktop.models.appointment import AppointmentPurpose
from kotoutus_desktop.models.plan import Plan, Review
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.wording import Wording
from tests.documents.courses import certified, course, to_sign

Make = Callable[..., bytes]
BOOKED = Appointment(
    day=date(2026, 12, 3),
    starts=time(9, 5),
    ends=time(10, 0),
    purpose=AppointmentPurpose.PLAN,
    place="Kirjasto, Koulukatu 7",
    interpreter="ar",
    cancel_by=date(2026, 12, 1),
)
DECIDED = DecidedFee(
    decided_on=date(2026, 11, 24),
    day=date(2026, 11, 12),
    starts=time(9, 30),
    amount=Decimal("56.70"),
    due_on=date(2026, 12, 8),
    cost=Decimal("88.00"),
    highest=Decimal("56.70"),
    told_on=date(2026, 11, 2),
    told_in="ar",
)


def _plan_of(case: Case) -> Plan:
    assert case.plan is not None
    return case.plan


def _plan(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, _plan_of(case))
    return sheet_pdf(plan_sheet(*records, draft=True, library=case.library, **edition))


def _review(case: Case, **edition: Any) -> bytes:
    made = Review(
        client_id=case.client.id,
        reviewed_on=date(2027, 5, 20),
        participation=Wording.free("Osallistui koko ajan.", "fi"),
        progress=Wording.of("L-012", level="A2.2"),
        hindrances=Wording(),
        changes=Wording.of("P-030", language="fi", hours="70", place="Piilolan kirjasto"),
        county_joined=True,
        next_review_on=date(2027, 11, 19),
        completed=True,
    )
    records = (case.office, case.officer, case.client, _plan_of(case), made)
    return sheet_pdf(review_sheet(*records, **edition))


def _assessment(case: Case, **edition: Any) -> bytes:
    assert case.assessment is not None
    records = (case.office, case.officer, case.client, case.assessment)
    return sheet_pdf(assessment_sheet(*records, **edition))


def _invitation(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, BOOKED)
    return sheet_pdf(invitation_sheet(*records, **edition))


def _reminder(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, BOOKED)
    return sheet_pdf(reminder_sheet(*records, **edition))


def _fee_decision(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, DECIDED)
    return sheet_pdf(fee_decision_sheet(*records, **edition))


def _notice(case: Case, **edition: Any) -> bytes:
    return sheet_pdf(notice_sheet(case.office, case.officer, case.client, **edition))


def _my_plan(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, _plan_of(case))
    return my_plan_pdf(my_plan(*records, library=case.library, **edition))


def _intake_form(case: Case, **edition: Any) -> bytes:
    return blank_form_pdf(intake_form(case.office, client=case.client, **edition))


def _plan_form(case: Case, **edition: Any) -> bytes:
    return blank_form_pdf(plan_form(case.office, client=case.client, **edition))


def _timetable(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, course())
    return course_schedule_pdf(course_schedule(*records, **edition))


def _certificate(case: Case, **edition: Any) -> bytes:
    records = (case.office, case.officer, case.client, certified())
    return certificate_pdf(certificate(*records, **edition))


def _sign_in_sheet(case: Case, **edition: Any) -> bytes:
    return sign_in_sheet_pdf(sign_in_sheet(case.office, course(), [to_sign()], **edition))


def _services(case: Case, **edition: Any) -> bytes:
    club = Service(
        names={"fi": "Äitien kielikerho", "sv": "Språkklubb för mammor"},
        sentences={"fi": "Harjoittelet kieltä."},
        languages=["fi"],
        place="Seurakuntatalo",
        times="ke 10–12",
        waiting_weeks=3,
        price=250,
    )
    records = (case.office, case.officer, case.client, ([club], [club]))
    return sheet_pdf(service_sheet(*records, **edition))


PAPERS: Mapping[str, Make] = MappingProxyType(
    {
        "plan": _plan,
        "review": _review,
        "assessment": _assessment,
        "invitation": _invitation,
        "reminder": _reminder,
        "fee decision": _fee_decision,
        "notice": _notice,
        "services": _services,
        "my plan": _my_plan,
        "intake form": _intake_form,
        "plan form": _plan_form,
        "timetable": _timetable,
        "certificate": _certificate,
        "sign-in sheet": _sign_in_sheet,
    }
)
"""What makes each paper: of a case, with official, other and large, as bytes of a PDF."""
