import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import type_text

from kotoutus_desktop.casework.drafts import draft_of
from kotoutus_desktop.models.assessment import Interpretation, Outcome, Place
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.ui.page import Destination, PageName
from tests.casebook import answer_everything

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def write(text):
    type_text(QApplication.focusWidget(), text)


def tab_to(field):
    """Press Tab until the keyboard is in a field."""
    for _step in range(60):
        now = QApplication.focusWidget()
        if now is not None and (field.editor() is now or field.editor().isAncestorOf(now)):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {field.label.text()!r}")


def answer(field, text):
    tab_to(field)
    write(text)


def texts(page):
    page.look()
    return [row.text for row in page.missing._rows]


def complete_in_file(database, client_id, officer, today):
    from kotoutus_desktop.casework import assess, register

    with database.transaction() as session:
        client = register.get_client(session, client_id)
        assessment = assess.open_assessment(session, client, officer.id, today, None)
        answer_everything(assessment, today)
        assert assess.complete(session, assessment, officer, today) == []
        return assessment.id


def answer_heads_by_keyboard(page):
    write("Reads Arabic.")
    for _head in range(8):
        press(Qt.Key.Key_PageDown, CONTROL)
        write("Told in the interview.")
    press(Qt.Key.Key_PageDown, CONTROL)


def tell_by_keyboard(page):
    part = page.parts.part("told")
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is part.all_told
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_PageDown, CONTROL)
    press(Qt.Key.Key_PageDown, CONTROL)


def describe_interview_by_keyboard(page):
    write("24.11.2026")
    answer(page.fields["place"], "office of")
    answer(page.fields["interpretation"], "interpreter present")
    answer(page.fields["interpreter"], "Tulkkikeskus")
    press(Qt.Key.Key_PageDown, CONTROL)


def conclude_by_keyboard(page):
    tab_to(page.fields["outcome"])
    press(Qt.Key.Key_Space)
    answer(page.fields["outcome_reason"], "R-031")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    answer(page.fields["plan_planned_on"], "today")
    press(Qt.Key.Key_Tab)


def test_an_assessment_is_made_from_empty_to_complete_by_keyboard(page, kept, qtbot, today):
    answer_heads_by_keyboard(page)
    tell_by_keyboard(page)
    describe_interview_by_keyboard(page)
    conclude_by_keyboard(page)
    assert texts(page) == []
    press(Qt.Key.Key_Return, CONTROL)

    assessment = kept()
    assert assessment.completed_on == today
    assert assessment.head(InterviewHead.LITERACY).finding == "Reads Arabic."
    assert {(told.told_on, told.language) for told in assessment.told} == {(today, "ar")}
    assert (assessment.place, assessment.interpreter) == (Place.PREMISES, "Tulkkikeskus")
    assert assessment.interpretation is Interpretation.ON_SITE
    assert assessment.outcome is Outcome.PLAN_NEEDED
    assert assessment.outcome_reason == Wording.of("R-031")
    assert assessment.plan_planned_on == today


def test_after_completion_the_keyboard_goes_on_to_the_plan(
    open_page, database, client, officer, today, qtbot
):
    record = complete_in_file(database, client.id, officer, today)
    page = open_page(record=record)

    with qtbot.waitSignal(page.navigate) as asked:
        press(Qt.Key.Key_Return, CONTROL)

    assert asked.args == [Destination(PageName.PLAN, client=client.id)]


def test_completing_leads_to_the_first_thing_missing(page):
    page.primary()

    assert page.current == "heads.literacy"
    assert page.bars.messages()[0].text == "Still missing: Heads 1–9"
    assert not page.is_completed()

    write("Reads.")
    assert page.bars.messages() == []


def test_completion_can_be_undone(open_page, database, client, officer, today, kept):
    page = open_page()
    with database.transaction() as session:
        assessment = session.merge(page.case.assessment)
        answer_everything(assessment, today)
    page.refresh()
    page.primary()
    assert page.is_completed()

    message = page.bars.messages()[0]
    assert [act.label for act in message.acts] == ["Undo", "Draw up the integration plan"]
    message.acts[0].callback()

    assert kept().completed_on is None
    assert not page.is_completed()
    assert page.parts.part(page.current).isVisible()


