from kotoutus_desktop.ui.exchange.clash_reminder import clash_message
from kotoutus_desktop.ui.page import Page


def test_today_says_that_laptops_do_not_agree_and_leads_there(
    qtbot, workspace, library, centre, client
):
    page = Page()
    qtbot.addWidget(page)
    assert clash_message(workspace, page) is None
    centre.take(library.send(centre))
    library.change(client, phone="050 1")
    centre.change(client, phone="050 2")
    library.take(centre.send(library))

    message = clash_message(workspace, page)

    assert message.text == "Two laptops do not agree about 1 thing."
    with qtbot.waitSignal(page.navigate) as went:
        message.acts[0].callback()
    assert went.args[0].focus == "clashes"
