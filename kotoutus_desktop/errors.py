"""Failures that the counsellor can do something about.

The message is an English gettext id with named fields. It is translated where it is
shown, and only the id is ever logged: the values may be personal data.
"""


class KotoutusError(Exception):
    """Base of every expected failure. Anything else that escapes is a bug."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


class InvalidInput(KotoutusError):
    """One field of a form cannot be accepted as it stands."""

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


class WrongPassphrase(KotoutusError):
    """No key slot opens with the passphrase or recovery code that was given."""


class TooManyTries(KotoutusError):
    """So many passphrases were wrong that the next one has to wait; `seconds` says how long."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class NotAllowed(KotoutusError):
    """The role of whoever has unlocked the file does not let them see or do this."""


class DamagedFile(KotoutusError):
    """A file of ours cannot be read as what it should be; it was not touched."""


class NewerFile(KotoutusError):
    """The file was saved by a newer version of the program; it was not touched."""


class CannotWrite(KotoutusError):
    """The disk is full, or the target is open elsewhere or not writable."""


class OnlyForReading(CannotWrite):
    """A copy or a damaged file is open to be looked at: nothing can be recorded in it."""


class NotPrintable(KotoutusError):
    """A paper would be wrong: a translation or a letter is missing."""


class Cancelled(Exception):
    """The counsellor stopped a job. A decision, not a failure: nothing is shown."""
