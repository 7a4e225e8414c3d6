import re
from xml.etree import ElementTree

import pytest

from installer.write_wix import UPGRADE_CODE, product_code, tree_of, write_wix

FILES = ["Kotoutus Desktop.exe", "app/kotoutus_desktop/a.py", "app/kotoutus_desktop/ui/b & c.py"]
SPACE = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def described() -> ElementTree.Element:
    return ElementTree.fromstring(write_wix(FILES, "1.2.3", "stage", "icon.ico"))


def test_every_file_is_installed_from_where_it_lies(described: ElementTree.Element) -> None:
    sources = {each.get("Source") for each in described.iter(f"{SPACE}File")}

    assert sources == {f"stage/{path}" for path in FILES}


def test_every_component_belongs_to_the_program(described: ElementTree.Element) -> None:
    made = [each.get("Id") for each in described.iter(f"{SPACE}Component")]
    wanted = [each.get("Id") for each in described.iter(f"{SPACE}ComponentRef")]

    assert sorted(made) == sorted(wanted)
    assert len(set(made)) == len(made)


def test_every_component_has_one_thing_that_windows_looks_for(
    described: ElementTree.Element,
) -> None:
    for component in described.iter(f"{SPACE}Component"):
        keys = [each for each in component if each.get("KeyPath") == "yes"]
        assert len(keys) == 1, component.get("Id")


def test_the_upgrade_code_is_the_one_of_the_first_release(described: ElementTree.Element) -> None:
    (product,) = described.iter(f"{SPACE}Product")

    assert str(UPGRADE_CODE) == "0c8f7f6e-2f0c-4f3a-9d55-6a1f6b7d3c21"
    assert product.get("UpgradeCode") == "{0C8F7F6E-2F0C-4F3A-9D55-6A1F6B7D3C21}"


def test_a_newer_version_is_another_product_with_the_same_components() -> None:
    older, newer = (write_wix(FILES, version, "stage", "i.ico") for version in ("1.0", "1.1"))
    codes = re.compile(r'<Component [^>]*Guid="([^"]+)"')

    assert codes.findall(older) == codes.findall(newer)
    assert product_code("1.0") != product_code("1.1")


def test_the_order_in_which_files_are_found_changes_nothing() -> None:
    one = write_wix(FILES, "1.0", "stage", "i.ico")

    assert write_wix(reversed(FILES), "1.0", "stage", "i.ico") == one


def test_files_lie_in_the_folders_of_their_paths() -> None:
    root = tree_of(FILES)

    assert root.files == ["Kotoutus Desktop.exe"]
    assert root.folders["app"].folders["kotoutus_desktop"].files == ["a.py"]


def test_it_is_installed_for_everybody_of_the_computer(described: ElementTree.Element) -> None:
    (package,) = described.iter(f"{SPACE}Package")

    assert package.get("InstallScope") == "perMachine"
