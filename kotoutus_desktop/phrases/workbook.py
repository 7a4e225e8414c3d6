"""Whether a spreadsheet that came from somewhere may be opened at all."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

MOST_PARTS = 200

BROKEN = (
    *(BadZipFile, SyntaxError, struct.error, zlib.error, EOFError, OSError, RuntimeError),
    *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError, MemoryError),
)
"""What openpyxl lets through when a file is not what it says."""


class Swollen(Exception):
    """A package unpacks to more than it is allowed to."""


def check_package(content: bytes, largest: int) -> None:
    """Look into an .xlsx file before it is parsed; `largest` is in bytes, unpacked.

    Raises Swollen, ValueError for declared entities, and what zipfile raises for a damaged one.
    """
    with ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > largest:
            raise Swollen
        for part in parts:
            text = package.read(part).replace(b"\0", b"")
            # no writer of spreadsheets declares entities; whoever does means to swell the text
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise ValueError("the package declares entities")
