"""Sections as they are written in code, remarks and help."""

import re
from collections.abc import Iterator

from kotoutus_desktop.rules.section import ACT, Section

# amending acts stand in brackets behind the section they changed
AMENDING = {"322/2024", "1100/2024"}
ALIENS_ACT = "301/2004"
NUMBER = r"[0-9]{1,3}(?: [a-z](?![a-z]))?"
SUBSECTIONS = r"(?:\([0-9]+\)(?:(?:, |-| and )(?=\())?)*"
ONE = rf"{NUMBER}{SUBSECTIONS}"
CITATION = re.compile(
    rf"(?P<act>\b[0-9]{{3,4}}/[0-9]{{4}})|(?P<aliens>Aliens Act)"
    rf"|(?P<back>\bby )?§§? (?P<list>{ONE}(?:(?:, | and |-|–){ONE})*)"
    r"(?: points? (?P<point>[0-9]+))?"
)
BEFORE_SIGN = re.compile(rf"(?<![0-9.])({NUMBER}) §")  # as it is written in Finnish and Swedish


def _moments(text: str) -> Iterator[int]:
    """Read "(2)-(4), (6)" as 2, 3, 4 and 6."""
    for first, last in re.findall(r"\(([0-9]+)\)(?:-\(([0-9]+)\))?", text):
        yield from range(int(first), int(last or first) + 1)


def written_sections(text: str) -> Iterator[Section]:
    """Yield the sections that a text names; one without an act is of the act named before it."""
    act = ACT
    for found in CITATION.finditer(text):
        if found["act"]:
            act = act if found["act"] in AMENDING else found["act"]
            continue
        if found["aliens"]:
            act = ALIENS_ACT
            continue
        act = ACT if found["back"] else act
        for part in re.finditer(rf"({NUMBER})({SUBSECTIONS})", found["list"]):
            moments = list(_moments(part[2]))
            point = int(found["point"]) if found["point"] else None
            for moment in moments or [None]:
                yield Section(act, part[1], moment, point if moment else None)
