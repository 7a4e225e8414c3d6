"""What Today says about the copies: only when the last proven one is old, or one failed."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.ui.backups.backups_part import failure_text, last_copy_text
from kotoutus_desktop.ui.backups.keeper import BackupKeeper
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone

KEY = "copies"


def remind(keeper: BackupKeeper, bars: MessageBars) -> None:
    """Show what has to be known, or take it away when all is well."""
    failure = keeper.failure or keeper.second_failure
    make = Act(_("Make a copy now"), lambda: keeper.make(Reason.HAND), "copy")
    if failure is not None and not keeper.is_busy:
        bars.show_message(Message(failure_text(failure), Tone.WARNING, (make,), KEY))
    elif keeper.last is not None and keeper.is_old and not keeper.is_busy:
        text = _("{last}. That is more than three days ago.")
        said = text.format(last=last_copy_text(keeper.last))
        bars.show_message(Message(said, Tone.WARNING, (make,), KEY))
    else:
        bars.withdraw(KEY)
