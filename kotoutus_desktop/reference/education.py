"""Levels and kinds of education."""

from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.reference.code_list import CodeList, Entry, joined, read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationLevel(Entry):
    """A level of education: Statistics Finland 2016 (first level of ISCED 2011), or an own class.

    `isced` is None for no schooling, which ISCED counts elsewhere. `own` tells that the
    official list lacks the class.
    """

    isced: int | None
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationType(Entry):
    """A kind of education of the Finnish National Agency for Education."""


@cache
def education_levels() -> CodeList[EducationLevel]:
    """Return the levels of the statistics and four classes that counsellors meet."""
    return CodeList(
        [
            EducationLevel(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                verified=row["list"] == "statfi",
                note=joined(row["status"], row["note"]),
                isced=int(row["isced_2011_level"]) if row["isced_2011_level"] else None,
                own=row["list"] == "own",
            )
            for row in read_rows("education_levels.csv")
        ],
        caveat="Most English names are remembered.",
    )


@cache
def education_types() -> CodeList[EducationType]:
    """Return the kinds of education that matter for adults and their children."""
    return CodeList(
        [
            EducationType(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                verified="en verified" in row["status"] or "fi, sv, en verified" in row["status"],
                note=joined(row["status"], row["note"]),
            )
            for row in read_rows("education_types.csv")
        ],
        caveat="Most English names are own.",
    )
