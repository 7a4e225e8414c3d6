"""When the program locks itself."""

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.policies import policies
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.settings.part import Part

DECIDED_LIMIT = N_("Your municipality's IT has decided the longest time for this computer.")
NOT_IN_RANGE = N_("Write a whole number from {lowest} to {highest}.")


class LockPart(Part):
    """One number, kept as soon as it is right; what it does not reach is said under it."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(
            _("Locking"),
            _(
                "Locked, the program has forgotten the key and shows nothing. What was being "
                "typed comes back."
            ),
        )
        self._preferences = preferences
        self.minutes = TextField(
            _("Minutes without use until it locks"),
            hint=_("From 1 to {highest}. Ctrl+L locks at once.").format(
                highest=preferences.longest_lock_minutes
            ),
            width=120,
        )
        self.minutes.left.connect(self.keep)
        self.minutes.line.returnPressed.connect(self.keep)
        also = _(
            "It also locks when the computer's screen is locked, another user comes or the "
            "computer sleeps, where the system tells."
        )
        self.put(self.minutes, wrapped(also, "small", "muted"))
        if policies().lock_minutes:
            self.put(wrapped(_(DECIDED_LIMIT), "small", "muted"))

    def shown(self) -> None:
        """Show what holds."""
        self.minutes.set_value(str(self._preferences.lock_minutes))
        self.minutes.clear_error()

    def keep(self) -> None:
        """Keep the number, or say which ones there are."""
        typed = str(self.minutes.value()).strip()
        highest = self._preferences.longest_lock_minutes
        if typed.isdecimal() and 1 <= int(typed) <= highest:
            self._preferences.lock_minutes = int(typed)
            self.minutes.clear_error()
            return
        words = _(NOT_IN_RANGE).format(lowest=1, highest=highest)
        self.minutes.show_error(words)
