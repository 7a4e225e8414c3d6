"""The invitation to an appointment, with the notice that the fee of § 32 a depends on."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.appointment_words import REMINDER
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import INVITATION
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Amount, Clock, Day, Plain, Said, Tongue, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import ASSESSMENT, HEAD, MEASURES, REVIEW, RIGHTS
from kotoutus_desktop.models.appointment import AppointmentPurpose, MeetingWay
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.editions import FEES, edition_on
from kotoutus_desktop.rules.fee import FULL_AGE, PURPOSES
from kotoutus_desktop.rules.months import is_under

_SUBJECTS = MappingProxyType(
    {
        AppointmentPurpose.GUIDANCE: MEASURES.guidance,
        AppointmentPurpose.ASSESSMENT: ASSESSMENT.title,
        AppointmentPurpose.PLAN: INVITATION.making_the_plan,
        AppointmentPurpose.REVIEW: REVIEW.title,
    }
)


@dataclass(frozen=True)
class Appointment:
    """A booked time.

    `ends` None says only when it begins. `place` is printed when people meet there, and never
    for a client under non-disclosure. `interpreter` is the language of the booked interpreter,
    "" where none is booked. `cancel_by` is the last day for cancelling, None for any time before.
    `highest_fee` is what the counsellor has read in the ministry's decree, None for the newest
    amount that is known (`rules.fee.is_cap_known`). `subject` says in the office's language what
    another matter is about.
    """

    day: date
    starts: time
    purpose: AppointmentPurpose
    ends: time | None = None
    meeting: MeetingWay = MeetingWay.AT_PLACE
    place: str = ""
    interpreter: str = ""
    cancel_by: date | None = None
    highest_fee: Decimal | None = None
    subject: str = ""
    with_family: bool = False


def invitation_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    appointment: Appointment,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the invitation.

    It says how to cancel and, where an interpreter is booked for an adult, that a fee may be
    charged: the fee may be charged only if both were told at booking, understandably.

    Source: 681/2023 § 32 a(1).
    """
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    parts: list[tuple[str, list[Lines]]] = [
        (INVITATION.invited, [time_lines(appointment), meeting_lines(source, appointment)]),
        (INVITATION.subject, [subject_lines(source, appointment)]),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
        (MEASURES.language, [interpreter_lines(appointment)]),
        (INVITATION.bring_heading, [_bring()]),
        (INVITATION.cancel_heading, [cancelling_lines(appointment)]),
        (INVITATION.fee_heading, fee_lines(client, appointment)),
    ]
    content = Content(
        title=INVITATION.title,
        facts=client_number(client),
        parts=numbered(1, parts),
        runs_as=(Day(appointment.day),),
    )
    return client_sheet(source, content, edition)


def client_number(client: Client) -> tuple[Said, ...]:
    """Return the client number alone: a letter that may be opened by others tells no birthday."""
    return (Words(HEAD.client_number, {"number": Plain(client.number)}),) if client.number else ()


def time_lines(appointment: Appointment) -> Lines:
    """Return day and time, and that the family is expected where it is."""
    starts: Said = Clock(appointment.starts)
    when = Words(INVITATION.at, {"start": starts})
    if appointment.ends is not None:
        when = Words(INVITATION.from_to, {"start": starts, "end": Clock(appointment.ends)})
    day = Words(INVITATION.day, {"date": Day(appointment.day)})
    family = (Line(Words(REMINDER.family)),) if appointment.with_family else ()
    return (Line(day, strong=True), Line(when, strong=True), *family)


def subject_lines(source: Source, appointment: Appointment) -> Lines:
    """Return what it is about: a fixed text, or the counsellor's own words for another matter."""
    fixed = _SUBJECTS.get(appointment.purpose)
    if fixed is not None:
        return (Line(Words(fixed), strong=True),)
    return tuple(source.typed(appointment.subject.strip()))


def meeting_lines(source: Source, appointment: Appointment) -> Lines:
    """Return how and where people meet; no place of a client whose place is hidden."""
    if appointment.meeting is MeetingWay.TELEPHONE:
        return (Line(Words(INVITATION.by_telephone)),)
    if appointment.meeting is MeetingWay.VIDEO:
        return (Line(Words(INVITATION.by_video)),)
    if source.hides_places or not appointment.place.strip():
        return (Line(Words(INVITATION.place_told)),)
    return (Line(Words(INVITATION.place, {"place": Plain(appointment.place.strip())})),)


def interpreter_lines(appointment: Appointment) -> Lines:
    """Return which interpreter is booked, or that one can be asked for."""
    if not appointment.interpreter:
        return (Line(Words(INVITATION.interpreter_wanted)),)
    booked = Words(INVITATION.interpreter_booked, {"language": Tongue(appointment.interpreter)})
    return (Line(booked), Line(Words(INVITATION.interpreter_free)))


def _bring() -> Lines:
    things = (
        INVITATION.bring_identity,
        INVITATION.bring_certificates,
        INVITATION.bring_letter,
    )
    return tuple(Line(Words(thing)) for thing in things)


def cancelling_lines(appointment: Appointment) -> Lines:
    """Return how to cancel, and until when where there is a last day."""
    lines = [Line(Words(INVITATION.cancel))]
    if appointment.cancel_by is not None:
        lines.append(Line(Words(INVITATION.cancel_by, {"date": Day(appointment.cancel_by)})))
    return tuple(lines)


def fee_lines(client: Client, appointment: Appointment) -> list[Lines]:
    """Return what is said of the fee; nothing where there can be none.

    There is none without an interpreter, under 18, and for a matter that § 32 a(1) does not name.
    """
    minor = client.born is not None and is_under(client.born, FULL_AGE, appointment.day)
    if minor or not appointment.interpreter or appointment.purpose not in PURPOSES:
        return []
    highest = appointment.highest_fee or edition_on(FEES, appointment.day).highest
    return [
        (
            Line(Words(INVITATION.fee, {"amount": Amount(highest)})),
            Line(Words(INVITATION.fee_not_unreasonable)),
            Line(Words(INVITATION.fee_ground)),
        )
    ]
