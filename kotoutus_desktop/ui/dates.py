"""How days are written in the interface: 24.11.2026 in each of its languages."""

from datetime import date

from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.rules.months import MONTHS_IN_YEAR

DATE_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
EN_DASH = "–"


def date_text(day: date | None) -> str:
    """Write a date as 24.11.2026 in every language of the interface; a dash for none."""
    return f"{day.day}.{day.month}.{day.year}" if day else EN_DASH


def short_date_text(day: date, today: date) -> str:
    """Write a date without its year when that is this year."""
    return f"{day.day}.{day.month}." if day.year == today.year else date_text(day)


def weekday_text(day: date) -> str:
    """Write a date with its weekday first, as a heading."""
    from babel.dates import format_date  # the passphrase is asked for without it

    locale = DATE_LOCALES[interface_language()]
    weekday = format_date(day, "cccc", locale=locale)
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


def length_text(months: int) -> str:
    """Return a length in whole years where it is one, otherwise in months."""
    if months % MONTHS_IN_YEAR == 0:
        years = months // MONTHS_IN_YEAR
        return ngettext("{n} year", "{n} years", years).format(n=years)
    return ngettext("{n} month", "{n} months", months).format(n=months)


def days_text(days: int) -> str:
    """Return a length in days."""
    return ngettext("{n} day", "{n} days", days).format(n=days)
