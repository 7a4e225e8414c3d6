import re
from pathlib import Path

import pytest

from installer.pruning import LINUX, LOCALES, WINDOWS, is_kept
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.render import locale_of

BOTH = (LINUX, WINDOWS)
PACKAGE = Path(__file__).parents[2] / "kotoutus_desktop"


@pytest.mark.parametrize("system", BOTH)
@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Widgets.dll",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/QtSvg.pyd",
        "PySide6/QtDBus.pyd",
        "PySide6/Qt6DBus.dll",
        "PySide6/QtPrintSupport.pyd",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "sqlalchemy/dialects/postgresql/__init__.py",
        "sqlalchemy/dialects/sqlite/pysqlcipher.py",
        "tzdata/zoneinfo/Europe/Helsinki",
        "tzdata/zoneinfo/Europe/__init__.py",
        "babel/locale-data/ckb.dat",
        "babel/locale-data/root.dat",
        "pyphen/dictionaries/hyph_fi_FI.dic",
        "reportlab/pdfgen/canvas.py",
        "PIL/_imaging.cp311-win_amd64.pyd",
        "kotoutus_desktop/models/revisions/versions/revision_0001.py",
    ],
)
def test_what_the_program_needs_is_kept(system: tuple[str, ...], path: str) -> None:
    assert is_kept(path, system)


@pytest.mark.parametrize("system", BOTH)
@pytest.mark.parametrize(
    "path",
    [
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/translations/qtbase_fi.qm",
        "babel/locale-data/ja.dat",
        "tzdata/zoneinfo/Asia/Tokyo",
        "tzdata/zoneinfo/Europe/Paris",
        "reportlab/fonts/Vera.ttf",
        "sqlalchemy/testing/__init__.py",
        "sqlalchemy/dialects/mysql/base.py",
        "PySide6/QtWidgets.pyi",
    ],
)
def test_what_it_never_asks_for_is_left_out(system: tuple[str, ...], path: str) -> None:
    assert not is_kept(path, system)


def test_every_language_of_the_papers_keeps_its_locale_and_what_that_leads_to() -> None:
    for language in CLIENT_LANGUAGES:
        name = str(locale_of(language))
        above = {name, name.partition("_")[0], "root"}
        assert above <= LOCALES, language


@pytest.mark.parametrize(
    "path", ["bin/pyside6-designer", "PySide6/Qt6Quick.dll", "PySide6/designer.exe"]
)
def test_tools_of_qt_are_not_on_the_office_s_windows(path: str) -> None:
    assert not is_kept(path, WINDOWS)


@pytest.mark.parametrize("path", ["libgtk-3.so.0", "PySide6/Qt/plugins/platforms/libqvnc.so"])
def test_gtk_and_displays_of_devices_are_not_on_linux(path: str) -> None:
    assert not is_kept(path, LINUX)


def test_no_part_of_qt_that_the_program_imports_is_left_out() -> None:
    texts = [source.read_text("utf-8") for source in PACKAGE.rglob("*.py")]
    names = {name for text in texts for name in re.findall(r"PySide6\.Qt(\w+)", text)}

    assert names >= {"Core", "DBus", "Widgets"}
    for name in names:
        assert is_kept(f"PySide6/Qt{name}.pyd", WINDOWS), name
        assert is_kept(f"PySide6/Qt6{name}.dll", WINDOWS), name
        assert is_kept(f"PySide6/Qt/lib/libQt6{name}.so.6", LINUX), name
