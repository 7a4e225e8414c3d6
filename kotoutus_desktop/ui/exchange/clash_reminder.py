"""What Today says while two laptops do not agree about something."""

from kotoutus_desktop.casework.exchange.clashes import count_clashes
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.exchange.parts import CLASHES
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace

KEY = "clashes"


def clash_message(workspace: Workspace, page: Page) -> Message | None:
    """Return how many questions are open and where they are answered, None for none."""
    with workspace.database.reading() as session:
        count = count_clashes(session)
    if not count:
        return None
    text = ngettext(
        "Two laptops do not agree about {n} thing.",
        "Two laptops do not agree about {n} things.",
        count,
    ).format(n=count)
    decide = Act(
        _("Decide"),
        lambda: page.navigate.emit(Destination(PageName.EXCHANGE, focus=CLASHES)),
        "arrows-exchange",
    )
    return Message(text, Tone.WARNING, (decide,), KEY)
