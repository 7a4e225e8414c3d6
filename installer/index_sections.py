"""Make resources/data/statute_sections.csv from the texts of the statutes, for developers.

    python installer/index_sections.py FOLDER            write the index again
    python installer/index_sections.py FOLDER --check    only compare what is there

FOLDER holds the statutes as promulgated, one text each: `681-2023-fi.txt`, `681-2023-sv.txt`. An
amending act is read by its enacting clause, which says what it repeals, amends and adds. The
index names and counts; no sentence of a statute goes into it, only headings. The texts of the
acts in OTHER are not in the folder: their rows are written here, with what was read.
"""

import argparse
import csv
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

INDEX = Path(__file__).resolve().parent.parent / "resources" / "data" / "statute_sections.csv"
COLUMNS = (
    "act",
    "section",
    "since",
    "repealed_from",
    "heading_fi",
    "heading_sv",
    "subsections",
    "points",
    "repealed_subsections",
    "changes",
    "address_fi",
    "address_sv",
)
IN_FORCE = "2025-01-01"
AMENDMENTS = {"681/2023": ("322/2024", "1100/2024")}
STATUTES = ("681/2023", "576/2024", "869/2024", "872/2024", "874/2024")
# 1100/2024, its last paragraph: this one repeal came into force later
REPEALED_LATER = {("681/2023", "63", 3): "2025-04-01"}

NUMBER = re.compile(r"([0-9]+(?: [a-z])?) § *")
CHAPTER = re.compile(r"[0-9]+ (luku|kap\.) *")
POINT = re.compile(r" *([0-9]+)\) ")
LETTER = re.compile(r" *[a-z]\) ")
SIGNED = re.compile(r"(HE|RP) [0-9]|Helsingissä|Helsingfors")
COMES_INTO_FORCE = re.compile(r"Tämä laki tulee voimaan|Denna lag träder i kraft")
# "14, 16, 18–20 ja 22 §" and what follows it up to the next such list
CITED = re.compile(r"((?:[0-9]+(?: [a-z])?(?:, | ja |[–-]))*[0-9]+(?: [a-z])?) §(?::n|:ään)?")
PARTS = re.compile(r"((?:[0-9]+(?:, | ja |[–-]))*[0-9]+) momentti")


@dataclass(frozen=True)
class Row:
    """A section: its number, headings and how many points each subsection has, in order."""

    act: str
    section: str
    heading_fi: str
    points: tuple[int, ...]
    heading_sv: str = ""
    since: str = IN_FORCE
    repealed_from: str = ""
    repealed: dict[int, str] = field(default_factory=dict)
    changes: tuple[str, ...] = ()


OTHER = (
    # as promulgated; how later acts changed the section was not read
    Row(
        "1386/2010",
        "12",
        "Oikeus kotoutumissuunnitelmaan ja kotoutumissuunnitelman kesto",
        (0, 0, 0, 0),
        since="2011-09-01",
        repealed_from=IN_FORCE,
        changes=("as promulgated",),
    ),
    Row(
        "380/2023",
        "44",
        "Työnhakuvelvollisuus",
        (0, 3, 0),
        heading_sv="Jobbsökningsskyldighet",
        changes=("as promulgated",),
    ),
    # the sections of this act have no headings; as in force at the end of 2023
    Row("150/1930", "3", "", (0,), since=""),
    Row("150/1930", "5", "", (0, 0), since="", changes=("211/1938", "358/1966")),
)


def numbers(text: str) -> list[str]:
    """Return the numbers of a list such as "14, 16, 18–20 ja 22"."""
    found: list[str] = []
    for part in re.split(r", | ja ", text):
        first, dash, last = part.replace("–", "-").partition("-")
        found += map(str, range(int(first), int(last) + 1)) if dash else [part]
    return found


def lines_of(folder: Path, act: str, language: str) -> list[str]:
    """Return the paragraphs of a statute."""
    path = folder / f"{act.replace('/', '-')}-{language}.txt"
    return path.read_text(encoding="utf-8").splitlines()


def blocks(lines: list[str], *, amending: bool) -> Iterator[tuple[str, str, list[str]]]:
    """Yield number, heading and paragraphs of every section, without headings of chapters."""
    number, body = "", [""]
    for line in [*lines, "1 §"]:
        found = NUMBER.fullmatch(line)
        chapter = CHAPTER.fullmatch(line)
        if (found or chapter) and number:
            yield number, body[0].strip(), body[1:]
        if found or chapter:
            number, body = (found[1] if found else ""), []
        elif number and not SIGNED.match(line) and not (amending and COMES_INTO_FORCE.match(line)):
            body.append(line)


def points(paragraphs: list[str]) -> tuple[int, ...]:
    """Return for each subsection the number of its points."""
    counts: list[int] = []
    for line in paragraphs:
        point = POINT.match(line)
        if point:
            counts[-1] = max(counts[-1], int(point[1]))
        elif not LETTER.match(line):
            counts.append(0)
    return tuple(counts)


def base(folder: Path, act: str) -> dict[str, Row]:
    """Return the sections of a statute as it was promulgated."""
    swedish = {
        number: heading
        for number, heading, _ in blocks(lines_of(folder, act, "sv"), amending=False)
    }
    return {
        number: Row(act, number, heading, points(body), heading_sv=swedish[number])
        for number, heading, body in blocks(lines_of(folder, act, "fi"), amending=False)
    }


