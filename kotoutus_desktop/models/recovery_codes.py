"""The printed recovery code, whole or in two halves that only together open anything."""

import secrets

CODE_LENGTH = 30  # characters of 5 bits: 150 bits
CODE_GROUP = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_NO_SIGN = "?"
_MISREAD = str.maketrans("OILU", "011V", "- \t\r\n–\u00a0")  # and the signs between groups


def new_code(length: int = CODE_LENGTH) -> str:
    """Return random letters and digits in groups of five."""
    return grouped("".join(secrets.choice(_ALPHABET) for _ in range(length)))


def two_halves() -> tuple[str, str]:
    """Return two codes for two people. Each by itself says nothing about the other."""
    return new_code(), new_code()


def joined(first: str, second: str) -> str:
    """Return the code of two halves, in either order; both have the right length.

    A sign that is in no code leaves one that is in no code, so that it opens nothing.
    """
    pairs = zip(normal_code(first), normal_code(second), strict=True)
    return "".join(_sum(one, other) for one, other in pairs)


def normal_code(code: str) -> str:
    """Return a code as it is compared: typed with spaces, small letters, O for 0, l for 1."""
    return code.upper().translate(_MISREAD)


def grouped(signs: str) -> str:
    """Return a code as it is printed."""
    return "-".join(signs[at : at + CODE_GROUP] for at in range(0, len(signs), CODE_GROUP))


def _sum(one: str, other: str) -> str:
    if one not in _ALPHABET or other not in _ALPHABET:
        return _NO_SIGN
    return _ALPHABET[_ALPHABET.index(one) ^ _ALPHABET.index(other)]
