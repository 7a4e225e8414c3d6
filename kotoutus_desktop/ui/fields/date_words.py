"""Words for days in the languages of the interface: today, Monday, six months."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """A length of time that can be added to a date: days or months."""

    days: int = 0
    months: int = 0


@dataclass(frozen=True)
class DateWords:
    """Days from today, weekdays from Monday as 0, and units, all in small letters."""

    days: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, Unit]


def _numbered(*spellings: str) -> dict[str, int]:
    return {word: number for number, line in enumerate(spellings) for word in line.split()}


def _units(days: str, weeks: str, months: str, years: str) -> dict[str, Unit]:
    units = dict.fromkeys(days.split(), Unit(days=1))
    units |= dict.fromkeys(weeks.split(), Unit(days=7))
    units |= dict.fromkeys(months.split(), Unit(months=1))
    return units | dict.fromkeys(years.split(), Unit(months=12))


WORDS = {
    "fi": DateWords(
        {"tänään": 0, "huomenna": 1, "ylihuomenna": 2, "eilen": -1, "toissapäivänä": -2},
        _numbered(
            "ma maanantai maanantaina",
            "ti tiistai tiistaina",
            "ke keskiviikko keskiviikkona",
            "to torstai torstaina",
            "pe perjantai perjantaina",
            "la lauantai lauantaina",
            "su sunnuntai sunnuntaina",
        ),
        _units("pv päivä päivää", "vk viikko viikkoa", "kk kuukausi kuukautta", "v vuosi vuotta"),
    ),
    "sv": DateWords(
        {
            **{"idag": 0, "i dag": 0, "imorgon": 1, "i morgon": 1, "i övermorgon": 2},
            **{"igår": -1, "i går": -1, "i förrgår": -2},
        },
        _numbered(
            "må mån måndag",
            "ti tis tisdag",
            "on ons onsdag",
            "to tor tors torsdag",
            "fr fre fredag",
            "lö lör lördag",
            "sö sön söndag",
        ),
        _units("d dag dagar", "v vecka veckor", "m mån månad månader", "å år"),
    ),
    "en": DateWords(
        {"today": 0, "tomorrow": 1, "yesterday": -1},
        _numbered(
            "mo mon monday",
            "tu tue tues tuesday",
            "we wed wednesday",
            "th thu thur thurs thursday",
            "fr fri friday",
            "sa sat saturday",
            "su sun sunday",
        ),
        _units("d day days", "w week weeks", "m mo month months", "y year years"),
    ),
}
