"""Finnish personal identity codes with the separators in use since 2023.

All eleven characters belong to the code: two persons may differ in the separator only. Nothing
derives the sex from it but the sums of statistics. 900-999 are accepted and marked: test codes
and codes that organisations make for people who have none yet.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CENTURIES = dict.fromkeys("-YXWVU", 1900)
CENTURIES |= dict.fromkeys("ABCDEF", 2000)
CENTURIES["+"] = 1800
CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"  # what texts and documents put for the hyphen
FIRST_TEMPORARY = 900
FIRST_NUMBER = 2  # 000 and 001 are not given to anybody


class IdentityCodeFault(StrEnum):
    """What is wrong with a text that should be a personal identity code."""

    FORM = "form"
    SEPARATOR = "separator"
    DATE = "date"
    CHECK = "check"
    FUTURE = "future"


class InvalidIdentityCode(ValueError):
    """A text is not a personal identity code.

    `correction` is the code the text becomes when a dash is read as the hyphen: to be
    offered, not taken. None where there is no such code. The text itself is not in the
    message, which may be logged.
    """

    def __init__(self, fault: IdentityCodeFault, correction: str | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.correction = correction


@dataclass(frozen=True)
class IdentityCode:
    """A valid code in capitals, the date of birth in it, and whether it is a temporary one."""

    code: str
    born: date
    temporary: bool


def identity_code(text: str, today: date) -> IdentityCode:
    """Return the code in `text`; spaces around and small letters are tolerated.

    Raises InvalidIdentityCode, also when the date of birth is after `today`.

    Source: Decree 128/2010 § 2 (690/2022).
    """
    typed = text.strip().upper()
    match = re.fullmatch(r"([0-9]{6})([^0-9\s])([0-9]{3})([0-9A-Z])", typed)
    if match is None:
        raise InvalidIdentityCode(IdentityCodeFault.FORM)
    digits, separator, number, check = match.groups()
    if separator not in CENTURIES:
        raise InvalidIdentityCode(IdentityCodeFault.SEPARATOR, _with_hyphen(typed, today))
    born = _born(digits, CENTURIES[separator])
    if CHECK_CHARACTERS[int(digits + number) % len(CHECK_CHARACTERS)] != check:
        raise InvalidIdentityCode(IdentityCodeFault.CHECK)
    if int(number) < FIRST_NUMBER:
        raise InvalidIdentityCode(IdentityCodeFault.FORM)
    if born > today:
        raise InvalidIdentityCode(IdentityCodeFault.FUTURE)
    return IdentityCode(typed, born, temporary=int(number) >= FIRST_TEMPORARY)


def _with_hyphen(typed: str, today: date) -> str | None:
    """Return the valid code that `typed` becomes with a hyphen for its dash, if any."""
    if not set(typed) & set(DASHES):
        return None
    try:
        return identity_code(re.sub(f"[{DASHES}]", "-", typed), today).code
    except InvalidIdentityCode:
        return None


def _born(digits: str, century: int) -> date:
    day, month, year = (int(digits[start : start + 2]) for start in (0, 2, 4))
    try:
        return date(century + year, month, day)
    except ValueError:
        raise InvalidIdentityCode(IdentityCodeFault.DATE) from None
