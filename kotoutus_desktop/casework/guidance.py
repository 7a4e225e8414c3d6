"""Guidance and advice (§ 10): counted without names, or recorded under a name with consent.

Every function works in the caller's transaction.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceReferral, GuidanceTopic
from kotoutus_desktop.rules.registers import guidance_consent_missing

MOST_MINUTES = 12 * 60
Month = tuple[int, int]


@dataclass(frozen=True)
class GuidanceEntry:
    """What is recorded of one conversation; `GuidanceContact` says what each means."""

    topic: GuidanceTopic | None
    language: str = ""
    referral: GuidanceReferral = GuidanceReferral.NOWHERE
    minutes: int = 0
    client_id: UUID | None = None
    name: str = ""
    reach: str = ""
    note: str = ""
    consented: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it tells of somebody: by client, name, reach or a note."""
        return bool(self.client_id or self.name.strip() or self.reach.strip() or self.note.strip())


@dataclass(frozen=True)
class GuidanceMonth:
    """The counts of one month."""

    month: Month
    contacts: int
    minutes: int
    topics: Counter[GuidanceTopic]
    languages: Counter[str]
    referrals: Counter[GuidanceReferral]


def record_guidance(
    session: Session, entry: GuidanceEntry, officer_id: UUID, on: date
) -> GuidanceContact:
    """Count a conversation; under a name only with consent (Decree 874/2024 § 4(1)).

    Raises InvalidInput for `topic`, `minutes`, `name` or `consented`.
    """
    if entry.topic is None:
        raise InvalidInput("topic", N_("Choose what it was about."))
    if not 0 <= entry.minutes <= MOST_MINUTES:
        raise InvalidInput("minutes", N_("Check the minutes."))
    if guidance_consent_missing(named=entry.is_named, consent=entry.consented):
        raise InvalidInput(
            "consented", N_("Under a name only with the person’s consent. Count it without names.")
        )
    if entry.consented and not (entry.client_id or entry.name.strip()):
        raise InvalidInput("name", N_("Write the name, or count it without names."))
    contact = GuidanceContact(
        client_id=entry.client_id,
        given_on=on,
        language=entry.language,
        topic=entry.topic,
        referral=entry.referral,
        minutes=entry.minutes,
        name=entry.name.strip(),
        reach=entry.reach.strip(),
        consented_on=on if entry.consented else None,
        note=entry.note.strip(),
        officer_id=officer_id,
    )
    session.add(contact)
    session.flush()
    return contact


def guidance_by_month(session: Session, first: date, last: date) -> list[GuidanceMonth]:
    """Return the counts of the months between two days, the latest first."""
    rows = session.execute(
        select(
            GuidanceContact.given_on,
            GuidanceContact.minutes,
            GuidanceContact.topic,
            GuidanceContact.language,
            GuidanceContact.referral,
        ).where(GuidanceContact.given_on >= first, GuidanceContact.given_on <= last)
    )
    months: dict[Month, list[tuple[int, GuidanceTopic, str, GuidanceReferral]]]
    months = defaultdict(list)
    for given_on, minutes, topic, language, referral in rows:
        months[given_on.year, given_on.month].append((minutes, topic, language, referral))
    return [
        GuidanceMonth(
            month,
            len(found),
            sum(each[0] for each in found),
            Counter(each[1] for each in found),
            Counter(each[2] for each in found),
            Counter(each[3] for each in found),
        )
        for month, found in sorted(months.items(), reverse=True)
    ]


def guidance_of(session: Session, client_id: UUID) -> list[GuidanceContact]:
    """Return the guidance that a client agreed to have recorded, the latest first."""
    return list(
        session.scalars(
            select(GuidanceContact)
            .where(GuidanceContact.client_id == client_id)
            .order_by(GuidanceContact.given_on.desc(), GuidanceContact.id.desc())
        )
    )
