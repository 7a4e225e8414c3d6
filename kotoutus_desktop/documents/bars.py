"""A chart of bars, laid out once for screen and paper: who draws it brings ink and letters.

Lengths are those of whoever draws: points on paper, pixels on the screen. Tops are measured
down from the top of the chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kotoutus_desktop.i18n import _

MOST_BARS = 10
LABEL_SHARE, NUMBER_SHARE, THICKNESS = 0.44, 0.12, 0.58  # of the width, of the height of a row
LEAST_BAR = 1.0


@dataclass(frozen=True)
class Bar:
    """A line of the table: its words and its number. None: the number is hidden."""

    label: str
    count: int | None


@dataclass(frozen=True)
class Box:
    """A place in the chart."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class PlacedBar:
    """A bar with the places of its words, its bar (None for a hidden number) and its number."""

    bar: Bar
    label: Box
    body: Box | None
    number: Box


def chart_bars(bars: Sequence[Bar]) -> list[Bar]:
    """Return the bars that are drawn, in the order of the table: where many, the longest."""
    if len(bars) <= MOST_BARS:
        return list(bars)
    longest = sorted(bars, key=lambda bar: -(bar.count or 0))[:MOST_BARS]
    return [bar for bar in bars if bar in longest][:MOST_BARS]


def placed_bars(bars: Sequence[Bar], width: float, row: float) -> list[PlacedBar]:
    """Return where everything stands in a chart of this width with rows of this height."""
    words, digits = width * LABEL_SHARE, width * NUMBER_SHARE
    room = width - words - digits
    largest = max((bar.count or 0 for bar in bars), default=0) or 1
    placed = []
    for place, bar in enumerate(bars):
        top, length = place * row, 0.0
        body = None
        if bar.count is not None:
            length = max(room * bar.count / largest, LEAST_BAR if bar.count else 0.0)
            inset = row * (1 - THICKNESS) / 2
            body = Box(words, top + inset, length, row * THICKNESS)
        placed.append(
            PlacedBar(
                bar,
                Box(0.0, top, words, row),
                body,
                Box(words + length, top, digits, row),
            )
        )
    return placed


def described(title: str, bars: Sequence[Bar], hidden: str) -> str:
    """Return the chart in words; `hidden` is the mark of a hidden number."""
    said = (f"{bar.label} {hidden if bar.count is None else bar.count}" for bar in bars)
    return _("Bar chart. {title}: {list}").format(title=title, list="; ".join(said))
