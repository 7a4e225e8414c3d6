from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kotoutus_desktop.casework.households import join
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.ui.clients.client_page_hidden import SHOWN_FOR_MS
from kotoutus_desktop.ui.clients.story import StoryRow
from kotoutus_desktop.ui.page import Destination, PageName

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def seen(widget: QWidget) -> str:
    """Return every word that can be read or heard on a page now."""
    QTest.qWait(1)
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    others = [w for w in widget.findChildren(QWidget) if w.isVisible()]
    said = [f"{w.accessibleName()} {w.accessibleDescription()} {w.toolTip()}" for w in others]
    return "\n".join([*labels, *said]).replace("\u00a0", " ")


def test_control_enter_takes_the_next_step(qtbot, open_client, register):
    client = register()
    page = open_client(client)

    with qtbot.waitSignal(page.navigate) as went:
        press(Qt.Key.Key_Return, CONTROL)

    assert went.args == [Destination(PageName.ASSESSMENT, client.id)]


def test_after_the_assessment_the_next_step_is_the_plan(qtbot, open_client, register, assess):
    client = register()
    assess(client)
    page = open_client(client)

    with qtbot.waitSignal(page.navigate) as went:
        press(Qt.Key.Key_Return, CONTROL)

    assert went.args == [Destination(PageName.PLAN, client.id)]


def test_a_referral_is_recorded_in_place_with_two_keys_and_undone(
    qtbot, database, open_client, register, agree
):
    client = register()
    agree(client)
    page = open_client(client)

    (row,) = page.frame.referrals.rows.values()
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is row.date.line)
    press(Qt.Key.Key_Return)

    def referred():
        with database.reading() as session:
            return get_client(session, client.id).plans[0].measures[0].referred_on

    assert referred() == date(2026, 11, 24)
    assert not page.frame.referrals.isVisible()
    assert page.bars.messages()[0].text == "The referral was recorded."
    page.bars.messages()[0].acts[0].callback()
    assert referred() is None
    assert page.frame.referrals.isVisible()


def test_a_referral_before_the_plan_is_refused_at_its_field(open_client, register, agree):
    client = register()
    agree(client)
    page = open_client(client)
    (row,) = page.frame.referrals.rows.values()

    row.date.line.setText("1.1.2026")
    row.record()

    assert "before the plan" in row.date.error.text()


def test_a_plan_that_runs_on_is_a_quiet_line(database, open_client, register, agree, clock):
    client = register()
    plan = agree(client)
    with database.transaction() as session:
        get_client(session, client.id).plans[0].measures[0].referred_on = plan.made_on
    page = open_client(client)

    assert page.frame.step.button is None
    assert "Next: review the integration plan, due on 24.5.2027" in seen(page.frame.step)


def test_a_missing_line_leads_to_its_field(qtbot, open_client, register, agree):
    client = register()
    plan = agree(client)
    page = open_client(client)

    with qtbot.waitSignal(page.navigate) as went:
        page.frame.missing.first_button.click()

    assert went.args == [Destination(PageName.PLAN, client.id, plan.id, "copy_given")]


def test_the_story_opens_the_record_that_holds_an_event(qtbot, open_client, register, agree):
    client = register()
    plan = agree(client)
    page = open_client(client)
    rows = page.frame.story.findChildren(StoryRow)
    button = next(row for row in rows if "Integration plan 1 agreed" in row.accessibleName())
    QTest.qWait(1)

    with qtbot.waitSignal(page.navigate) as went:
        button.setFocus()
        press(Qt.Key.Key_Space)

    assert went.args == [Destination(PageName.PLAN, client.id, plan.id)]


def test_contact_details_under_non_disclosure_show_only_when_asked_and_for_a_while(
    qtbot, open_client, register
):
    client = register(
        non_disclosure=True,
        phone="040 555 0102",
        street="Salainen 1",
        town="Oulu",
        email="salainen@example.org",
    )
    page = open_client(client)
    secrets = ("555", "Salainen", "Oulu", "example.org", "Utajärvi")

    assert not [word for word in secrets if word in seen(page)]
    page.frame.person.contact.button.click()
    assert [word for word in secrets if word in seen(page)] == list(secrets)
    assert page.frame.person.contact._hiding.interval() == SHOWN_FOR_MS == 20_000
    page.frame.person.contact._hiding.timeout.emit()
    assert not [word for word in secrets if word in seen(page)]


