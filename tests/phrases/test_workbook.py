from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest

from kotoutus_desktop.phrases.workbook import Swollen, check_package


def package(**parts: str) -> bytes:
    """Return a package with these parts."""
    content = BytesIO()
    with ZipFile(content, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return content.getvalue()


def test_a_package_of_plain_parts_may_be_opened():
    check_package(package(a="<x/>", b="<y/>"), 100)


def test_a_package_that_unpacks_to_more_is_swollen():
    with pytest.raises(Swollen):
        check_package(package(a="0" * 101), 100)


def test_declared_entities_are_refused():
    with pytest.raises(ValueError, match="entities"):
        check_package(package(a='<!DOCTYPE x [<!ENTITY y "z">]>'), 100)


def test_what_is_no_package_is_refused():
    with pytest.raises(BadZipFile):
        check_package(b"hello", 100)
