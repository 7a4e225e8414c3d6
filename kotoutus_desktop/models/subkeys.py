"""Keys for other purposes than the database, and forgetting a key."""

import ctypes

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def subkey(key: bytes | bytearray, purpose: str) -> bytearray:
    """Return a key of 32 bytes for another purpose, from which the data key cannot be told."""
    info = b"kotoutus-desktop/1/" + purpose.encode()
    return bytearray(HKDF(SHA256(), 32, None, info).derive(bytes(key)))


def wipe(key: bytearray) -> None:
    """Overwrite a key in memory."""
    ctypes.memset((ctypes.c_char * len(key)).from_buffer(key), 0, len(key))
