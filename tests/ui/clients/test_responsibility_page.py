from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.facts import Jobseeker, Protection
from kotoutus_desktop.rules.responsibility import Body, Task
from kotoutus_desktop.ui.clients.responsibility_answers import AnswerLine
from kotoutus_desktop.ui.clients.responsibility_page import ResponsibilityPage
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import theme


@pytest.fixture
def open_guide(qtbot, workspace, office):
    """Return a maker of the page, for a client or for nobody."""

    def open_it(client=None, width=1150, height=768) -> ResponsibilityPage:
        destination = Destination(PageName.RESPONSIBILITY, client.id if client else None)
        page = ResponsibilityPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(destination)
        return page

    return open_it


def bodies(page):
    return {each.task: each.bodies for each in page.guide.responsible}


def said(page):
    lines = page.answers.findChildren(AnswerLine)
    return "\n".join(label.text() for line in lines for label in line.findChildren(Label))


def test_it_begins_with_what_is_recorded_of_the_client(open_guide, register):
    page = open_guide(register(protection=Protection.QUOTA_REFUGEE))

    assert bodies(page)[Task.ASSESSMENT] == (Body.MUNICIPALITY,)
    assert "Assessment: municipality" in said(page)
    assert "Worth asking: quota refugee" in said(page)
    assert "Voluntary until the end of 2026" in said(page)
    assert page.answers.county.isVisible()
    assert page.again.isHidden()


def test_a_changed_fact_changes_the_answers_and_stores_nothing(open_guide, register, database):
    client = register()
    page = open_guide(client)
    before = database.undo_label

    page.facts.fields["jobseeker"].set_value(Jobseeker.UNEMPLOYED.value)

    assert bodies(page)[Task.ASSESSMENT] == (Body.EMPLOYMENT_AUTHORITY,)
    assert bodies(page)[Task.GUIDANCE] == (Body.MUNICIPALITY,)
    assert "A-TMT (URA)" in said(page)
    assert page.again.isVisible()
    page.refresh()  # something else was recorded meanwhile
    assert bodies(page)[Task.ASSESSMENT] == (Body.EMPLOYMENT_AUTHORITY,)
    with database.reading() as session:
        assert get_client(session, client.id).jobseeker_periods == []
    assert database.undo_label == before

    page.primary()
    assert bodies(page)[Task.ASSESSMENT] == (Body.MUNICIPALITY,)
    assert page.again.isHidden()


def test_without_a_client_every_fact_is_chosen(open_guide):
    page = open_guide()
    assert "There is no right to an assessment." in said(page)
    fields = page.facts.fields

    fields["came_unaccompanied"].set_value(True)
    fields["born"].set_value(date(2012, 3, 1))
    assert bodies(page)[Task.HOUSING] == (Body.WELLBEING_COUNTY,)
    assert bodies(page)[Task.REPRESENTATIVE] == (Body.WELLBEING_COUNTY,)
    assert "not in compulsory" not in said(page)
    assert "no compulsory education" in said(page)

    fields["guardian"].set_value(True)
    assert Task.REPRESENTATIVE not in bodies(page)
    fields["delegates"].set_value(True)
    assert bodies(page)[Task.ASSESSMENT] == (Body.EMPLOYMENT_AUTHORITY,)
    fields["directed"].set_value(True)
    fields["protection"].set_value(Protection.QUOTA_REFUGEE.value)
    assert bodies(page)[Task.HOUSING] == (Body.MUNICIPALITY,)


def test_what_is_no_date_counts_as_not_known(open_guide, register):
    page = open_guide(register())

    page.facts.fields["first_granted"].restore("yesterdayish")

    assert page.guide.situation.person.first_granted is None


def test_a_guardian_is_asked_about_only_for_a_child_who_came_alone(open_guide):
    page = open_guide()
    guardian = page.facts.fields["guardian"]
    assert guardian.isHidden()

    page.facts.fields["came_unaccompanied"].set_value(True)

    assert not guardian.isHidden()


def test_ctrl_i_asks_why_for_the_line_or_tick_with_the_keyboard(open_guide, qtbot):
    page = open_guide()
    for name, section in (
        ("first_granted", "681/2023 § 14(1)"),
        ("trafficking_victim", "681/2023 § 14(1) point 7"),
    ):
        page.facts.fields[name].take_focus()
        with qtbot.waitSignal(page.section_clicked) as asked:
            QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        assert str(asked.args[0]) == section


def test_escape_goes_back(open_guide, qtbot):
    page = open_guide()
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_a_client_under_a_non_disclosure_order_is_named_by_number(open_guide, register):
    client = register(non_disclosure=True)
    page = open_guide(client)

    names = [label.text() for label in page.band.findChildren(Label)]
    assert client.number in names
    assert not [name for name in names if "Amal" in name]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("width", "factor"), [(964, 1.0), (934, 1.5), (808, 1.0)])
def test_everything_fits_is_named_and_reached_by_tab(
    qtbot, open_guide, register, language, width, factor
):
    client = register(came_unaccompanied=True, born=date(2010, 1, 1))
    set_interface_language(language)
    theme().apply(factor=factor)
    page = open_guide(client, width=width, height=600)

    qtbot.waitUntil(lambda: clipped(page) == [])
    assert not nameless(page)
    assert not never_reached(page)
    assert not out_of_order(page)
    for field in page.facts.fields.values():
        box = getattr(field, "box", None)
        if box is not None and not field.isHidden() and hasattr(box, "checkState"):
            assert box.width() >= box.sizeHint().width(), box.text()
