"""The program's icons as the systems want them: PNG in several sizes, and ICO for Windows."""

import os
import struct
from collections.abc import Mapping
from pathlib import Path

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
SOURCES = Path(__file__).parent / "icon"
APP, OFFICE_FILE, TRANSFER_FILE = "kotoutus-desktop", "kotoutus-file", "kotoutus-transfer"
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_ICON, _PLANES, _BITS = 1, 1, 32


def png(name: str, edge: int) -> bytes:
    """Return an icon as PNG, so many pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCES / f"{name}.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs forget the device
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon file of Windows that holds PNG pictures by their size."""
    entries, offset = [], _HEADER.size + _ENTRY.size * len(pictures)
    for edge, content in sorted(pictures.items()):
        width = edge % 256  # 0 stands for 256
        entries.append(_ENTRY.pack(width, width, 0, 0, _PLANES, _BITS, len(content), offset))
        offset += len(content)
    header = _HEADER.pack(0, _ICON, len(pictures))
    return b"".join([header, *entries, *(content for _, content in sorted(pictures.items()))])


def write_ico(name: str, target: Path) -> None:
    """Write the icon file of Windows."""
    target.write_bytes(ico({edge: png(name, edge) for edge in ICO_SIZES}))


def write_theme(share: Path) -> None:
    """Write the icons where desktops of Linux look for them."""
    places = ((APP, "apps"), (OFFICE_FILE, "mimetypes"), (TRANSFER_FILE, "mimetypes"))
    for name, kind in places:
        themed = THEMED_NAMES[name]
        for edge in PNG_SIZES:
            target = share / "icons" / "hicolor" / f"{edge}x{edge}" / kind / f"{themed}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(png(name, edge))
        scalable = share / "icons" / "hicolor" / "scalable" / kind / f"{themed}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        scalable.write_bytes((SOURCES / f"{name}.svg").read_bytes())


THEMED_NAMES = {
    APP: "kotoutus-desktop",
    OFFICE_FILE: "application-x-kotoutus",
    TRANSFER_FILE: "application-x-kotoutus-transfer",
}
"""Icons of file types are called as the type, with a dash for the slash."""
