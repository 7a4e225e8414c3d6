"""A bundle of operations as text, and back: what stands inside a transfer file."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.merging import FORMAT, Bundle, NewerTransfer
from kotoutus_desktop.models.history.row_state import Operation
from kotoutus_desktop.models.transfer.sealed_file import TransferRefused

_MALFORMED = N_("The transfer file does not hold what it should. Ask for it to be sent again.")
_NEWER = N_("The file comes from a newer version of the program. Update the program to read it.")
_FOREIGN = N_("The transfer file comes from another office. Cases of two offices are not mixed.")
_LARGEST = 2**63 - 1


def write_bundle(bundle: Bundle, office: UUID) -> bytes:
    """Return a bundle as JSON in UTF-8, with the office that it belongs to."""
    content = {
        "format": bundle.format,
        "office": office.hex,
        "operations": [_plain(each) for each in bundle.operations],
        "replaced": [[a.hex(), b, c.hex(), d] for a, b, c, d in bundle.replaced],
        "erased": [row.hex() for row in bundle.erased],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def read_bundle(body: bytes, office: UUID) -> Bundle:
    """Read a bundle of one's own office.

    Raises NewerTransfer, or TransferRefused for one of another office and for anything else
    that is not a bundle.
    """
    try:
        content = json.loads(body)
        if content["format"] > FORMAT:
            raise NewerTransfer(_NEWER)
        if content["office"] != office.hex:
            raise TransferRefused(_FOREIGN)
        return Bundle(
            tuple([_operation(each) for each in content["operations"]]),
            tuple([_replaced(each) for each in content["replaced"]]),
            tuple([_key(row) for row in content["erased"]]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise TransferRefused(_MALFORMED) from error


def _plain(operation: Operation) -> list[Any]:
    return [each.hex() if isinstance(each, bytes) else each for each in operation]


def _operation(values: Iterable[Any]) -> Operation:
    replica, seq, at, actor, subject, row, case, fields = values
    if type(json.loads(fields)) is not dict:
        raise TypeError("the fields of an operation have names")
    return Operation(
        _key(replica),
        _number(seq),
        _number(at),
        _key(actor) if actor is not None else None,
        _word(subject),
        _key(row),
        _key(case) if case is not None else None,
        _word(fields),
    )


def _replaced(values: Iterable[Any]) -> tuple[bytes, int, bytes, int]:
    replica, seq, by_replica, by_seq = values
    return _key(replica), _number(seq), _key(by_replica), _number(by_seq)


def _key(value: Any) -> bytes:
    key = bytes.fromhex(value)
    if len(key) != 16:
        raise ValueError("a key has sixteen bytes")
    return key


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("not a number of the log")
    return value


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    value.encode()  # an unpaired surrogate could not be stored
    return value
