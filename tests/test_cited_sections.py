"""No section is cited that is not in the index of sections, or was repealed in its edition."""

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kotoutus_desktop.reference.sections import section_on, statute_sections
from kotoutus_desktop.rules import section
from kotoutus_desktop.rules.editions import EDITION_OF_ACT, IN_FORCE
from kotoutus_desktop.rules.section import ACT, Section
from tests.citations import BEFORE_SIGN, written_sections

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kotoutus_desktop"
# cited in remarks; nothing of the program is reckoned from them, and their texts are not at hand
NOT_INDEXED = {
    *("128/2010", "301/2004", "531/2025", "621/1999", "661/2009", "690/2022", "746/2011"),
    *("906/2019", "1050/2018", "1214/2020", "1290/2002", "1412/1997"),
}


def texts(path: Path) -> Iterator[str]:
    """Yield the strings and comments of a source file."""
    content = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(content).readline):
        if token.type in (tokenize.STRING, tokenize.COMMENT):
            yield token.string


def built_sections(tree: ast.AST) -> Iterator[Section]:
    """Yield the sections that code makes of fixed values; what it reckons is left out."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "Section":
            continue
        act, number, *rest = (*node.args, None, None)
        name = getattr(section, act.id, None) if isinstance(act, ast.Name) else None
        if name is not None and isinstance(number, ast.Constant):
            fixed = [each.value for each in rest if isinstance(each, ast.Constant)]
            yield Section(name, number.value, *fixed)


def fault(cited: Section) -> str | None:
    """Tell what is wrong with a citation, None when nothing."""
    if cited.act in NOT_INDEXED:
        return None
    day = EDITION_OF_ACT.get(cited.act, IN_FORCE)
    found = section_on(cited.act, cited.number, day)
    if found is None:
        known = (cited.act, cited.number) in statute_sections()
        return f"{cited} {'was repealed' if known else 'is not in the index'} on {day}"
    if cited.moment is not None and not found.has(day, cited.moment, cited.point):
        return f"{cited} has no such subsection or point on {day}"
    return None


def faults(cited: Iterable[Section]) -> list[str]:
    """List what is wrong with citations."""
    return [problem for each in cited if (problem := fault(each))]


SOURCES = sorted(PACKAGE.rglob("*.py"))
GUIDANCE = sorted((ROOT / "resources" / "guidance").glob("*.md"))
INTERFACE = sorted((ROOT / "translations").glob("*/LC_MESSAGES/interface.po"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_section_in_code_is_in_the_index_and_in_force(path: Path) -> None:
    assert faults(built_sections(ast.parse(path.read_text(encoding="utf-8")))) == []
    assert faults(each for text in texts(path) for each in written_sections(text)) == []


def test_every_section_of_the_rules_has_a_heading() -> None:
    named = [value for value in vars(section).values() if isinstance(value, Section)]

    assert len(named) > 60
    assert faults(named) == []
    for each in named:
        found = section_on(each.act, each.number, EDITION_OF_ACT.get(each.act, IN_FORCE))
        assert found is not None
        assert found.heading("fi")
        assert found.address("fi")


@pytest.mark.parametrize("path", [*GUIDANCE, *INTERFACE], ids=lambda path: str(path.name))
def test_every_section_that_a_counsellor_reads_is_in_the_index_and_in_force(path: Path) -> None:
    content = path.read_text(encoding="utf-8")

    assert faults(written_sections(content)) == []
    before = BEFORE_SIGN.findall(content)
    assert faults(Section(ACT, number) for number in before) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Source: 681/2023 § 23(2)-(3), § 31(1).", "23.2 23.3 31.1"),
        ("§ 20(2)-(4), (5)", "20.2 20.3 20.4 20.5"),
        ("§ 14(1) point 4 and §§ 14(4), 20(2)", "14.1.4 14.4 20.2"),
        ("§§ 12-32 a", "12 32 a"),
        ("§ 32 a(1) (322/2024), § 102(4)", "32 a.1 102.4"),
        ("§ 2(1), (2) of the Act", "2.1 2.2"),
    ],
)
def test_citations_are_read_as_they_are_written(text: str, found: str) -> None:
    assert " ".join(each.code for each in written_sections(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "681/2023 § 15",  # repealed before the Act came into force
        "§ 13(3)",
        "§ 22(3)",  # 1100/2024 left two subsections
        "§ 14(1) point 8",
        "§ 103",
        "Decree 869/2024 § 2(4)",
        "1386/2010 § 13",  # not in the index
        "123/2024 § 1",
    ],
)
def test_a_citation_that_is_wrong_is_found(text: str) -> None:
    assert faults(written_sections(text)) != []


def test_a_section_that_is_built_wrong_is_found() -> None:
    code = 'A = Section(ACT, "22", 3)\nB = Section(ACT, number)\nC = Section("48")'

    assert len(faults(built_sections(ast.parse(code)))) == 1
