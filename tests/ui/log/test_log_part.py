import pytest

from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.log.anchors import close_log, kept_anchors, lost_anchor
from kotoutus_desktop.ui.log.log_part import LogPart
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.settings_page import SettingsPage
from kotoutus_desktop.ui.today.today_page import TodayPage
from tests.conftest import KEY
from tests.models.history.conftest import rows


@pytest.fixture
def written(database, office, officer):
    """A file with some entries in its log."""
    for number in range(4):
        with database.transaction() as session:
            session.add(Officer(name=f"Counsellor {number}"))
    return database


@pytest.fixture
def open_part(qtbot, workspace):
    def open_it():
        part = LogPart(workspace)
        qtbot.addWidget(part)
        part.resize(620, 700)
        part.show()
        part.shown()
        return part

    return open_it


def raw(database, *statements):
    connection = connect(database.path, KEY)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def cut_off(database, last):
    raw(database, "DROP TRIGGER record_log_is_kept", f"DELETE FROM log_entry WHERE seq > {last}")


def offers(page):
    buttons = page.reminders.findChildren(Button)
    return [button for button in buttons if button.accessibleName() == "Look at the log"]


def test_a_whole_log_is_said_to_be_whole(qtbot, written, open_part):
    part = open_part()
    part.check.click()
    qtbot.waitUntil(lambda: part.found.isVisible() and part.job is None)

    assert part.found.text().startswith("The log is whole: ")
    assert part.check.isEnabled()


def test_the_first_broken_link_is_named(qtbot, written, open_part):
    raw(
        written,
        "DROP TRIGGER record_log_stays",
        "UPDATE log_entry SET act = 'view', subject = 'client' WHERE seq = 3",
    )
    part = open_part()
    part.check_all()
    qtbot.waitUntil(lambda: part.found.isVisible() and part.job is None)

    said = part.found.text()
    assert said.startswith("The log is broken at entry 3. What stands there now: ")
    assert "Opened: the client's page" in said


def test_an_anchor_on_paper_is_compared(written, open_part):
    part = open_part()
    anchor = part.state.text().removeprefix("The log ends at ").rstrip(".")
    part.printed.set_value(anchor)
    part.compare.click()
    assert "still holds" in part.compared.text()

    part.printed.set_value("2-000000000000")
    part.compare.click()
    assert "rewritten" in part.compared.text()
    part.printed.set_value("what is this")
    part.compare.click()
    assert "1042-7f3a19c08b2d" in part.printed.error.text()


def test_this_computer_keeps_where_the_log_ended_and_notices_a_shorter_one(
    qtbot, written, workspace, open_part
):
    close_log(workspace, "lock")
    assert rows(written, "SELECT subject, detail FROM log_entry WHERE act = 'lock'") == [
        ("file", "lock")
    ]
    (kept,) = kept_anchors(workspace)
    assert lost_anchor(workspace) is None

    cut_off(written, kept.anchor.seq - 2)

    assert lost_anchor(workspace) == kept
    assert "shortened or rewritten" in open_part().state.text()


def test_today_warns_of_a_shortened_log_and_leads_to_it(qtbot, written, workspace):
    close_log(workspace, "close")
    cut_off(written, 1)
    page = TodayPage(workspace, Destination(PageName.TODAY))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Destination(PageName.TODAY))

    (look,) = offers(page)
    with qtbot.waitSignal(page.navigate) as asked:
        look.click()
    assert asked.args == [Destination(PageName.SETTINGS, focus="log")]


def test_today_says_nothing_of_a_whole_log(qtbot, written, workspace):
    close_log(workspace, "close")
    page = TodayPage(workspace, Destination(PageName.TODAY))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Destination(PageName.TODAY))

    assert offers(page) == []


@pytest.mark.parametrize("role", Role)
def test_trainers_see_no_log_in_the_settings(qtbot, written, workspace, role):
    workspace.show_to(role)
    page = SettingsPage(workspace, Destination(PageName.SETTINGS))
    qtbot.addWidget(page)

    assert ("log" in page.parts) is (role is not Role.TRAINER)
    if role is not Role.TRAINER:
        page.open_part("log")
        is_checker = role in (Role.SUPERVISOR, Role.ADMINISTRATOR)
        assert page.log.spot_check.isVisibleTo(page.log) is is_checker
