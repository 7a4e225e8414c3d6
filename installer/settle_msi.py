"""The two things in an .msi that change with each build: its times, and the code of the package.

wixl takes the clock and a random code; both stand in the summary, a set of numbered properties.
"""

import hashlib
import struct
from collections.abc import Iterator
from uuid import UUID, uuid5

SUMMARY = UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
"""By this the set is found in the file; its sectors are small and lie in a row."""

CODE, CREATED, SAVED = 9, 12, 13
_SET_HEADER = 28
_SECONDS_TO_1970, _TICKS = 11_644_473_600, 10_000_000
_CODE_LENGTH = 38  # in braces


def settled(content: bytes, epoch: int, name: UUID) -> bytes:
    """Return an .msi with the time of the release and a code that its content decides.

    Raises ValueError for a file that has no summary of the usual form.
    """
    result = bytearray(content)
    places = dict(_properties(content))
    moment = struct.pack("<Q", (epoch + _SECONDS_TO_1970) * _TICKS)
    for each in (CREATED, SAVED):
        result[places[each] + 4 : places[each] + 12] = moment
    start = places[CODE] + 8
    result[start : start + _CODE_LENGTH] = bytes(_CODE_LENGTH)
    code = uuid5(name, hashlib.sha256(result).hexdigest())
    result[start : start + _CODE_LENGTH] = f"{{{str(code).upper()}}}".encode()
    return bytes(result)


def _properties(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the number of each property of the summary and where it lies."""
    found = content.find(SUMMARY)
    if found < _SET_HEADER or content.find(SUMMARY, found + 1) != -1:
        raise ValueError("the package has not the one summary that is looked for")
    (offset,) = struct.unpack_from("<I", content, found + len(SUMMARY))
    section = found - _SET_HEADER + offset
    _size, count = struct.unpack_from("<II", content, section)
    for place in range(count):
        number, at = struct.unpack_from("<II", content, section + 8 + 8 * place)
        yield number, section + at
