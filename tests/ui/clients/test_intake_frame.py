"""Where things lie on the intake: names for readers, Tab, folding, nothing clipped."""

import pytest
from walker import clipped, nameless, never_reached, out_of_order, tab_chain

from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.circumstances import BenefitKind, BenefitPeriod, JobseekerPeriod
from kotoutus_desktop.ui.theme import Mode, theme
from tests.ui.clients.intake_steps import opened, settle


@pytest.fixture(autouse=True)
def _office(office):
    """Every case number needs an office."""


@pytest.fixture
def amal(database, make_client, today):
    client = make_client(number="", came_unaccompanied=True, non_disclosure=True)
    client.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=today)]
    client.benefit_periods = [
        BenefitPeriod(client_id=client.id, kind=BenefitKind.SOCIAL_ASSISTANCE, starts_on=today)
    ]
    with database.transaction() as session:
        store_client(session, client, today)
    return client


def test_everything_has_a_name_and_tab_reads_the_page_in_its_order(qtbot, workspace, amal):
    page = opened(qtbot, workspace, amal.id)

    assert nameless(page) == []
    assert never_reached(page) == []
    assert out_of_order(page) == []


@pytest.mark.parametrize(
    ("language", "width", "height", "factor"),
    [("fi", 1306, 720, 1.5), ("sv", 964, 600, 1.0), ("fi", 1246, 720, 2.0), ("fi", 1150, 768, 1.0)],
)
def test_nothing_is_clipped_or_scrolls_sideways(
    qtbot, workspace, amal, language, width, height, factor
):
    set_interface_language(language)
    theme().apply(Mode.LIGHT, factor)
    page = opened(qtbot, workspace, amal.id)
    page.resize(width, height)
    settle()

    assert page.body.widget().width() <= page.body.viewport().width()
    assert clipped(page) == []


def test_a_narrow_page_puts_the_duplicates_under_the_names(qtbot, workspace, amal):
    page = opened(qtbot, workspace, focus="Amal Khatib")
    page.names.given.set_value("Amal Hassan")
    page.resize(860, 640)
    settle()
    page.look()
    settle()

    (button,) = page.duplicates.buttons()
    assert page.is_folded()
    assert page.body.isAncestorOf(page.duplicates)
    chain = tab_chain(page)
    assert chain.index(button) < chain.index(page.birth.code.line)


def test_a_wide_page_has_them_beside_the_form(qtbot, workspace):
    page = opened(qtbot, workspace)

    assert not page.is_folded()
    assert not page.body.isAncestorOf(page.missing)
