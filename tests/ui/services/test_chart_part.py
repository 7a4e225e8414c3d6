"""The programme on the screen: the chart, and what the check finds."""

from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.documents.programme_chart import chart_pdf
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.ui.page import PageName
from kotoutus_desktop.ui.services.chart_part import ChartPart, chart_sheet


@pytest.fixture
def part(qtbot, workspace, catalogue):
    part = ChartPart(workspace)
    qtbot.addWidget(part)
    return part


def end(database, template):
    with database.transaction() as session:
        service = session.scalars(select(Service).where(Service.template == template)).one()
        service.valid_to = date(2026, 11, 1)


def test_a_whole_programme_has_no_gaps(part) -> None:
    part.arrive("")
    assert part.list.isHidden()
    assert part.verdict.text() == "Every point of the minimum is there."


def test_what_is_missing_is_listed_with_its_place_and_leads_on(qtbot, part, database) -> None:
    end(database, "orientation")
    end(database, "literacy")
    part.arrive("")
    assert part.verdict.text() == "2 things are missing."
    assert [str(gap.section) for gap in part.gaps] == [
        "681/2023 § 13(1) point 3",
        "681/2023 § 13(1) point 4",
    ]
    with qtbot.waitSignal(part.navigate) as went:
        part.list.opened.emit(part.list.model().index(0, 0))
    assert went.args[0].page is PageName.SERVICE_FORM


def test_the_chart_says_its_parts_to_a_screen_reader(part) -> None:
    part.arrive("")
    said = part.view.accessibleDescription()
    assert "Municipality: Assessment of skills" in said
    assert "Mothers' language club" in said


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_chart_is_saved_in_each_language(part, workspace, tmp_path, language) -> None:
    target = tmp_path / "chart.pdf"
    assert part.export.save_to(
        target, lambda code: chart_pdf(chart_sheet(workspace, code)), language
    )
    assert target.read_bytes().startswith(b"%PDF")
