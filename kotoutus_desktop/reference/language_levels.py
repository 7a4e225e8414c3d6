"""Levels of language skill (the Finnish scale of the CEFR) and language tests."""

from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.reference.code_list import CodeList, Entry, joined, read_rows

_SPECIAL = ("native", "not_assessed")
_HIDDEN = ("above_C1.1",)  # used in school grading


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLevel(Entry):
    """A level from below A1.1 to C2.2, mother tongue or not assessed.

    `place` orders the levels from low to high. `cefr` is A1 to C2, "" where there is none. `yki` is
    the level of the National Certificates (1-6 or alle1), "" where there is none.
    """

    place: int
    cefr: str
    yki: str

    @property
    def measured(self) -> bool:
        """Whether the level says how much someone knows, so that two can be compared."""
        return self.code not in _SPECIAL

    def label(self, language: str) -> str:
        """Return the code and the name, or the code alone where the name is not verified."""
        if language == "fi" and self.measured and self.cefr and self.fi != self.code:
            return f"{self.code} {self.fi}"
        return self.code if self.cefr else self.name(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamTerm(Entry):
    """A word of a language test: exam, subtest or grade.

    `group` is cefr_band, yki_exam, yki_subtest, yki_grade, koto_2022_skill, koto_2022_part,
    vkt_skill or vkt_level. Codes are unique within a group only.
    """

    group: str


@cache
def language_levels() -> CodeList[LanguageLevel]:
    """Return every level from low to high, the special ones last."""
    return CodeList(
        [
            LanguageLevel(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                aliases=(row["oph_code"],) if row["oph_code"] else (),
                verified="doubtful" not in row["status"] and row["status"] != "own",
                note=row["status"],
                place=int(row["order"]),
                cefr=row["cefr"],
                yki=row["yki_level"],
            )
            for row in read_rows("language_levels.csv")
        ],
        caveat="Swedish and English names are own or remembered: show the code.",
    )


@cache
def offered_levels() -> CodeList[LanguageLevel]:
    """Return what a form offers."""
    return language_levels().only(lambda level: level.code not in _HIDDEN)


@cache
def exam_terms(group: str) -> CodeList[ExamTerm]:
    """Return the words of one group of the language tests; an unknown group has none."""
    return CodeList(
        [
            ExamTerm(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                verified="own" not in row["status"] and "remembered" not in row["status"],
                note=joined(row["status"], row["note"]),
                group=group,
            )
            for row in read_rows("language_tests.csv")
            if row["list"] == group
        ]
    )
