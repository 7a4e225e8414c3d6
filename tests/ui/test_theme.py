import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from kotoutus_desktop.assets import resource
from kotoutus_desktop.ui.components.layout import column
from kotoutus_desktop.ui.contrast import contrast_ratio
from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.theme import Mode, theme

UI = Path(__file__).parents[2] / "kotoutus_desktop" / "ui"
HOUSE = {"theme.py", "contrast.py"}
GROUNDS = ("canvas", "surface", "sunken", "sidebar", "selected", "hover")
TONES = ("danger", "warning", "success", "info")
LITERALS = re.compile(
    r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\"|set(?:Fixed|Minimum|Maximum)\w*\(\s*\d{2,}|"
    r"QColor\(\s*[\"'\d]|setPixelSize\(\d|setPointSize"
)
EVERY_MODE = pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])


def test_no_window_has_a_colour_or_a_size_of_its_own():
    found = [
        f"{path.relative_to(UI)}: {match.group()}"
        for path in sorted(UI.rglob("*.py"))
        if path.name not in HOUSE
        for match in LITERALS.finditer(path.read_text("utf-8"))
    ]

    assert found == []


@EVERY_MODE
def test_every_text_can_be_read_on_every_ground(mode):
    theme().apply(mode)
    roles = ("text", "text_muted", "accent_text", *TONES)

    ratios = {
        (role, ground): contrast_ratio(theme().color(role), theme().color(ground))
        for role, ground in product(roles, GROUNDS)
    }

    assert min(ratios.values()) >= 4.5, min(ratios, key=ratios.__getitem__)


@EVERY_MODE
def test_words_on_filled_ground_borders_and_focus_can_be_seen(mode):
    theme().apply(mode)

    def ratio(one: str, other: str) -> float:
        return contrast_ratio(theme().color(one), theme().color(other))

    assert ratio("on_accent", "accent") >= 4.5
    assert ratio("highlight_text", "highlight") >= 4.5
    assert all(ratio(tone, f"{tone}_soft") >= 4.5 for tone in TONES)
    assert ratio("accent_text", "accent_soft") >= 4.5
    assert ratio("line_strong", "surface") >= 3
    assert ratio("focus", "surface") >= 6


@EVERY_MODE
def test_a_selection_looks_the_same_when_the_window_rests(mode):
    theme().apply(mode)
    palette = theme().palette()

    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
        active = palette.color(QPalette.ColorGroup.Active, role)
        assert active == palette.color(QPalette.ColorGroup.Inactive, role)


def test_sizes_and_distances_grow_with_the_text(qtbot):
    holder = column(QLabel("Amal"), gap=3)
    qtbot.addWidget(holder)

    theme().apply(factor=2.0)

    assert holder.layout().spacing() == 24
    assert theme().font().pixelSize() == 28


def test_the_text_factor_stays_between_100_and_200_percent():
    theme().apply(factor=5.0)
    assert theme().factor == 2.0


def test_names_in_arabic_letters_have_a_font_of_ours():
    families = QApplication.font().families()
    assert families[0] == "Noto Sans"
    assert "Vazirmatn" in families


def test_every_icon_can_be_drawn_and_its_licence_ships():
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))

    assert all(not icon_pixmap(name).isNull() for name in names)
    assert "MIT" in resource("icons", "LICENSE.txt").read_text("utf-8")


def test_every_icon_that_the_source_names_ships():
    names = {path.stem for path in resource("icons").glob("*.svg")}
    source = "\n".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    named = set(re.findall(r'(?:icon|IconLabel|IconButton|icon_pixmap)\(\s*"([a-z-]+)"', source))
    named |= set(re.findall(r'\bicon="([a-z-]+)"', source))

    assert named - names == set()
