"""What Today says, from 2027 on, while nobody has begun to enter a record in Koto-AJ or A-TMT."""

from kotoutus_desktop.casework.national.waiting import count_untouched
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.exchange.parts import NATIONAL
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace

KEY = "national"


def national_message(workspace: Workspace, page: Page) -> Message | None:
    """Return of how many clients something must be entered, and where; None for none."""
    with workspace.database.reading() as session:
        count = count_untouched(session)
    if not count:
        return None
    text = ngettext(
        "Of {n} client a record must be entered in Koto-AJ or A-TMT (§ 76, § 102).",
        "Of {n} clients a record must be entered in Koto-AJ or A-TMT (§ 76, § 102).",
        count,
    ).format(n=count)
    show = Act(
        _("Show"),
        lambda: page.navigate.emit(Destination(PageName.EXCHANGE, focus=NATIONAL)),
        "database-export",
    )
    return Message(text, Tone.INFO, (show,), KEY)
