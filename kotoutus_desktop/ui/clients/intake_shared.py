"""What a household has in common, when it was changed for one of them: an offer, not a rule."""

from collections.abc import Callable, Mapping, Sequence

from kotoutus_desktop.casework.households import SHARED_FIELDS
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone

_KEY = "shared"


class SharedChange:
    """Compares address, phone, municipality and language of service with what is recorded."""

    def __init__(self, bars: MessageBars, change_all: Callable[[], object]) -> None:
        self._bars, self._change_all = bars, change_all
        self._recorded: Mapping[str, str] = {}
        self._offered: Mapping[str, str] = {}

    def remember(self, client: Client) -> None:
        """Take what stands in the client for what is recorded."""
        self._recorded = _shared(client)

    def changed(self, client: Client) -> dict[str, str]:
        """Return what is otherwise now, by column."""
        now = _shared(client)
        return {field: value for field, value in now.items() if value != self._recorded.get(field)}

    def offer(self, client: Client, household: Sequence[Client]) -> None:
        """Offer to change it for the others too, or take the offer back.

        Never under a non-disclosure order: the new address is told to nobody.
        """
        others = [person for person in household if not person.hides_place]
        changed = self.changed(client) if others and not client.hides_place else {}
        if changed == self._offered:
            return
        self._offered = changed
        if not changed:
            self._bars.withdraw(_KEY)
            return
        said = ngettext(
            "Another person of the household may share what changed.",
            "{count} other people of the household may share what changed.",
            len(others),
        ).format(count=len(others))
        act = Act(_("Change for everyone"), self._change_all, "users", plain=False)
        self._bars.show_message(Message(said, Tone.INFO, (act,), key=_KEY))


def _shared(client: Client) -> dict[str, str]:
    return {field: getattr(client, field) for field in SHARED_FIELDS}
