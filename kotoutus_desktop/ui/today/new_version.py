"""What Today says once after the program was updated: that it is another version, quietly."""

from kotoutus_desktop import __version__
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.help.books import Book
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.preferences import Preferences

KEY = "version"


def tell_new_version(preferences: Preferences, page: Page, bars: MessageBars) -> None:
    """Say which version this is, until it was seen; at the very first start nothing is new."""
    if preferences.version_seen in ("", __version__):
        preferences.version_seen = __version__
        return
    text = _("The program is now version {version}.").format(version=__version__)
    show = Act(
        _("Show what is new"),
        lambda: page.navigate.emit(Destination(PageName.HELP, focus=str(Book.NEW))),
        "bulb",
    )
    message = Message(text, Tone.INFO, (show,), KEY)
    bars.show_message(message)
    if message in bars.messages():  # graver ones may stand before it: then once more next time
        preferences.version_seen = __version__