def test_a_completed_assessment_is_read_until_it_is_corrected(
    open_page, database, client, officer, today, kept
):
    page = open_page(record=complete_in_file(database, client.id, officer, today))
    assert page.fields == {}
    assert page.plan.isVisible()

    page.correct.click()

    assert kept().completed_on is None
    assert page.done.isVisible()
    assert page.fields["heads.literacy.finding"].isVisible()


def test_coming_back_does_not_begin_another_assessment(open_page, database, client, officer, today):
    done = complete_in_file(database, client.id, officer, today)

    assert open_page().case.assessment.id == done
    assert open_page(focus="new").case.assessment.id != done


def test_what_was_typed_is_there_weeks_later(open_page, kept, clock):
    page = open_page()
    write("Half a sentence")
    page.open_part("clarifying")
    page.fields["clarifying"].add_row().provider.set_value("Osaamiskeskus")
    page.open_part("interview")
    page.fields["interviewed_on"].line.setText("31.2.")
    page.fields["participants"].add_row().name.set_value("Ali")
    page.open_part("outcome")
    page.fields["outcome_reason"].edit.setPlainText("Many needs")
    page.keep()
    page.close()
    clock.forward(weeks=5)

    page = open_page()

    assert page.fields["heads.literacy.finding"].value() == "Half a sentence"
    assert page.fields["clarifying"].rows[0].provider.value() == "Osaamiskeskus"
    assert page.fields["interviewed_on"].line.text() == "31.2."
    assert page.fields["participants"].rows[0].name.value() == "Ali"
    assert page.fields["outcome_reason"].value() == Wording.free("Many needs", "fi")


def test_leaving_records_what_is_right_and_keeps_no_draft(page, kept, database):
    write("Reads slowly.")
    page.leave()

    assert kept().head(InterviewHead.LITERACY).finding == "Reads slowly."
    with database.reading() as session:
        assert draft_of(session, page.form, page.subject) is None


def test_a_refused_date_is_shown_at_its_field(page):
    page.open_part("interview")
    page.fields["interviewed_on"].line.setText("1.12.2026")

    assert not page.record()

    assert "future" in page.fields["interviewed_on"].error.text()


def test_an_interview_before_the_plan_day_is_refused_in_a_part_not_yet_opened(
    open_page, database, today, kept
):
    page = open_page()
    with database.transaction() as session:
        session.merge(page.case.assessment).plan_planned_on = today.replace(day=1)
    page.refresh()
    page.open_part("interview")
    page.fields["interviewed_on"].set_value(today)

    assert not page.record()

    assert page.current == "outcome"
    assert "before the interview" in page.fields["plan_planned_on"].error.text()


def test_undo_elsewhere_is_seen_on_the_page(page, workspace, kept):
    write("Reads.")
    page.record()
    workspace.undo()
    page.refresh()

    assert page.fields["heads.literacy.finding"].value() == ""


def test_who_else_said_it_is_asked_only_when_it_was_not_the_client(page):
    detail, source = (
        page.fields["heads.literacy.source_detail"],
        page.fields["heads.literacy.source"],
    )
    assert not detail.isVisible()

    source.set_value(SourceKind.AUTHORITY)
    assert detail.isVisible()
    assert "Source of what others have told" in texts(page)

    page.go_to("sources")
    assert detail.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("heads.literacy", "heads.literacy.finding"),
        ("told.personal_data", "told.personal_data.on"),
        ("interviewed_on", "interviewed_on"),
        ("on_premises", "place"),
        ("interpreter", "interpretation"),
        ("authors", "officer"),
        ("plan_needed", "outcome"),
        ("planned_plan_date", "plan_planned_on"),
        ("guided_to", "guidance"),
    ],
)
def test_the_page_opens_at_the_place_of_a_missing_line(open_page, key, field):
    page = open_page(focus=key)

    asked = page.fields[field]
    now = QApplication.focusWidget()
    assert asked.isVisible()
    assert asked.isAncestorOf(now)
