"""The invitation to an appointment, with the notice that the fee of § 32 a depends on."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import INVITATION
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Amount, Clock, Day, Plain, Said, Tongue, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import ASSESSMENT, HEAD, MEASURES, REVIEW, RIGHTS
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.editions import FEES, edition_on
from kotoutus_desktop.rules.fee import FULL_AGE
from kotoutus_desktop.rules.months import is_under


class Meeting(StrEnum):
    """How people meet."""

    AT_PLACE = "at_place"
    TELEPHONE = "telephone"
    VIDEO = "video"


class Purpose(StrEnum):
    """What the appointment is for: what § 32 a(1) names, as `rules.fee.PURPOSES` has it."""

    GUIDANCE = "guidance"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"


_SUBJECTS = MappingProxyType(
    {
        Purpose.GUIDANCE: MEASURES.guidance,
        Purpose.ASSESSMENT: ASSESSMENT.title,
        Purpose.PLAN: INVITATION.making_the_plan,
        Purpose.REVIEW: REVIEW.title,
    }
)


@dataclass(frozen=True)
class Appointment:
    """A booked time.

    `ends` None says only when it begins. `place` is printed when people meet there, and never
    for a client under non-disclosure. `interpreter` is the language of the booked interpreter,
    "" where none is booked. `cancel_by` is the last day for cancelling, None for any time before.
    `highest_fee` is what the counsellor has read in the ministry's decree, None for the newest
    amount that is known (`rules.fee.is_cap_known`).
    """

    day: date
    starts: time
    purpose: Purpose
    ends: time | None = None
    meeting: Meeting = Meeting.AT_PLACE
    place: str = ""
    interpreter: str = ""
    cancel_by: date | None = None
    highest_fee: Decimal | None = None


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
        (INVITATION.invited, [_time(appointment), _meeting(source, appointment)]),
        (INVITATION.subject, [(Line(Words(_SUBJECTS[appointment.purpose]), strong=True),)]),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
        (MEASURES.language, [_interpreter(appointment)]),
        (INVITATION.bring_heading, [_bring()]),
        (INVITATION.cancel_heading, [_cancelling(appointment)]),
        (INVITATION.fee_heading, [_fee(appointment)] if _may_cost(client, appointment) else []),
    ]
    content = Content(
        title=INVITATION.title,
        facts=_number(client),
        parts=numbered(1, parts),
        runs_as=(Day(appointment.day),),
    )
    return client_sheet(source, content, edition)


def _number(client: Client) -> tuple[Said, ...]:
    """Return the client number alone: a letter that may be opened by others tells no birthday."""
    return (Words(HEAD.client_number, {"number": Plain(client.number)}),) if client.number else ()


def _time(appointment: Appointment) -> Lines:
    starts: Said = Clock(appointment.starts)
    when = Words(INVITATION.at, {"start": starts})
    if appointment.ends is not None:
        when = Words(INVITATION.from_to, {"start": starts, "end": Clock(appointment.ends)})
    day = Words(INVITATION.day, {"date": Day(appointment.day)})
    return (Line(day, strong=True), Line(when, strong=True))


def _meeting(source: Source, appointment: Appointment) -> Lines:
    if appointment.meeting is Meeting.TELEPHONE:
        return (Line(Words(INVITATION.by_telephone)),)
    if appointment.meeting is Meeting.VIDEO:
        return (Line(Words(INVITATION.by_video)),)
    if source.hides_places or not appointment.place.strip():
        return (Line(Words(INVITATION.place_told)),)
    return (Line(Words(INVITATION.place, {"place": Plain(appointment.place.strip())})),)


def _interpreter(appointment: Appointment) -> Lines:
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


def _cancelling(appointment: Appointment) -> Lines:
    lines = [Line(Words(INVITATION.cancel))]
    if appointment.cancel_by is not None:
        lines.append(Line(Words(INVITATION.cancel_by, {"date": Day(appointment.cancel_by)})))
    return tuple(lines)


def _may_cost(client: Client, appointment: Appointment) -> bool:
    """Whether there can be a fee: only for the cost of an interpreter, never under 18."""
    minor = client.born is not None and is_under(client.born, FULL_AGE, appointment.day)
    return bool(appointment.interpreter) and not minor


def _fee(appointment: Appointment) -> Lines:
    highest = appointment.highest_fee or edition_on(FEES, appointment.day).highest
    return (
        Line(Words(INVITATION.fee, {"amount": Amount(highest)})),
        Line(Words(INVITATION.fee_not_unreasonable)),
        Line(Words(INVITATION.fee_ground)),
    )
