"""What is told of a fictional client. Every number of days counts back from today."""

from dataclasses import dataclass, field
from datetime import date

from kotoutus_desktop.demo.stay import Stay
from kotoutus_desktop.demo.story import Story
from kotoutus_desktop.models.circumstances import BenefitKind, GuardianKind, ObstacleKind
from kotoutus_desktop.models.client import HouseholdRole, Precision
from kotoutus_desktop.rules.identity_code import CENTURIES, CHECK_CHARACTERS, FIRST_TEMPORARY

UTAJARVI = "889"


@dataclass(frozen=True)
class Birth:
    """Age in full years today, with the birthday; `precision` says what of it is known.

    `code` is the individual number of an identity code, 900 to 999 because no real person has
    one of these; 0 for somebody without a code.
    """

    age: int
    month: int = 1
    day: int = 1
    precision: Precision = Precision.DAY
    code: int = 0

    def on(self, today: date) -> date | None:
        """Return the date of birth; None when nothing of it is known."""
        if self.precision is Precision.UNKNOWN:
            return None
        if self.precision is Precision.YEAR:
            return date(today.year - self.age, 1, 1)
        had_birthday = (today.month, today.day) >= (self.month, self.day)
        return date(today.year - self.age - (not had_birthday), self.month, self.day)

    def identity_code(self, today: date) -> str | None:
        """Return the identity code; None for somebody without one."""
        born = self.on(today)
        if not self.code or born is None:
            return None
        if self.code < FIRST_TEMPORARY:
            raise ValueError("a number that a real person may have")
        digits, number = f"{born:%d%m%y}", f"{self.code:03}"
        check = CHECK_CHARACTERS[int(digits + number) % len(CHECK_CHARACTERS)]
        separator = next(
            sign for sign, century in CENTURIES.items() if century == born.year // 100 * 100
        )
        return f"{digits}{separator}{number}{check}"


@dataclass(frozen=True)
class Job:
    """Job search valid since `since` days ago."""

    since: int
    unemployed: bool = True


@dataclass(frozen=True)
class Benefit:
    """A benefit received since `since` days ago, with the judgement of § 14(1) point 5."""

    kind: BenefitKind
    since: int
    not_temporary: bool | None = None
    reason: str = ""


@dataclass(frozen=True)
class Obstacle:
    """What kept the person from carrying out a plan, from `first` to `last` days ago."""

    first: int
    last: int
    kind: ObstacleKind = ObstacleKind.PARENTAL


@dataclass(frozen=True)
class Helper:
    """Who acts for a minor, beside the adults of the household."""

    name: str
    phone: str
    kind: GuardianKind = GuardianKind.REPRESENTATIVE
    appointed: int = 30


@dataclass(frozen=True)
class Home:
    """Where and with whom somebody lives; people with the same `household` live together."""

    street: str = ""
    household: str = ""
    role: HouseholdRole | None = None
    phone: str = ""
    email: str = ""
    municipality: str = UTAJARVI
    since: int | None = None


@dataclass(frozen=True)
class Speech:
    """Languages by code: mother tongue, of service, others known, and how they are used."""

    tongue: str
    service: str = ""
    others: tuple[str, ...] = ()
    interpreter: bool = True
    dialect: str = ""
    literacy: str = ""
    reads: tuple[str, ...] = ()
    learns: str = "fi"


@dataclass(frozen=True)
class Need:
    """What § 14 leaves to judgement, and who is in a particular position."""

    asked: bool = False
    judged: bool | None = None
    reason: str = ""
    unaccompanied: bool = False
    victim: bool = False
    reached: int | None = None
    other_client_plan: str = ""


@dataclass(frozen=True)
class Person:
    """One fictional client. `path` names what is found and agreed, see `demo.paths`."""

    family: str
    given: str
    script: str
    birth: Birth
    countries: tuple[str, ...]
    speech: Speech
    stay: Stay
    story: Story
    call: str = ""
    earlier: str = ""
    path: str = ""
    home: Home = field(default_factory=Home)
    need: Need = field(default_factory=Need)
    job: Job | None = None
    benefit: Benefit | None = None
    obstacle: Obstacle | None = None
    helper: Helper | None = None
    arrangements: str = ""
    safe_contact: str = ""
    non_disclosure: bool = False
    with_colleague: bool = False
