"""How far a fictional case has come. Every number of days counts back from today."""

from dataclasses import dataclass, field

from kotoutus_desktop.models.circumstances import ContactChannel
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.models.plan import Acceptance
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import Extension


@dataclass(frozen=True)
class Learned:
    """How many days ago the municipality learned of the person, and from whom.

    The contact was taken up `handled_after` days later; None while it is open.
    """

    days: int
    channel: ContactChannel = ContactChannel.SELF
    made_by: str = ""
    consented: bool = False
    outcome: str = ""
    handled_after: int | None = 2

    @classmethod
    def from_migri(cls, days: int) -> "Learned":
        """Return what the Finnish Immigration Service told with consent."""
        return cls(days, ContactChannel.MIGRI, "Maahanmuuttovirasto", consented=True)

    @classmethod
    def from_quota_selection(cls, days: int) -> "Learned":
        """Return what the authority told that places quota refugees."""
        return cls(days, ContactChannel.AUTHORITY, "Lupa- ja valvontavirasto", consented=True)

    @classmethod
    def from_employment_authority(cls, days: int, *, consented: bool = True) -> "Learned":
        """Return what the employment area told."""
        channel = ContactChannel.EMPLOYMENT_AUTHORITY
        return cls(days, channel, "Oulun seudun työllisyysalue", consented)


@dataclass(frozen=True)
class Interviewed:
    """An assessment begun `started` days ago; half done unless `done` days ago are given.

    `heads` is how many of the nine heads are answered while it is half done. Without a
    `plan_in` number of days from now, the outcome is guidance to other services.
    """

    started: int
    done: int | None = None
    heads: int = 9
    plan_in: int | None = 0
    county: bool = False
    outcome: str = "R-030"
    guided: Wording = field(default_factory=Wording)


@dataclass(frozen=True)
class Reviewed:
    """A review held `days` ago; without `done` it has only been asked for by the client."""

    days: int
    progress: str = "E-003"
    hindrance: str = ""
    change: str = "E-040"
    done: bool = True


@dataclass(frozen=True)
class Planned:
    """A plan made `made` days ago; None for a draft. `unreferred` services wait for referral.

    `ended` days ago with `onward` guidance. `free` is a free text in Finnish that stands
    beside the phrases; `path` another way than that of the person.
    """

    made: int | None
    referred_after: int = 12
    unreferred: int = 0
    reviews: tuple[Reviewed, ...] = ()
    ended: int | None = None
    onward: Wording = field(default_factory=Wording)
    acceptance: Acceptance = Acceptance.SIGNED
    copy_given: bool = True
    extension: Extension | None = None
    extension_reason: str = ""
    free: str = ""
    path: str = ""


@dataclass(frozen=True)
class Story:
    """How far a case has come: each part follows from the one before."""

    learned: Learned
    interviewed: Interviewed | None = None
    plans: tuple[Planned, ...] = ()
    closed: int | None = None
    closing: ClosingReason = ClosingReason.PLAN_ENDED
