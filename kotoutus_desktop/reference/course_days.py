"""Days on which a course may better not meet: public holidays, school holidays, observances."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.reference.code_list import read_rows

PUBLIC = ("public holiday", "eve treated as a holiday")
ISLANDS = "Åland"

OBSERVANCES = {
    "ramadan": N_("Ramadan (may differ by a day)"),
    "eid_fitr": N_("Eid al-Fitr (may differ by a day)"),
    "eid_adha": N_("Eid al-Adha (may differ by a day)"),
    "orthodox_easter": N_("Orthodox Easter"),
    "orthodox_christmas": N_("Orthodox Christmas"),
    "nowruz": N_("Nowruz (may differ by a day)"),
    "ethiopian_new_year": N_("New year of Ethiopia and Eritrea"),
    "thingyan": N_("Thingyan (may differ by a day)"),
    "lunar": N_("Lunar New Year"),
}
"""What each observance of the table is called. Nobody's religion is recorded: it is a hint."""


@dataclass(frozen=True)
class NamedDays:
    """Days from `first` to `last` with their name: in fi, sv and en, or an N_ text in `en`."""

    first: date
    last: date
    fi: str
    sv: str
    en: str

    def name(self, language: str) -> str:
        """Return the name in a language of the interface."""
        return {"fi": self.fi, "sv": self.sv}.get(language) or self.en

    def days(self) -> Iterator[date]:
        """Yield each day."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)


@cache
def _holidays() -> dict[date, NamedDays]:
    found: dict[date, NamedDays] = {}
    for row in read_rows("holidays_fi_2025_2031.csv"):
        if row["kind"] in PUBLIC and row["only_in"] != ISLANDS:
            day = date.fromisoformat(row["date"])
            found[day] = NamedDays(day, day, row["name_fi"], row["name_sv"], row["name_en"])
    return found


@cache
def _observances() -> tuple[tuple[date, date, str], ...]:
    return tuple(
        (date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), row["key"])
        for row in read_rows("observances_2025_2032.csv")
    )


def public_holiday(day: date) -> NamedDays | None:
    """Return the Finnish public holiday of a day of 2025 to 2031, None for none.

    Midsummer and Christmas Eve count as holidays. Source: `resources/data/README.md`.
    """
    return _holidays().get(day)


def public_holidays(first: date, last: date) -> list[NamedDays]:
    """Return the public holidays between two days, in order."""
    return [named for day, named in sorted(_holidays().items()) if first <= day <= last]


def observances_on(day: date) -> list[str]:
    """Return the names (N_ texts) of observances of a day; hints, of 2025 to 2032.

    Source: `resources/data/README.md`, with what is uncertain.
    """
    return [OBSERVANCES[key] for first, last, key in _observances() if first <= day <= last]


def typical_school_holidays(year: int) -> list[NamedDays]:
    """Return school holidays as they usually lie in a calendar year; no municipality's own.

    Winter holiday: weeks 8 to 10, by region; summer: June to the second Monday of August;
    autumn: week 42; Christmas: 22 December to 6 January. Each municipality decides its own.
    """
    first = date(year, 6, 1)
    august = next(
        date(year, 8, day) for day in range(8, 15) if date(year, 8, day).isoweekday() == 1
    )
    return [
        *(_week(year, week, f"Hiihtoloma, vk {week}", f"Sportlov, v. {week}",
                f"Winter holiday, week {week}") for week in (8, 9, 10)),
        NamedDays(first, august - timedelta(days=1), "Kesäloma", "Sommarlov", "Summer holiday"),
        _week(year, 42, "Syysloma, vk 42", "Höstlov, v. 42", "Autumn holiday, week 42"),
        NamedDays(
            date(year, 12, 22), date(year + 1, 1, 6), "Joululoma", "Jullov", "Christmas holiday"
        ),
    ]  # fmt: skip


def _week(year: int, week: int, fi: str, sv: str, en: str) -> NamedDays:
    monday = date.fromisocalendar(year, week, 1)
    return NamedDays(monday, monday + timedelta(days=6), fi, sv, en)
