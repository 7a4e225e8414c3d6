"""No paper and no file tells where a restricted client is; every maker there is was asked."""

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType

import pytest

from tests.ui.hidden import makers
from tests.ui.hidden.reading import file_text, leaks
from tests.ui.hidden.world import COURSE_PLACE, MEETING_PLACE, OF_THE_COURSE, OF_THE_PERSON, SAMPLE

DOCUMENTS = Path(__file__).parents[3] / "kotoutus_desktop" / "documents"
NOT_ABOUT_A_CLIENT = {
    "erasure_certificate.certificate_pdf": "numbers of erased cases",
    "guide_pdf.guide_pdf": "help and guide that come with the program",
    "path_pdf.path_pdf": "paths of services",
    "programme_chart.chart_pdf": "the programme of the municipality",
    "programme_pdf.programme_pdf": "the programme of the municipality",
    "recovery_sheet.recovery_sheet_pdf": "the code that opens the file",
    "specimen.specimen_pdf": "a sample of each language",
}
THE_PERSON_S_OWN = {
    "facts_sheet.facts_pdf": "everything that is held, for the person alone (art. 15)",
}
MADE_OF_SHEETS = ("bytes", "Sheet")


class Ran:
    """Remembers which functions of `documents` ran; a test without it could pass them by."""

    def __init__(self) -> None:
        self.codes: set[CodeType] = set()

    def __enter__(self) -> "Ran":
        sys.setprofile(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _note(self, frame, event: str, _argument: object) -> None:
        if event == "call":
            self.codes.add(frame.f_code)


def makers_there_are() -> Iterator[str]:
    """Yield every public function of `documents` that makes a paper or a file."""
    for path in sorted(DOCUMENTS.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                returns = ast.unparse(node.returns) if node.returns else ""
                if returns in MADE_OF_SHEETS:
                    yield f"{path.stem}.{node.name}"


def code_of(name: str) -> CodeType:
    module, function = name.split(".")
    return getattr(import_module(f"kotoutus_desktop.documents.{module}"), function).__code__


def everything(workspace, world, folder):
    person = (*OF_THE_PERSON, *OF_THE_COURSE)
    for name, make in makers.papers(workspace, world):
        yield name, make, person
    for name, make in makers.of_the_person(workspace, world, folder):
        yield name, make, person
    for name, make in makers.of_many(workspace, world, folder):
        yield name, make, person
    for name, make in makers.of_numbers(workspace):
        yield name, make, person
    for name, make in makers.of_courses(workspace, world, folder):
        yield name, make, OF_THE_PERSON


@pytest.mark.parametrize("restriction", SAMPLE)
def test_no_paper_and_no_file_tells_where_a_restricted_client_is(
    make_world, workspace, tmp_path, restriction
):
    world = make_world(restriction)
    found = {}
    with Ran() as ran:
        for name, make, words in everything(workspace, world, tmp_path):
            told = leaks(file_text(make()), words)
            if told:
                found[name] = told
    assert found == {}

    told = {name for name in makers_there_are() if code_of(name) in ran.codes}
    excepted = {*NOT_ABOUT_A_CLIENT, *THE_PERSON_S_OWN}
    assert set(makers_there_are()) - told - excepted == set(), "makers that nobody asked"


def test_of_a_usual_client_the_search_finds_what_it_searches_for(make_world, workspace, tmp_path):
    world = make_world("")
    texts = {
        name: file_text(make())
        for name, make, _words in everything(workspace, world, tmp_path)
        if name in ("paper invitation", "paper course_invitation", "log sheet fi", "case file")
    }

    assert leaks(texts["paper invitation"], (MEETING_PLACE,))
    assert leaks(texts["paper course_invitation"], (COURSE_PLACE,))
    assert leaks(texts["log sheet fi"], ("Piilokuja 7", "040 7654321"))
    assert leaks(texts["case file"], ("Piilokuja 7",))
