"""A picture that stands for a scanned card: grey lines and a dark square, nobody's face."""

import struct
import zlib

WIDTH, HEIGHT = 480, 302  # in the proportions of a card
PAPER, EDGE, INK, PHOTO = 246, 120, 150, 90
_LINES = (60, 96, 132, 168, 240)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def card_picture() -> bytes:
    """Return the picture as PNG, always the same."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + _row(y) for y in range(HEIGHT))
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _row(y: int) -> bytes:
    row = bytearray([PAPER]) * WIDTH
    if y in range(3) or y in range(HEIGHT - 3, HEIGHT):
        return bytes([EDGE]) * WIDTH
    row[:3] = row[-3:] = bytes([EDGE]) * 3
    if y in range(60, 200):
        row[30:140] = bytes([PHOTO]) * 110
    if any(y in range(top, top + 9) for top in _LINES):
        row[170:420] = bytes([INK]) * 250
    return bytes(row)


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
