"""How values are written in the interface: enum members, dates, people, codes."""

from datetime import date
from enum import StrEnum

from babel.dates import format_date

from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.ui.labels import LABELS

DATE_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
EN_DASH = "–"


def enum_text(member: StrEnum) -> str:
    """Return what a member is called."""
    return _(LABELS[type(member)][member])


def date_text(day: date | None) -> str:
    """Write a date as 24.11.2026 in every language of the interface; a dash for none."""
    return f"{day.day}.{day.month}.{day.year}" if day else EN_DASH


def short_date_text(day: date, today: date) -> str:
    """Write a date without its year when that is this year."""
    return f"{day.day}.{day.month}." if day.year == today.year else date_text(day)


def weekday_text(day: date) -> str:
    """Write a date with its weekday first, as a heading."""
    locale = DATE_LOCALES[interface_language()]
    weekday = format_date(day, "EEEE", locale=locale)
    return f"{weekday[:1].upper()}{weekday[1:]} {date_text(day)}"


def period_text(start: date | None, end: date | None) -> str:
    """Write a period with an en dash; an open end stays open."""
    if start is None and end is None:
        return ""
    return f"{date_text(start) if start else ''}{EN_DASH}{date_text(end) if end else ''}"


def distance_text(day: date, today: date) -> str:
    """Say how far a day is: "4 days late", "today", "in 3 days"."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    return ngettext("in {n} day", "in {n} days", days).format(n=days)


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
    about = "" if client.born_precision is Precision.DAY else f"{_('about')} "
    return _("b. {date}, {about}{age} y").format(date=written, about=about, age=age)


def language_name(code: str) -> str:
    """Return the name of a language in the interface's language, "" for none."""
    return languages().name(code, interface_language()) if code else ""


def country_name(code: str) -> str:
    """Return the name of a country, "" for none."""
    return countries().name(code, interface_language()) if code else ""


def municipality_name(code: str) -> str:
    """Return the name of a municipality, "" for none."""
    return municipalities().name(code, interface_language()) if code else ""


def shown_name(client: Client) -> str:
    """Return what the client is called in lists: the number under a non-disclosure order."""
    return client.number if client.non_disclosure else client.full_name or client.own_script_name


def initials(name: str) -> str:
    """Return the initials of a name, for a screen that others may see."""
    return " ".join(f"{part[:1]}." for part in name.split())
