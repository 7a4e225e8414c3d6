from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.programme.chart import chart_of, gaps_of, the_document
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.programme import DocumentKind, ProgrammeDocument
from kotoutus_desktop.models.service import Organiser, Service, known_points
from kotoutus_desktop.rules.programme import ProgrammePoint

DAY = date(2026, 11, 24)


@pytest.fixture
def catalogue(database):
    with database.transaction() as session:
        for each in ReadySet:
            add_set(session, each)


def test_every_party_has_its_part_and_the_rest_stands_below(database, catalogue):
    with database.reading() as session:
        chart = chart_of(session, DAY, "fi")
    assert len(chart.parts[Organiser.MUNICIPALITY]) == 8
    assert "Työvoimapalvelut" in chart.parts[Organiser.EMPLOYMENT_AREA]
    assert "Sosiaali- ja terveyspalvelut" in chart.parts[Organiser.COUNTY]
    assert set(chart.others) == {
        "Vapaaehtoistoiminta yhdistyksessä",
        "Harrastusryhmä",
        "Äitien kielikerho",
        "Kohdennetut nuorisopalvelut",
        "Muu työelämäpalvelu",
        "Yhteisesti järjestettävä johdantojakso",
    }
    assert chart.strategy is None


def test_a_statutory_service_arranged_jointly_stands_with_the_municipality(database):
    with database.transaction() as session:
        session.add(Service(names={"fi": "Yhteinen"}, statutory=True, organiser=Organiser.JOINTLY))
    with database.reading() as session:
        assert chart_of(session, DAY, "fi").parts[Organiser.MUNICIPALITY] == ["Yhteinen"]


@pytest.mark.parametrize("point", ProgrammePoint)
def test_each_point_whose_services_end_is_missing_and_no_other(database, catalogue, point):
    with database.transaction() as session:
        for service in session.scalars(select(Service)):
            if point in known_points(service.points):
                service.valid_to = date(2026, 11, 23)
    with database.reading() as session:
        gaps = gaps_of(session, DAY, "fi")
    assert [(gap.point, gap.aim) for gap in gaps] == [(point, None)]


def test_the_document_in_use_is_the_first_of_its_kind(database):
    first = ProgrammeDocument(kind=DocumentKind.STRATEGY, titles={"fi": "Ohjelma"})
    with database.transaction() as session:
        session.add_all([first, ProgrammeDocument(kind=DocumentKind.PROGRAMME)])
    with database.reading() as session:
        assert the_document(session, DocumentKind.STRATEGY).id == first.id
        assert chart_of(session, DAY, "fi").strategy.titles == {"fi": "Ohjelma"}
