"""The catalogue: what it lists, finds and begins with."""

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.ready_made import ReadySet
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.ui.page import PageName
from kotoutus_desktop.ui.services.catalogue_part import CataloguePart
from kotoutus_desktop.ui.services.ready_dialog import ReadyDialog


@pytest.fixture
def part(qtbot, workspace):
    part = CataloguePart(workspace)
    qtbot.addWidget(part)
    return part


def templates(part):
    return [service.template for service in part._rows]


def test_an_empty_catalogue_offers_the_ready_made_lists(part, office) -> None:
    part.arrive("")
    assert part.stack.currentIndex() == 1
    assert not part.begin.isHidden()


def test_the_services_of_the_law_are_listed_first(part, catalogue) -> None:
    part.arrive("")
    assert templates(part)[:2] == ["assessment", "employment_assessment"]
    assert len(templates(part)) == len(catalogue)


def test_a_filter_leaves_those_of_one_organiser(part, catalogue) -> None:
    part.organisers.set_value(Organiser.COUNTY.value)
    part.arrive("")
    assert {catalogue[key].organiser for key in templates(part)} == {Organiser.COUNTY}


def test_typing_finds_a_service_and_nothing_else(part, catalogue) -> None:
    part.arrive("")
    part.search.setText("mothers")
    assert templates(part) == ["mothers_club"]
    part.search.setText("nothing of the kind")
    assert part.stack.currentIndex() == 1
    assert part.begin.isHidden()


def test_opening_a_row_leads_to_its_form(qtbot, part, catalogue) -> None:
    part.arrive("")
    with qtbot.waitSignal(part.navigate) as went:
        part.open_service(catalogue["mothers_club"])
    assert went.args[0].page is PageName.SERVICE_FORM
    assert went.args[0].record == catalogue["mothers_club"].id


def test_only_the_lists_that_are_ticked_are_added(qtbot, workspace, database, office) -> None:
    dialog = ReadyDialog(workspace)
    qtbot.addWidget(dialog)
    for each, box in dialog.boxes.items():
        box.set_value(each is ReadySet.OTHER)
    dialog.accept()
    assert dialog.words() == "6 were added."
    with database.reading() as session:
        assert len(session.scalars(select(Service)).all()) == 6
    workspace.undo()
    with database.reading() as session:
        assert session.scalars(select(Service)).all() == []
