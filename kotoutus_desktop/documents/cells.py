"""Cells of a spreadsheet. Whatever is text is stored as text: nothing is reckoned."""

from typing import Any


def write_cell(cell: Any, value: str | int) -> None:
    """Write a number as a number and a text as text."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # also what begins with "="
        cell.number_format = "@"
