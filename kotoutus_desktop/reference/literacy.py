"""Classes of literacy: three schemes are in use, none of them is the official one."""

from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.reference.code_list import CodeList, Entry, joined, read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteracyClass(Entry):
    """A class of literacy.

    `scheme` is te (employment services), training (training providers) or curriculum_2017.
    """

    scheme: str
    place: int


@cache
def literacy_classes() -> CodeList[LiteracyClass]:
    """Return the classes of all schemes; Swedish and English are own but where the note tells."""
    return CodeList(
        [
            LiteracyClass(
                code=row["code"],
                fi=row["name_fi"],
                sv=row["name_sv"],
                en=row["name_en"],
                verified=row["status"].startswith("fi verified"),
                note=joined(row["status"], row["note"]),
                scheme=row["list"],
                place=int(row["order"]),
            )
            for row in read_rows("literacy_classes.csv")
        ],
        caveat="Nearly all Swedish and English names are own.",
    )
