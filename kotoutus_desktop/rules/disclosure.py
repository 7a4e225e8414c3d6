"""What may be given to a school or another producer of services, and what a log entry holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kotoutus_desktop.rules.section import ACT, Section


class ProducerItem(StrEnum):
    """The closed list of § 94(1): points 1-18 in order."""

    NAMES = "names"
    BIRTH_DATE_AND_PLACE = "birth_date_and_place"
    IDENTITY_CODE = "identity_code"
    MOTHER_TONGUE = "mother_tongue"
    LANGUAGE_OF_SERVICE = "language_of_service"
    CITIZENSHIP = "citizenship"
    DOMICILE = "domicile"
    CONTACT_DETAILS = "contact_details"
    OFFICER_NAME = "officer_name"
    PLAN_DATE_AND_VALIDITY = "plan_date_and_validity"
    TRAINING_RECOMMENDATION = "training_recommendation"
    LANGUAGE_TEST_RESULT = "language_test_result"
    EARLIER_EDUCATION = "earlier_education"
    EARLIER_WORK = "earlier_work"
    TARGET_OCCUPATION = "target_occupation"
    EARLIER_STUDY_PLAN = "earlier_study_plan"
    EARLIER_MEASURES_AND_GOALS = "earlier_measures_and_goals"
    OTHER_NECESSARY = "other_necessary"


class Handling(StrEnum):
    """What is logged when it is done to a client's data."""

    VIEW = "view"
    CHANGE = "change"
    PRINT = "print"
    EXPORT = "export"


@dataclass(frozen=True)
class LogEntry:
    """Who did what to whose data, when and for what."""

    handling: Handling | None = None
    by: str = ""
    at: datetime | None = None
    client: str = ""
    purpose: str = ""


def producer_section(item: ProducerItem) -> Section:
    """Return the point of § 94(1) that lets a producer have this.

    Source: 681/2023 § 94(1) (322/2024).
    """
    return Section(ACT, "94", 1, list(ProducerItem).index(item) + 1)


def not_for_producers(keys: Iterable[str]) -> list[str]:
    """Return those of `keys` that are not in the closed list, and stay out of a sheet.

    Source: 681/2023 § 94(1) (322/2024).
    """
    return [key for key in keys if key not in set(ProducerItem)]


def missing_in_log_entry(entry: LogEntry) -> list[str]:
    """Return what a log entry lacks: user, time, client, purpose, what was done.

    That handling is logged is a duty; which particulars is the program's own reading.

    Source: 906/2019 § 17; 1050/2018 § 6(2).
    """
    values = {
        "handling": entry.handling,
        "by": entry.by,
        "at": entry.at,
        "client": entry.client,
        "purpose": entry.purpose,
    }
    return [key for key, value in values.items() if not value]
