"""Grounds of stay and what the Integration Act (681/2023) § 2 makes of them.

Aliens Act 301/2004 up to 695/2024 and the separate acts, with later changes as far as known.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from kotoutus_desktop.reference.code_list import CodeList, Entry, Row, joined, read_rows

# README of the data: not known whether the acts on the pact changed Aliens Act §§ 87 to 106
PACT = "Check the effect of the EU Pact on Migration and Asylum (from 12 June 2026)."

_NO_LETTER = ("none", "unknown")
_QUOTA = "quota_refugee"
_GROUP_OF_MOMENT = {
    "2.3(1)": "international_protection",
    "2.3(2)": "other_protection",
    "2.3(3)": "other_protection",
    "2.3(4)": "other_protection",
    "2.3(5)": "other_protection",
    "2.4": "family_of_protected",
}
_RIGHT_OF_CODE = {
    "eu_registration": "registered_right",
    "eu_permanent_right": "registered_right",
    "brexit": "registered_right",
    "brexit_permanent": "registered_right",
    "eu_family_card": "residence_card",
    "eu_family_permanent_card": "residence_card",
    "nordic": "nordic_registration",
}
_PLACE = re.compile(r"^(?P<moment>2\.\d(?:\(\d\))?)[;,]?\s*(?P<condition>.*)$")
_DOUBTS = ("check", "remembered", "guess", "not verified", "from the bill", "own class")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidencePermit(Entry):
    """A ground of stay.

    `letters` are the permit's kind: A, B, P or P-EU; several where it depends on the case.
    `first_length` tells the length of the first permit in English, as far as known.
    `integration_act` is the place in § 2 as the table has it. `right_of_residence` and
    `protection` are values of RightOfResidence and Protection of the rules; None where the ground
    decides nothing. `condition` says in English when `protection` holds, "" for always.
    `offer` is yes, rare, legacy, no or "separate list" (travel documents).
    `own_names` are the languages in which the name is ours, not the law's or Migri's.
    """

    group: str
    letters: tuple[str, ...]
    act: str
    section: str
    heading_fi: str
    heading_sv: str
    first_length: str
    integration_act: str
    right_of_residence: str | None
    protection: str | None
    condition: str
    offer: str
    in_use_from: date | None
    in_use_to: date | None
    own_names: frozenset[str]

    def in_use(self, day: date) -> bool:
        """Whether permits were given on this ground on a day."""
        begun = self.in_use_from is None or self.in_use_from <= day
        return begun and (self.in_use_to is None or day <= self.in_use_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitLetter(Entry):
    """The kind of a permit by its letter (Aliens Act §§ 33-34 and the EU rules)."""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _letters(text: str) -> tuple[str, ...]:
    return () if text in _NO_LETTER else tuple(sorted(text.split(" or ")))


def _protection(code: str, place: str) -> tuple[str | None, str]:
    """Return the group of § 2(3) or (4) and the condition on which it holds."""
    first, _, later = place.partition("; ")
    found = _PLACE.match(later if later.startswith("2.3") else first)
    if not found or found["moment"] not in _GROUP_OF_MOMENT:
        return None, ""
    group = _QUOTA if code == _QUOTA else _GROUP_OF_MOMENT[found["moment"]]
    return group, found["condition"]


def _right_of_residence(row: Row) -> str | None:
    """Return what the stay rests on (§ 2(1)); None where it has to be asked."""
    if row["group"] == "no permit":
        return None if row["code"] in ("expired", "finnish_citizen") else "none"
    if row["code"] in ("other", "unknown") or row["group"] == "travel document":
        return None
    if row["code"] in ("reflection_period", "eu_short_stay"):
        return "none"
    return _RIGHT_OF_CODE.get(row["code"], "permit")


def _doubt(row: Row) -> str:
    """Return what the table leaves unverified, "" for nothing."""
    doubts = [
        f"{label}: {row[column]}"
        for label, column in (
            ("ground", "ground_status"),
            ("letter", "letter_status"),
            ("length", "first_permit_length"),
            ("note", "note"),
        )
        if any(word in row[column].lower() for word in _DOUBTS)
    ]
    if "106 §" in row["note"]:
        doubts.append(PACT)
    if "through the" in row["integration_act_681_2023_section_2"]:
        doubts.append("§ 2 of the Integration Act: own reading, ask a lawyer")
    return joined(*doubts)


def _own_names(source: str) -> frozenset[str]:
    parts = source.split(", ")
    return frozenset(
        language
        for language, part in zip(("fi", "sv", "en"), parts, strict=True)
        if re.search(r"\bown\b", part)
    )


def _permit(row: Row) -> ResidencePermit:
    place = row["integration_act_681_2023_section_2"]
    protection, condition = _protection(row["code"], place)
    doubt = _doubt(row)
    remark = "" if f"note: {row['note']}" in doubt else row["note"]
    return ResidencePermit(
        code=row["code"],
        fi=row["name_fi"],
        sv=row["name_sv"],
        en=row["name_en"],
        aliases=tuple(
            x for x in (row["section_heading_fi"], row["section_heading_sv"], row["section"]) if x
        ),
        verified=not doubt,
        note=joined(doubt, remark),
        group=row["group"],
        letters=_letters(row["permit_letter"]),
        act=row["act"],
        section=row["section"],
        heading_fi=row["section_heading_fi"],
        heading_sv=row["section_heading_sv"],
        first_length=row["first_permit_length"],
        integration_act=place,
        right_of_residence=_right_of_residence(row),
        protection=protection,
        condition=condition,
        offer=row["offer_in_list"],
        in_use_from=_day(row["in_use_from"]),
        in_use_to=_day(row["in_use_to"]),
        own_names=_own_names(row["name_source"]),
    )


@cache
def residence_permits() -> CodeList[ResidencePermit]:
    """Return every ground, also repealed ones and travel documents."""
    return CodeList([_permit(row) for row in read_rows("residence_permits.csv")], caveat=PACT)


@cache
def offered_permits() -> CodeList[ResidencePermit]:
    """Return what a form offers: common grounds, then rare ones and those on old permits."""
    order = ("yes", "rare", "legacy")
    offered = [permit for permit in residence_permits() if permit.offer in order]
    return CodeList(sorted(offered, key=lambda permit: order.index(permit.offer)), caveat=PACT)


@cache
def travel_documents() -> CodeList[ResidencePermit]:
    """Return the passports that Finland gives to those who get none: they are no permits."""
    return residence_permits().only(lambda permit: permit.offer == "separate list")


@cache
def permit_letters() -> CodeList[PermitLetter]:
    """Return the letters of the permit card with their names."""
    return CodeList(
        [
            PermitLetter(
                code=row["letter"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                verified="remembered" not in row["status"],
                note=row["status"],
            )
            for row in read_rows("permit_letters.csv")
        ]
    )
