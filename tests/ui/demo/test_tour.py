import gc
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.ui.demo.gallery import LOOKS
from kotoutus_desktop.ui.demo.offscreen import rest
from kotoutus_desktop.ui.demo.tour import tour
from kotoutus_desktop.ui.theme import theme

PAPERS = {
    "plan-fi-ar-1.pdf",
    "plan-fi-ar-2.pdf",
    "plan-fi-ru-1.pdf",
    "plan-fi-uk-1.pdf",
    "plan-fi-fa-1.pdf",
    "plan-sv-so-1.pdf",
    "plan-fi-en-1.pdf",
}
LETTERS = {
    "ar": "[\u0600-\u06ff]{4}",
    "ru": "[а-я]{4}",
    "uk": "[а-яіїє]{4}",
    "fa": "[\u0600-\u06ff]",
}


class Taken(NamedTuple):
    status: int
    folder: Path
    private: Path
    said: str


@pytest.fixture(scope="module")
def taken(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """One tour in the first look; it takes half a minute."""
    folder = tmp_path_factory.mktemp("tour") / "demo"
    private = tmp_path_factory.mktemp("private")
    said: list[str] = []
    set_interface_language("en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout.write", said.append)
        patch.setattr("tempfile.tempdir", str(private))
        status = tour(folder, LOOKS[:1])
    yield Taken(status, folder, private, "".join(said))
    set_interface_language("en")
    theme().apply(factor=1.0)
    shutil.rmtree(folder, ignore_errors=True)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_tour_says_what_it_did_and_where_the_files_are(taken: Taken) -> None:
    assert taken.status == 0
    assert f"The PDFs and pictures are in {taken.folder}" in taken.said
    assert "Agreed an integration plan" in taken.said


def test_the_tour_leaves_a_plan_in_each_pair_of_languages(taken: Taken) -> None:
    papers = {path.name: text_of(path) for path in taken.folder.glob("*.pdf")}

    assert papers.keys() == PAPERS
    assert "Kotoutumissuunnitelma" in papers["plan-fi-ar-1.pdf"]
    assert "Integrationsplan" in papers["plan-sv-so-1.pdf"]
    for name, text in papers.items():
        letters = LETTERS.get(name.split("-")[2])
        assert letters is None or re.search(letters, text), name


def test_the_person_of_the_tour_is_on_the_first_paper(taken: Taken) -> None:
    text = text_of(taken.folder / "plan-fi-ar-1.pdf")

    assert "Mariam Yousef Al-Haddad Nasser" in text


def test_the_tour_leaves_a_picture_of_every_window(taken: Taken) -> None:
    names = {path.stem.partition("-")[2] for path in taken.folder.glob("*.png")}

    assert {"start-office", "unlock", "intake", "assessment", "plan", "print"} <= names
    assert {f"fi-light-{page}" for page in ("today", "clients", "client", "review")} <= names


def test_no_file_name_holds_a_name(taken: Taken) -> None:
    names = " ".join(path.name for path in taken.folder.iterdir()).casefold()

    assert not any(part in names for part in ("mariam", "haddad", "amal", "khatib"))


def test_nothing_is_left_of_the_file_that_the_tour_worked_in(taken: Taken) -> None:
    rest()
    gc.collect()

    assert list(taken.private.iterdir()) == []
