"""The state authorities that the Act names, by what they are called on a day.

The Act was promulgated with names that later changed; papers and windows name an authority as
it was called on the day of the event. A reform adds an edition; earlier days keep their names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.editions import BEFORE, edition_on

RENAMED = date(2026, 1, 1)  # the reform of regional state administration (531/2025)


class StateAuthority(StrEnum):
    """Authorities of the State with a task in the Act (§§ 55-57)."""

    REGIONAL = "regional"  # directs people to municipalities, agrees with them (§§ 42-43, 55)
    ADMINISTRATION = "administration"  # pays, keeps the national resource (§§ 56, 74)
    SUPERVISION = "supervision"  # supervises (§ 57)


@dataclass(frozen=True)
class NameEdition:
    """Names from the day `since` on, by language; `short` is the usual one, "" where none is.

    `unverified` holds the languages whose name was not read in a statute or at an authority.
    """

    since: date
    names: Mapping[str, str]
    short: Mapping[str, str]
    unverified: frozenset[str] = frozenset()


NAMES: Mapping[StateAuthority, tuple[NameEdition, ...]] = {
    StateAuthority.REGIONAL: (
        NameEdition(
            BEFORE,
            {
                "fi": "elinkeino-, liikenne- ja ympäristökeskus",
                "sv": "närings-, trafik- och miljöcentralen",
                "en": "Centre for Economic Development, Transport and the Environment",
            },
            {"fi": "ELY-keskus", "sv": "NTM-centralen", "en": "ELY Centre"},
        ),
        NameEdition(
            RENAMED,
            {
                "fi": "elinvoimakeskus",
                "sv": "livskraftscentralen",
                "en": "Economic Development Centre",
            },
            {"fi": "elinvoimakeskus", "sv": "livskraftscentralen", "en": ""},
        ),
    ),
    StateAuthority.ADMINISTRATION: (
        NameEdition(
            BEFORE,
            {
                "fi": "kehittämis- ja hallintokeskus",
                "sv": "utvecklings- och förvaltningscentret",
                "en": "Development and Administration Centre",
            },
            {"fi": "KEHA-keskus", "sv": "UF-centret", "en": "KEHA Centre"},
            frozenset({"en"}),
        ),
        NameEdition(
            RENAMED,
            {
                "fi": "Työllisyys-, kehittämis- ja hallintokeskus",
                "sv": "Sysselsättnings-, utvecklings- och förvaltningscentret",
                "en": "KEHA Centre",
            },
            {"fi": "KEHA-keskus", "sv": "", "en": "KEHA Centre"},
            frozenset({"en"}),
        ),
    ),
    StateAuthority.SUPERVISION: (
        NameEdition(
            BEFORE,
            {
                "fi": "aluehallintovirasto",
                "sv": "regionförvaltningsverket",
                "en": "Regional State Administrative Agency",
            },
            {"fi": "AVI", "sv": "RFV", "en": ""},
            frozenset({"en"}),
        ),
        NameEdition(
            RENAMED,
            {
                "fi": "Lupa- ja valvontavirasto",
                "sv": "Tillstånds- och tillsynsverket",
                "en": "Finnish Supervisory Agency",
            },
            {"fi": "", "sv": "", "en": ""},
            frozenset({"sv", "en"}),
        ),
    ),
}


def authority_name(authority: StateAuthority, on: date, language: str) -> str:
    """Return what an authority is called on a day, in fi or sv, else in English.

    Source: 681/2023 §§ 55-57; from 2026 on Act 531/2025.
    """
    names = edition_on(NAMES[authority], on).names
    return names.get(language, names["en"])


def is_name_verified(authority: StateAuthority, on: date, language: str) -> bool:
    """Tell whether the name was read in a statute or at an authority, not remembered."""
    return language not in edition_on(NAMES[authority], on).unverified
