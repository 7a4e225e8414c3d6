"""What Today says about the log: only when it is not what was kept of it."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.backups.kept_anchors import KeptAnchor
from kotoutus_desktop.ui.backups.words import moment_text
from kotoutus_desktop.ui.log.anchors import lost_anchor
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.workspace import Workspace

KEY = "log"


def log_message(workspace: Workspace, page: Page) -> Message | None:
    """Return the warning that the log was shortened or rewritten, None when all is well."""
    lost = lost_anchor(workspace)
    if lost is None:
        return None
    look = Act(
        _("Look at the log"),
        lambda: page.navigate.emit(Destination(PageName.SETTINGS, focus="log")),
        "shield-check",
    )
    return Message(lost_text(lost), Tone.DANGER, (look,), KEY)


def lost_text(lost: KeptAnchor) -> str:
    """Say since when the log is not what it was, and who knew it."""
    values = {
        "number": lost.anchor.seq,
        "when": moment_text(lost.kept_at),
        "copy": lost.copy,
    }
    if lost.copy:
        text = _(
            "The log was shortened or rewritten: entry {number} is not what it was in the copy "
            "of {when} ({copy}). Tell your supervisor before you go on."
        )
    else:
        text = _(
            "The log was shortened or rewritten: entry {number} is not what it was when this "
            "computer closed the file on {when}. Tell your supervisor before you go on."
        )
    return text.format(**values)
