import struct

import pytest
from PySide6.QtGui import QImage

from installer.icons import APP, OFFICE_FILE, TRANSFER_FILE, ico, png, write_theme


@pytest.mark.parametrize("name", [APP, OFFICE_FILE, TRANSFER_FILE])
def test_an_icon_has_the_size_that_is_asked_for_and_shows_something(name: str) -> None:
    image = QImage.fromData(png(name, 48))

    assert (image.width(), image.height()) == (48, 48)
    assert len({image.pixel(x, 24) for x in range(48)}) > 2


def test_an_icon_of_windows_lists_its_pictures_with_their_places() -> None:
    content = ico({256: b"large", 16: b"small"})

    reserved, kind, count = struct.unpack_from("<HHH", content)
    width, _height, *_rest, size, offset = struct.unpack_from("<BBBBHHII", content, 6)
    assert (reserved, kind, count, width) == (0, 1, 2, 16)
    assert content[offset : offset + size] == b"small"
    assert content[22] == 0  # 256 pixels


def test_the_same_icon_is_made_twice() -> None:
    assert png(APP, 32) == png(APP, 32)


def test_desktops_find_the_icons_under_the_names_of_the_file_types(tmp_path) -> None:
    write_theme(tmp_path)

    names = {each.name for each in tmp_path.rglob("mimetypes/*.png")}
    assert names == {"application-x-kotoutus.png", "application-x-kotoutus-transfer.png"}
    assert len(list(tmp_path.rglob("kotoutus-desktop.svg"))) == 1
