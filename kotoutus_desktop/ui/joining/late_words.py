"""What another laptop wrote in a joined record, said on the client's page until it is decided."""

from collections.abc import Callable
from uuid import UUID

from kotoutus_desktop.casework.joining import Late, late_news, settle_late
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.log.field_words import FIELDS
from kotoutus_desktop.ui.log.value_words import ValueWords
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.workspace import Workspace

KEY = "joined"


def late_message(
    workspace: Workspace, client_id: UUID, done: Callable[[str], object]
) -> Message | None:
    """Return the news with the two answers, None for none. `done` is told what was recorded."""
    with workspace.database.reading() as session:
        late = late_news(session, client_id)
        people = {each.id: each.name for each in officers(session)} if late else {}
    if not late:
        return None
    words = ValueWords(interface_language(), people)
    text = _("Another laptop wrote in the joined record {number}: {what}.").format(
        number=late[0].number, what="; ".join(_said(each, words) for each in late)
    )
    acts = (
        Act(_("Take over"), lambda: _settle(workspace, client_id, late, done), plain=False),
        Act(_("Leave as it is"), lambda: _settle(workspace, client_id, [], done)),
    )
    return Message(text, Tone.WARNING, acts, KEY)


def _said(late: Late, words: ValueWords) -> str:
    return _("{field}: {value} (here: {present})").format(
        field=_(FIELDS.get(late.name, late.name)),
        value=words.value(late.name, late.value),
        present=words.value(late.name, late.present),
    )


def _settle(
    workspace: Workspace, client_id: UUID, late: list[Late], done: Callable[[str], object]
) -> None:
    label = _("news of a joined record decided")
    with workspace.database.transaction(label) as session:
        settle_late(session, client_id, late)
    done(_("Decided. The other value stays in the client’s log."))
