"""The paths: drawn in order, changed box by box."""

import pytest

from kotoutus_desktop.casework.services.paths import get_path, list_paths
from kotoutus_desktop.documents.path_pdf import path_pdf
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.path_form import PathFormPage
from kotoutus_desktop.ui.services.paths_part import PathsPart


@pytest.fixture
def form(qtbot, workspace, paths):
    destination = Destination(PageName.PATH_FORM, record=paths["client"].id)
    page = PathFormPage(workspace, destination)
    qtbot.addWidget(page)
    page.arrive(destination)
    return page


@pytest.fixture
def part(qtbot, workspace, paths):
    part = PathsPart(workspace)
    qtbot.addWidget(part)
    part.arrive("")
    return part


def steps(database, paths):
    with database.reading() as session:
        return get_path(session, paths["client"].id).steps


def test_an_unchanged_path_stays_as_it_is(form, database, paths) -> None:
    before = [(s.service_id, s.texts, s.after_weeks) for s in steps(database, paths)]
    assert form.record()
    assert [(s.service_id, s.texts, s.after_weeks) for s in steps(database, paths)] == before


def test_a_box_is_moved_and_another_taken_away(form, database, paths) -> None:
    field = form.fields["steps"]
    ids = [step.service_id for step in steps(database, paths)]
    for row in field.rows:
        row.weeks.set_value(None)
    field._move(field.rows[0], 1)
    field._remove(field.rows[-1])
    assert form.record()
    assert [s.service_id for s in steps(database, paths)] == [ids[1], ids[0], *ids[2:-1]]


def test_own_words_replace_their_translations_when_they_are_changed(form, database, paths) -> None:
    row = form.fields["steps"].rows[-1]
    row.own.set_value("Guidance to work")
    assert form.record()
    assert steps(database, paths)[-1].texts == {"en": "Guidance to work"}


def test_weeks_that_run_backwards_are_explained(form, database, paths) -> None:
    form.fields["steps"].rows[1].weeks.set_value(99)
    assert not form.record()
    assert "Check the weeks" in form.fields["steps"].error.text()
    assert steps(database, paths)[1].after_weeks == 1


def test_a_number_that_is_none_is_explained_in_its_row(form) -> None:
    row = form.fields["steps"].rows[0]
    row.weeks.line.setText("soon")
    assert not form.record()
    assert row.weeks.has_error()


def test_the_picture_says_its_boxes_to_a_screen_reader(part) -> None:
    said = part.view.accessibleDescription()
    assert said.startswith("A jobseeker's path")
    assert "3. Multilingual civic orientation" in said


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_path_is_saved_in_each_language(part, tmp_path, language) -> None:
    target = tmp_path / "path.pdf"
    saved = part.export.save_to(target, lambda code: path_pdf(part.sheet(code)), language)
    assert saved
    assert target.read_bytes().startswith(b"%PDF")


def test_a_path_is_deleted_and_brought_back(part, workspace, database) -> None:
    part.remove()
    with database.reading() as session:
        assert len(list_paths(session, "en")) == 2
    workspace.undo()
    with database.reading() as session:
        assert len(list_paths(session, "en")) == 3
