"""A bundle of operations as text, and back: what stands inside a transfer file."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.merging import FORMAT, Bundle, NewerTransfer
from kotoutus_desktop.models.history.row_state import Operation
from kotoutus_desktop.models.transfer.contents import LARGEST_CONTENT, Content
from kotoutus_desktop.models.transfer.sealed_file import TransferRefused

_MALFORMED = N_("The transfer file does not hold what it should. Ask for it to be sent again.")
_NEWER = N_("The file comes from a newer version of the program. Update the program to read it.")
_FOREIGN = N_("The transfer file comes from another office. Cases of two offices are not mixed.")
_LARGEST = 2**63 - 1
_KEY = 16  # bytes


def write_bundle(bundle: Bundle, office: UUID) -> bytes:
    """Return a bundle as JSON in UTF-8, with the office that it belongs to."""
    content = {
        "format": bundle.format,
        "office": office.hex,
        "operations": [_plain(each) for each in bundle.operations],
        "replaced": [[a.hex(), b, c.hex(), d] for a, b, c, d in bundle.replaced],
        "erased": [row.hex() for row in bundle.erased],
        "contents": [
            [each.attachment.hex(), each.case.hex(), b64encode(each.content).decode()]
            for each in bundle.contents
        ],
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
        keys = _Keys()
        return Bundle(
            tuple([_operation(each, keys) for each in content["operations"]]),
            tuple([_replaced(each, keys) for each in content["replaced"]]),
            tuple([keys[row] for row in content["erased"]]),
            contents=tuple([_content(each, keys) for each in content.get("contents", ())]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise TransferRefused(_MALFORMED) from error


def _plain(operation: Operation) -> list[Any]:
    return [each.hex() if isinstance(each, bytes) else each for each in operation]


class _Keys(dict[str, bytes]):
    """Keys by their hexadecimal digits; most stand in many operations and are read once."""

    def __missing__(self, digits: str) -> bytes:
        key = bytes.fromhex(digits)
        if len(key) != _KEY:
            raise ValueError("a key has sixteen bytes")
        self[digits] = key
        return key


def _operation(values: Iterable[Any], keys: _Keys) -> Operation:
    replica, seq, at, actor, subject, row, case, fields = values
    if type(json.loads(fields)) is not dict:
        raise TypeError("the fields of an operation have names")
    return Operation(
        keys[replica],
        _number(seq),
        _number(at),
        keys[actor] if actor is not None else None,
        _word(subject),
        keys[row],
        keys[case] if case is not None else None,
        _word(fields),
    )


def _replaced(values: Iterable[Any], keys: _Keys) -> tuple[bytes, int, bytes, int]:
    replica, seq, by_replica, by_seq = values
    return keys[replica], _number(seq), keys[by_replica], _number(by_seq)


def _content(values: Iterable[Any], keys: _Keys) -> Content:
    attachment, case, text = values
    content = b64decode(text, validate=True)
    if len(content) > LARGEST_CONTENT:
        raise ValueError("a scan is not so large")
    return Content(keys[attachment], keys[case], content)


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("not a number of the log")
    return value


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    value.encode()  # an unpaired surrogate could not be stored
    return value
