"""What can be wrong with a case file, in the words of whoever wrote it."""

from dataclasses import dataclass, field
from typing import Any

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _, ngettext

SHOWN = 10

NOT_JSON = N_("Line {line}, column {column}: this is not JSON.")
NOT_UTF8 = N_("The file is not text in UTF-8.")
NEWER = N_(
    "The file has format {found}, and this program reads formats up to {known}. Update the program."
)
UNKNOWN = N_("{path}: there is no field “{found}”. Check its spelling.")
MISSING = N_("{path}: the field “{found}” is missing.")
REPEATED = N_("The field “{found}” is written twice in the same object.")
TEXT = N_("{path}: write text in quotation marks.")
NUMBER = N_("{path}: write a whole number without quotation marks.")
TRUTH = N_("{path}: write true or false without quotation marks.")
LIST = N_("{path}: write a list in square brackets.")
OBJECT = N_("{path}: write an object in braces.")
NOT_ONE_OF = N_("{path}: “{found}” is not one of {allowed}.")
UNKNOWN_CODE = N_("{path}: “{found}” is not a code of the list {list}.")
NO_DATE = N_("{path}: “{found}” is not a possible date. Write year-month-day: 2026-11-24.")
NO_TIME = N_(
    "{path}: “{found}” is not a possible time. "
    "Write it with its time zone: 2026-11-24T09:30:00+00:00."
)
NO_ID = N_("{path}: “{found}” is not an identifier (UUID).")
TOO_SMALL = N_("{path}: {found} is too small; the smallest possible is {smallest}.")
SHAPE = N_("{path}: “{found}” is not written as expected ({expected}).")
BOTH = N_("{path}: give either a phrase or a text, not both.")
NEEDS = N_("{path}: “{found}” is given without “{needed}”.")
ENDS_EARLY = N_("{path}: the last day {last} is before the first day {first}.")
TWICE = N_("{path}: the same identifier {found} is used for two things.")


@dataclass(frozen=True)
class Fault:
    """One fault. `path` says where, as plan.goals[0].need; `values` fill the message."""

    message: str
    path: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """Return the fault in the language of the interface."""
        return _(self.message).format(path=self.path or _("whole file"), **self.values)


class Faults(tuple[Fault, ...]):
    """Faults that become text, in the language of the interface, when they are shown."""

    def __str__(self) -> str:
        """List the first of them, one a line, and say how many more there are."""
        lines = [fault.text() for fault in self[:SHOWN]]
        more = len(self) - SHOWN
        if more > 0:
            lines.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
        return "\n".join(lines)

    def __format__(self, _spec: str) -> str:
        """Be filled into a message as text."""
        return str(self)


class CaseRefused(KotoutusError):
    """A case file cannot be used as it stands; `faults` says why, all of them."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = Faults(faults)
        super().__init__(N_("The case file was refused:\n{faults}"), faults=self.faults)
