"""Short codes by which people stand on sign-in sheets, with a sign that tells slips of typing.

Three signs: two of the person's own and a check. Any wrong sign, and any two signs in each
other's place, give a code that is nobody's.
"""

from collections.abc import Collection, Iterator

# no I, L, O, 0 and 1, which look alike, and no A and U, so that fewer codes are words
SIGNS = "23456789BCDEFGHJKMNPQRSTVWXYZ"
# 29 signs: a prime, so that every product with a weight below it tells the slip
_WEIGHTS = (3, 2)
LENGTH = len(_WEIGHTS) + 1


class WrongCode(ValueError):
    """What was typed is no code: too short, too long, a sign that is in none, or a slip."""


def codes() -> Iterator[str]:
    """Yield all codes there are, 841, in an order that keeps neighbours apart."""
    for step in range(len(SIGNS) ** 2):
        place = step * 330 % len(SIGNS) ** 2  # no common factor, so that each comes once
        yield _with_check(SIGNS[place // len(SIGNS)] + SIGNS[place % len(SIGNS)])


def new_code(taken: Collection[str]) -> str:
    """Return a code that is not among those of the group; "" when all are taken."""
    return next((code for code in codes() if code not in taken), "")


def read_code(typed: str) -> str:
    """Return what was typed as a code: blanks and small letters do not matter.

    Raises WrongCode when it is none.
    """
    code = "".join(typed.split()).upper()
    if len(code) != LENGTH or not set(code) <= set(SIGNS) or _with_check(code[:-1]) != code:
        raise WrongCode(code)
    return code


def _with_check(own: str) -> str:
    total = sum(weight * SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, own, strict=True))
    return own + SIGNS[-total % len(SIGNS)]
