import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.models.assessment import Place
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.rules.facts import ClarifyingKind, InterviewHead, Protection
from kotoutus_desktop.rules.section import ASSESSMENT_PLACE
from kotoutus_desktop.ui.page import PageName


def keys(page):
    page.look()
    return [row.key for row in page.missing._rows]


def change_client(database, client, **facts):
    with database.transaction() as session:
        stored = session.merge(client)
        for name, value in facts.items():
            setattr(stored, name, value)


@pytest.mark.parametrize("place", [Place.REMOTE, Place.PHONE, Place.ELSEWHERE])
def test_a_weighty_reason_is_asked_for_another_place(page, place):
    page.open_part("interview")
    reason = page.fields["place_reason"]
    assert not reason.isVisible()

    page.fields["place"].set_value(place)

    assert reason.isVisible()
    assert "weighty_reason" in keys(page)
    page.go_to("weighty_reason")
    assert reason.isAncestorOf(QApplication.focusWidget())
    assert ASSESSMENT_PLACE in [row.section for row in page.missing._rows]


@pytest.mark.parametrize("place", [Place.PREMISES, Place.SERVICE_POINT])
def test_no_reason_is_asked_for_the_office_or_a_service_point(page, place):
    page.open_part("interview")
    page.fields["place"].set_value(place)

    assert not page.fields["place_reason"].isVisible()
    assert "weighty_reason" not in keys(page)


def test_the_interpreter_is_asked_only_where_there_is_one(page):
    page.open_part("interview")
    page.fields["interpretation"].set_value("not_needed")
    assert not page.fields["interpreter"].isVisible()
    assert "interpreter" not in keys(page)

    page.fields["interpretation"].set_value("video")
    assert "interpreter" in keys(page)
    page.go_to("interpreter")
    assert QApplication.focusWidget() is page.fields["interpreter"].line


def test_findings_of_the_county_are_asked_and_kept_only_when_it_joined(page, kept):
    page.open_part("interview")
    findings = page.fields["county_findings"]
    assert not findings.isVisible()
    page.fields["county_joined"].set_value(True)
    assert findings.isVisible()

    findings.set_value("Needs a health check.")
    page.record()
    assert kept().county_findings == "Needs a health check."

    page.fields["county_joined"].set_value(False)
    page.record()
    assert kept().county_findings == ""


def test_prompts_say_why_to_ask_about_the_county(open_page, database, client):
    change_client(database, client, protection=Protection.QUOTA_REFUGEE)

    page = open_page(focus="place")

    assert page.parts.part("interview").county.prompt.text.text() == "Worth asking: quota refugee"


def test_one_click_tells_all_four_today_and_leaves_what_was_told_before(page, kept, today):
    page.open_part("told")
    page.fields["told.personal_data.on"].set_value(today.replace(day=20))
    page.fields["told.personal_data.language"].set_value("so")

    page.parts.part("told").all_told.click()

    page.record()
    told = {each.item: (each.told_on, each.language) for each in kept().told}
    assert told.pop("personal_data") == (today.replace(day=20), "so")
    assert set(told.values()) == {(today, "ar")}
    assert not any(key.startswith("told.") for key in keys(page))


def test_the_language_that_is_offered_follows_the_interview(page):
    page.open_part("told")
    assert page.parts.part("told").all_told.accessibleName() == "All told today in Arabic"

    page.open_part("interview")
    page.fields["language"].set_value("so")
    page.look()

    assert page.parts.part("told").all_told.accessibleName() == "All told today in Somali"


def test_a_clarifying_measure_is_added_kept_and_removed(page, kept):
    page.open_part("clarifying")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    row = page.fields["clarifying"].rows[0]
    assert row.kind.isAncestorOf(QApplication.focusWidget())
    row.kind.set_value(ClarifyingKind.LITERACY)
    row.provider.set_value("Aikuislukio")
    assert page.record()
    assert [measure.provider for measure in kept().clarifying] == ["Aikuislukio"]

    assert page.record()
    assert len(kept().clarifying) == 1

    page.fields["clarifying"].rows[0].remove.click()
    assert page.record()
    assert kept().clarifying == []
    assert QApplication.focusWidget() is page.fields["clarifying"].add_button


def test_a_row_without_its_kind_waits_to_be_mended(page, kept):
    page.open_part("clarifying")
    row = page.fields["clarifying"].add_row()
    row.result.set_value("Reads well.")

    assert not page.record()

    assert row.kind.error.text() == "Choose from the list, or remove the row."
    assert row.kind.isAncestorOf(QApplication.focusWidget())
    assert kept().clarifying == []


def test_no_plan_is_dated_when_none_is_needed(page, kept, today):
    page.open_part("outcome")
    page.parts.part("outcome").today.click()
    assert page.fields["plan_planned_on"].day() == today

    page.fields["outcome"].set_value("guidance_elsewhere")
    page.parts.part("outcome").settle()

    assert not page.fields["plan_planned_on"].isVisible()
    assert "guided_to" in keys(page)
    page.record()
    assert kept().plan_planned_on is None


def test_literacy_of_the_intake_is_shown_and_not_asked_again(open_page, database, client, qtbot):
    change_client(database, client, literacy="LK2", reads=["ar"])
    page = open_page(focus="heads.literacy")
    part = page.parts.part("heads.literacy")

    assert "reads Arabic" in part.literacy.text()
    with qtbot.waitSignal(page.navigate) as asked:
        part.change_literacy.click()
    assert (asked.args[0].page, asked.args[0].focus) == (PageName.INTAKE, "literacy")


def test_a_ready_sentence_with_its_level_goes_into_the_finding(page):
    page.open_part("heads.finnish_and_swedish")
    menu = page.parts.part("heads.finnish_and_swedish").sentences.menu()
    levels = next(action.menu() for action in menu.actions() if action.menu())

    next(action for action in levels.actions() if "A1.1" in action.text()).trigger()

    finding = page.fields["heads.finnish_and_swedish.finding"]
    assert "A1.1" in finding.value()
    assert QApplication.focusWidget() is finding.text


def test_phrases_of_the_head_come_first(page):
    page.open_part("heads.life_situation")
    need = page.fields["heads.life_situation.need"]

    need.open_list()

    first = page.phrasebook.library.get(need.offers.list.codes()[0])
    assert first.head == InterviewHead.LIFE_SITUATION


def test_under_25_the_usual_goal_is_called_to_mind(open_page, database, client, today):
    change_client(database, client, born=today.replace(year=2004), born_precision=Precision.DAY)
    page = open_page(focus="heads.employment_and_training_needs")

    assert page.parts.under_25
    assert page.missing.young.isVisible()


def test_the_county_is_not_asked_about_once_that_was_set_aside(open_page, database, client):
    change_client(database, client, protection=Protection.QUOTA_REFUGEE)
    prompt = open_page(focus="place").parts.part("interview").county.prompt
    prompt.aside.click()
    prompt.reason.set_value("The county is in the case already.")
    prompt.keep.click()

    again = open_page(focus="place").parts.part("interview").county.prompt
    assert again.is_aside
