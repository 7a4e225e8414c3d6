"""Municipalities, wellbeing services counties, employment areas and vitality centres.

Statistics Finland, division of 1 January 2026; languages by Decree 1385/2022.
"""

from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.reference.code_list import CodeList, Entry, joined, other_names, read_rows

NOT_CHECKED = "Mergers and changes of employment areas on 1 January 2027 have not been checked."


@dataclass(frozen=True, slots=True, kw_only=True)
class County(Entry):
    """A wellbeing services county. Helsinki (code 90) has its tasks without being one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentArea(Entry):
    """An employment area (Act 380/2023).

    `responsible` is the code of the municipality that runs it, "" where that is not known.
    """

    joint: bool
    responsible: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VitalityCentre(Entry):
    """An economic development centre (Act 531/2025), in Finnish elinvoimakeskus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Entry):
    """A municipality.

    `languages` are its official ones, the majority's first; "smi" stands for the Sámi languages.
    County, employment area and vitality centre are "" in Åland, which has its own law.
    """

    languages: tuple[str, ...]
    sami_homeland: bool
    region: str
    county: str
    employment_area: str
    vitality_centre: str

    @property
    def bilingual(self) -> bool:
        """Whether both Finnish and Swedish are official languages."""
        return {"fi", "sv"} <= set(self.languages)

    @property
    def in_aland(self) -> bool:
        """Whether the municipality is in Åland, where the Integration Act applies in part."""
        return self.region == "21"


def _languages(row: dict[str, str]) -> tuple[str, ...]:
    majority = row["majority_language"]
    return (majority, *(x for x in row["languages"].split("+") if x != majority))


@cache
def municipalities() -> CodeList[Municipality]:
    """Return the 308 municipalities in the order of their codes."""
    return CodeList(
        [
            Municipality(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_sv"] if row["languages"] == "sv" else row["name_fi"],
                aliases=other_names(row, "name_sv_other_official_list"),
                languages=_languages(row),
                sami_homeland=row["sami_homeland"] != "no",
                region=row["region_code"],
                county=row["wellbeing_county_code"],
                employment_area=row["employment_area_code"],
                vitality_centre=row["vitality_centre_code"],
            )
            for row in read_rows("municipalities.csv")
        ],
        caveat=NOT_CHECKED,
    )


@cache
def counties() -> CodeList[County]:
    """Return the 21 wellbeing services counties and Helsinki."""
    found: dict[str, County] = {}
    for row in read_rows("municipalities.csv"):
        code = row["wellbeing_county_code"]
        if code and code not in found:
            found[code] = County(
                code=code,
                fi=row["wellbeing_county_name_fi"],
                sv=row["wellbeing_county_name_sv"],
                en=row["wellbeing_county_name_en"],
            )
    return CodeList([found[code] for code in sorted(found)])


@cache
def employment_areas() -> CodeList[EmploymentArea]:
    """Return the 45 employment areas."""
    return CodeList(
        [
            EmploymentArea(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                aliases=other_names(row, "long_name_fi_seen_in_use", "long_name_sv_seen_in_use"),
                note=row["checked"],
                joint=row["kind"] == "joint area",
                responsible=row["responsible_municipality_code_if_seen"],
            )
            for row in read_rows("employment_area_names.csv")
        ],
        caveat=joined(NOT_CHECKED, "Who runs most joint areas has not been verified."),
    )


@cache
def vitality_centres() -> CodeList[VitalityCentre]:
    """Return the ten economic development centres; most Swedish forms are derived."""
    return CodeList(
        [
            VitalityCentre(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                aliases=other_names(row, "name_sv_statfi", "name_en_statfi"),
                verified=row["name_sv_status"] == row["name_en_status"] == "verified",
                note=f"sv {row['name_sv_status']}, en {row['name_en_status']}",
            )
            for row in read_rows("vitality_centres.csv")
        ]
    )
