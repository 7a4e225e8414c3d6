"""The decision on a fee for a time that was not used (§ 32 a), and how to have it corrected."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.appointment_words import FEE_DECISION
from kotoutus_desktop.documents.invitation import client_number
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import INVITATION
from kotoutus_desktop.documents.rows import Line, Lines, Signature, numbered
from kotoutus_desktop.documents.said import Amount, Clock, Day, Plain, Said, Tongue, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import RIGHTS, SIGNATURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library


@dataclass(frozen=True)
class DecidedFee:
    """What was decided. `reason` is the counsellor's own words, in the office's language."""

    decided_on: date
    day: date
    starts: time
    amount: Decimal
    due_on: date
    cost: Decimal
    highest: Decimal
    told_on: date
    told_in: str
    reason: str = ""


def fee_decision_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    decided: DecidedFee,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the decision with its reasons and how to ask for an administrative review.

    Source: 681/2023 § 32 a(1)-(3), § 95(1); the 30 days and the seventh day are those of
    sections 49 c and 59 of Act 434/2003, which were not read for the program.
    """
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    parts: list[tuple[str, list[Lines]]] = [
        (FEE_DECISION.did_not_come, [_time(decided)]),
        (FEE_DECISION.decision, [_decision(decided), _lines(FEE_DECISION.late)]),
        (FEE_DECISION.reasons, _reasons(source, decided)),
        (FEE_DECISION.disagree, _review(source)),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
    ]
    made = Words(FEE_DECISION.decided_on, {"date": Day(decided.decided_on)})
    content = Content(
        title=FEE_DECISION.title,
        facts=(made, *client_number(client)),
        parts=numbered(1, parts),
        signatures=(Signature(Words(SIGNATURES.counsellor), officer.name),),
        runs_as=(Day(decided.decided_on),),
    )
    return client_sheet(source, content, edition)


def _time(decided: DecidedFee) -> Lines:
    return (
        Line(Words(INVITATION.day, {"date": Day(decided.day)})),
        Line(Words(INVITATION.at, {"start": Clock(decided.starts)})),
    )


def _decision(decided: DecidedFee) -> Lines:
    return (
        Line(Words(FEE_DECISION.pay, {"amount": Amount(decided.amount)}), strong=True),
        Line(Words(FEE_DECISION.due, {"date": Day(decided.due_on)}), strong=True),
        Line(Words(FEE_DECISION.bill)),
    )


def _reasons(source: Source, decided: DecidedFee) -> list[Lines]:
    told: dict[str, Said] = {"date": Day(decided.told_on), "language": Tongue(decided.told_in)}
    rows: list[Lines] = [
        (Line(Words(FEE_DECISION.told, told)),),
        _lines(FEE_DECISION.not_cancelled, FEE_DECISION.no_excuse, FEE_DECISION.not_unreasonable),
        (
            Line(Words(FEE_DECISION.cost, {"amount": Amount(decided.cost)})),
            Line(Words(FEE_DECISION.highest, {"amount": Amount(decided.highest)})),
        ),
    ]
    own = tuple(source.typed(decided.reason))
    return [*rows, *([own] if own else []), _lines(FEE_DECISION.ground)]


def _review(source: Source) -> list[Lines]:
    address = frame.letterhead(source.office, source.official)
    where = ", ".join(
        part for part in (address.name, address.unit, address.address, address.email) if part
    )
    return [
        _lines(FEE_DECISION.review, FEE_DECISION.review_time),
        _lines(FEE_DECISION.review_content),
        (Line(Words(FEE_DECISION.review_place, {"address": Plain(where)})),),
    ]


def _lines(*texts: str) -> Lines:
    return tuple(Line(Words(text)) for text in texts)
