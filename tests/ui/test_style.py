import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView, QPushButton, QRadioButton, QStyle

from kotoutus_desktop.ui.style import let_icons_grow
from kotoutus_desktop.ui.theme import theme

Metric = QStyle.PixelMetric
EVERY_FACTOR = pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])


def measured(qtbot, widget, metric):
    qtbot.addWidget(widget)
    widget.ensurePolished()
    return widget.style().pixelMetric(metric, None, widget)


@EVERY_FACTOR
def test_icons_grow_with_the_text(qtbot, factor):
    theme().apply(factor=factor)
    line = QLineEdit()
    let_icons_grow(line)

    assert measured(qtbot, line, Metric.PM_LineEditIconSize) == 18 * factor
    assert measured(qtbot, QPushButton(), Metric.PM_ButtonIconSize) == 18 * factor
    assert measured(qtbot, QPushButton(), Metric.PM_SmallIconSize) == 18 * factor
    assert measured(qtbot, QListView(), Metric.PM_ListViewIconSize) == 20 * factor


def test_the_icon_of_a_line_grows_while_the_line_is_shown(qtbot):
    line = QLineEdit()
    let_icons_grow(line)
    before = measured(qtbot, line, Metric.PM_LineEditIconSize)

    theme().apply(factor=2.0)

    assert line.style().pixelMetric(Metric.PM_LineEditIconSize, None, line) == 2 * before


@EVERY_FACTOR
def test_boxes_to_tick_and_the_room_beside_them_grow_with_the_text(qtbot, factor):
    theme().apply(factor=factor)

    assert measured(qtbot, QCheckBox(), Metric.PM_IndicatorWidth) == 20 * factor
    assert measured(qtbot, QCheckBox(), Metric.PM_IndicatorHeight) == 20 * factor
    assert measured(qtbot, QCheckBox(), Metric.PM_CheckBoxLabelSpacing) == 8 * factor
    assert measured(qtbot, QRadioButton(), Metric.PM_ExclusiveIndicatorWidth) == 20 * factor
    assert measured(qtbot, QRadioButton(), Metric.PM_ExclusiveIndicatorHeight) == 20 * factor
    assert measured(qtbot, QRadioButton(), Metric.PM_RadioButtonLabelSpacing) == 8 * factor
