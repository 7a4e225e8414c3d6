"""The form of a service: what is stored comes back, what cannot be right is said."""

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.catalogue import get_service
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.service_form import ServiceFormPage


def opened(qtbot, workspace, record=None):
    destination = Destination(PageName.SERVICE_FORM, record=record)
    page = ServiceFormPage(workspace, destination)
    qtbot.addWidget(page)
    page.arrive(destination)
    return page


@pytest.fixture
def form(qtbot, workspace, catalogue):
    return opened(qtbot, workspace, catalogue["mothers_club"].id)


def stored(database, catalogue):
    with database.reading() as session:
        return get_service(session, catalogue["mothers_club"].id)


def test_a_service_is_recorded_as_it_was_typed(form, database, catalogue) -> None:
    form.fields["place"].set_value("Kaakkurin kirjasto")
    form.fields["price"].line.setText("2,50")
    form.fields["waiting_weeks"].line.setText("3")
    form.fields["valid_to"].line.setText("31.12.2026")
    assert form.record()
    service = stored(database, catalogue)
    assert (service.place, service.price, service.waiting_weeks) == ("Kaakkurin kirjasto", 250, 3)
    assert service.valid_to == date(2026, 12, 31)
    assert service.groups == ["home_care"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("price", "-5", "euros"),
        ("price", "99999", "between 0 and 10000"),
        ("valid_to", "1.1.2020", "before it begins"),
        ("email", "kerho.example", "@"),
        ("places", "100000", "whole number"),
        ("waiting_weeks", "soon", "whole number"),
    ],
)
def test_bad_input_is_explained_at_its_field(form, database, catalogue, field, typed, said) -> None:
    form.fields["valid_from"].line.setText("1.11.2026")
    form.fields[field].line.setText(typed)
    assert not form.record()
    assert said in form.fields[field].error.text()
    assert stored(database, catalogue).valid_from is None


def test_a_language_of_clients_appears_when_it_is_chosen(form, database, catalogue) -> None:
    assert "name_ar" not in form.fields
    form.texts.chosen.set_value(["ar"])
    form.texts.chosen.changed.emit()
    form.fields["name_ar"].set_value("نادي اللغة للأمهات")
    assert form.record()
    assert stored(database, catalogue).names["ar"] == "نادي اللغة للأمهات"
    form.texts.chosen.set_value([])
    form.texts.chosen.changed.emit()
    assert form.record()
    assert "ar" not in stored(database, catalogue).names


def test_a_draft_comes_back_with_the_languages_it_was_typed_in(qtbot, workspace, office) -> None:
    first = opened(qtbot, workspace)
    first.fields["name_fi"].set_value("Läksykerho")
    first.texts.chosen.set_value(["ru"])
    first.texts.chosen.changed.emit()
    first.fields["name_ru"].set_value("Кружок")
    first.leave()
    again = opened(qtbot, workspace)
    assert again.fields["name_fi"].value() == "Läksykerho"
    assert again.fields["name_ru"].value() == "Кружок"


def test_a_new_service_is_not_recorded_before_it_is_saved(qtbot, workspace, database, office):
    form = opened(qtbot, workspace)
    form.fields["name_fi"].set_value("Läksykerho")
    form.leave()
    with database.reading() as session:
        assert session.scalars(select(Service)).all() == []
    form.primary()
    with database.reading() as session:
        assert session.scalars(select(Service)).one().valid_from == date(2026, 11, 24)


def test_aims_are_asked_for_where_the_service_is_training(form) -> None:
    assert form.fields["aims"].isHidden()
    form.fields["points"].set_value(["training"])
    form.fields["points"].changed.emit()
    assert not form.fields["aims"].isHidden()


def test_a_service_is_ended_offered_again_and_deleted(form, workspace, database, catalogue) -> None:
    form.end()
    assert stored(database, catalogue).valid_to == date(2026, 11, 23)
    form.revive()
    assert stored(database, catalogue).valid_to is None
    form.remove()
    with database.reading() as session:
        assert len(session.scalars(select(Service)).all()) == len(catalogue) - 1
    workspace.undo()
    assert stored(database, catalogue).names["fi"] == "Äitien kielikerho"
