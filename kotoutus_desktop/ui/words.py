"""How values are written in the interface: enum members, dates, people, codes."""

from datetime import date
from enum import StrEnum

from kotoutus_desktop.casework.due import DueClient
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.ui.dates import (
    EN_DASH,
    date_text,
    distance_text,
    period_text,
    short_date_text,
    weekday_text,
)
from kotoutus_desktop.ui.labels import LABELS

__all__ = [
    "EN_DASH",
    "born_text",
    "country_name",
    "date_text",
    "distance_text",
    "enum_text",
    "initials",
    "language_name",
    "municipality_name",
    "period_text",
    "short_date_text",
    "shown_name",
    "weekday_text",
]


def enum_text(member: StrEnum) -> str:
    """Return what a member is called."""
    return _(LABELS[type(member)][member])


def born_text(client: Client, today: date) -> str:
    """Write the date of birth as exactly as it is known, with the age."""
    born = client.born
    if born is None or client.born_precision is Precision.UNKNOWN:
        return _("date of birth not known")
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    written = {
        Precision.YEAR: str(born.year),
        Precision.MONTH: f"{born.month}/{born.year}",
    }.get(client.born_precision, date_text(born))
    if client.born_precision is Precision.DAY:
        return _("b. {date}, {age} y").format(date=written, age=age)
    return _("b. {date}, about {age} y").format(date=written, age=age)


def language_name(code: str) -> str:
    """Return the name of a language in the interface's language, "" for none."""
    return languages().name(code, interface_language()) if code else ""


def country_name(code: str) -> str:
    """Return the name of a country, "" for none."""
    return countries().name(code, interface_language()) if code else ""


def municipality_name(code: str) -> str:
    """Return the name of a municipality, "" for none."""
    return municipalities().name(code, interface_language()) if code else ""


def shown_name(client: Client | DueClient) -> str:
    """Return what the client is called in lists: the number under a non-disclosure order."""
    return client.number if client.non_disclosure else client.full_name or client.own_script_name


def initials(name: str) -> str:
    """Return the initials of a name, for a screen that others may see."""
    return " ".join(f"{part[:1]}." for part in name.split())