@dataclass(frozen=True)
class Change:
    """What an enacting clause says of one section; no subsections: of all of it."""

    section: str
    verb: str
    subsections: tuple[int, ...] = ()
    partly: bool = False
    swedish: bool = False


def changes(lines: list[str]) -> Iterator[Change]:
    """Read the enacting clause of an amending act, in Finnish."""
    verb = ""
    for line in lines[2 : next(i for i, line in enumerate(lines) if NUMBER.fullmatch(line))]:
        if line.startswith("sellaisina"):
            return
        verb = next((v for v in ("kumotaan", "lisätään", "muutetaan") if line.startswith(v)), verb)
        text = line.partition("(681/2023)")[2] or line
        all_swedish = line.rstrip(" ,").endswith("ruotsinkielinen sanamuoto") and verb not in line
        places = list(CITED.finditer(text))
        for place, following in zip(places, [*places[1:], None], strict=True):
            rest = text[place.end() : following.start() if following else None]
            swedish = all_swedish or "ruotsinkielinen" in rest
            part = PARTS.search(rest)
            whole = part is None or "kohta" in rest
            for section in numbers(place[1]):
                yield Change(
                    section,
                    verb,
                    () if whole or part is None else tuple(map(int, numbers(part[1]))),
                    partly="kohta" in rest or "johdantokappale" in rest,
                    swedish=swedish,
                )


def changed(row: Row, change: Change, act: str, body: list[str]) -> Row:
    """Return the row after one change; `body` is the amending act's text of the section."""
    whole = not change.subsections and not change.partly
    mark = act if whole else f"{act} in part"
    row = replace(row, changes=tuple(dict.fromkeys((*row.changes, mark))))
    if change.verb == "kumotaan":
        dates = {
            number: REPEALED_LATER.get((row.act, row.section, number), IN_FORCE)
            for number in change.subsections
        }
        return replace(row, repealed=row.repealed | dates, repealed_from=IN_FORCE if whole else "")
    counts = points(body)
    if whole:
        return replace(row, points=counts)
    if change.partly:
        return row
    if len(counts) != len(change.subsections):
        raise ValueError(f"{act} § {row.section}: {len(counts)} subsections")
    found = dict(enumerate(row.points, 1)) | dict(zip(change.subsections, counts, strict=True))
    return replace(row, points=tuple(found[number] for number in sorted(found)))


def amended(rows: dict[str, Row], folder: Path, act: str) -> dict[str, Row]:
    """Return the sections of a statute after an amending act."""
    lines = lines_of(folder, act, "fi")
    bodies = {number: body for number, _, body in blocks(lines, amending=True)}
    result = dict(rows)
    statute = next(iter(rows.values())).act
    for change in changes(lines):
        if not change.swedish:
            row = result.get(change.section, Row(statute, change.section, "", ()))
            row = changed(row, change, act, bodies.get(change.section, []))
            result[change.section] = row
    for language in ("fi", "sv"):
        for number, heading, _ in blocks(lines_of(folder, act, language), amending=True):
            if language == "fi":
                result[number] = replace(result[number], heading_fi=heading)
            else:
                result[number] = replace(result[number], heading_sv=heading)
    return result


def all_rows(folder: Path) -> list[Row]:
    """Return every section of every statute, in the order of acts and numbers."""
    found: list[Row] = []
    for act in STATUTES:
        rows = base(folder, act)
        for amendment in AMENDMENTS.get(act, ()):
            rows = amended(rows, folder, amendment)
        found += sorted(rows.values(), key=lambda row: (int(row.section.split()[0]), row.section))
    return [*found, *OTHER]


def cells(row: Row) -> dict[str, str]:
    """Return a row of the index as text."""
    number, year = row.act.split("/")
    return {
        "act": row.act,
        "section": row.section,
        "since": row.since,
        "repealed_from": row.repealed_from,
        "heading_fi": row.heading_fi,
        "heading_sv": row.heading_sv,
        "subsections": str(len(row.points)),
        "points": " ".join(map(str, row.points)),
        "repealed_subsections": " ".join(f"{n}:{day}" for n, day in sorted(row.repealed.items())),
        "changes": "; ".join(row.changes),
        "address_fi": f"https://www.finlex.fi/fi/lainsaadanto/{year}/{number}",
        "address_sv": f"https://www.finlex.fi/sv/lagstiftning/{year}/{number}",
    }


def index(folder: Path) -> str:
    """Return the whole index as it is shipped."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells(row) for row in all_rows(folder))
    return text.getvalue()


def main() -> int:
    """Write or compare; return 1 when the index is not what the texts give."""
    parser = argparse.ArgumentParser(description="Make the index of sections.")
    parser.add_argument("folder", type=Path, help="the texts of the statutes")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    given = parser.parse_args()
    made = index(given.folder)
    if not given.check:
        INDEX.write_text(made, encoding="utf-8", newline="\n")
    same = INDEX.read_text(encoding="utf-8") == made
    sys.stdout.write("" if same else f"not as the texts give it: {INDEX.name}\n")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