def test_the_identity_code_is_dots_until_asked_for(open_client, register):
    page = open_client(register(identity_code="140388-972H"))

    assert "972H" not in seen(page)
    page.frame.person.code.button.click()
    assert "140388-972H" in seen(page)
    page.frame.person.code.button.click()
    assert "972H" not in seen(page)


def test_a_member_of_the_household_is_a_link_and_a_restricted_one_a_number(
    qtbot, database, open_client, register
):
    client = register()
    other = register(given_names="Piilo", family_names="Salainen", non_disclosure=True)
    with database.transaction() as session:
        join(session, get_client(session, client.id), get_client(session, other.id))
    page = open_client(client)

    assert "Piilo" not in seen(page)
    link = next(w for w in page.findChildren(QWidget) if other.number in w.accessibleName())
    with qtbot.waitSignal(page.navigate) as went:
        link.click()
    assert went.args == [Destination(PageName.CLIENT, other.id)]


def test_the_case_is_ended_with_a_reason_and_reopened(database, open_client, register):
    client = register()
    page = open_client(client)

    page.acts.ask_closing()
    dialog = page.acts.dialog
    dialog.accept()
    assert dialog.reason.has_error()
    dialog.reason.set_value(ClosingReason.MOVED_AWAY.value)
    dialog.accept()

    with database.reading() as session:
        assert get_client(session, client.id).closed_on == date(2026, 11, 24)
    assert "moved to another municipality" in seen(page)
    page.acts.reopen()
    with database.reading() as session:
        assert get_client(session, client.id).closed_on is None


def test_a_case_with_a_plan_in_force_is_not_ended_but_the_way_is_shown(
    qtbot, open_client, register, agree
):
    client = register()
    plan = agree(client)
    page = open_client(client)

    page.acts.close(date(2026, 11, 24), ClosingReason.OTHER, "")

    (message,) = page.bars.messages()
    assert "plan is still in force" in message.text
    with qtbot.waitSignal(page.navigate) as went:
        message.acts[0].callback()
    assert went.args[0].record == plan.id


def test_the_menu_offers_what_can_be_done_now(qtbot, open_client, register, agree):
    client = register()
    agree(client)
    page = open_client(client)

    menu = page.frame.head.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    with qtbot.waitSignal(page.navigate) as went:
        menu.actions()[1].trigger()
    menu.deleteLater()

    assert texts == [
        "Edit the client's data",
        "Add a member of the household",
        "Who is responsible?",
        "Hand-over lists",
        "Koto-AJ and A-TMT",
        "Registered twice?",
        "Log",
        "All that is held on this person …",
        "Assess again",
        "Review the plan now",
        "Draw up the next plan",
        "End the plan and guide onward",
        "End the client relationship …",
    ]
    assert went.args == [Destination(PageName.INTAKE, record=client.id)]


def test_shift_f10_opens_the_menu_of_the_page(open_client, register):
    open_client(register())

    press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)

    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "Edit the client's data"
    menu.close()


def test_control_p_prints_the_plan_in_force(qtbot, open_client, register, agree):
    client = register()
    plan = agree(client)
    page = open_client(client)

    with qtbot.waitSignal(page.navigate) as went:
        press(Qt.Key.Key_P, CONTROL)

    assert went.args == [Destination(PageName.PRINT, client.id, plan.id)]


def test_the_head_says_language_interpreter_reading_and_age(open_client, register):
    page = open_client(register(dialect="levantti", reads=["ar"]))

    said = seen(page.frame.head)
    for words in ("Arabic (levantti)", "interpreter needed", "reads: Arabic", "38 y", "U7-0001"):
        assert words in said


def test_a_plan_that_has_run_out_leads_to_the_next_one(qtbot, open_client, register, agree, clock):
    client = register()
    agree(client)
    clock.now = datetime(2027, 12, 1, 8, tzinfo=UTC)
    page = open_client(client)

    assert "The plan ended on 24.11." in seen(page.frame.step)
    with qtbot.waitSignal(page.navigate) as went:
        page.primary()
    assert went.args == [Destination(PageName.PLAN, client.id)]
