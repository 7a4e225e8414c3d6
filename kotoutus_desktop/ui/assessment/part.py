"""One part of the assessment: a title with its section, and fields in reading order."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Item, Row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

WIDEST = 820  # of a column of fields in pairs, at 100 % text

AnyField = TypeVar("AnyField", bound=Field)


class Part(QFrame):
    """A part of the form, made when it is first opened.

    `read` shows what is recorded; `write` puts what was meant into an assessment and passes
    over typing that means nothing: whoever records asks `faults` first.
    """

    section_clicked = Signal(object)

    def __init__(self, title: str, section: Section, explanation: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.title = wrapped(title, "title")
        self.fields: dict[str, Field] = {}
        link = SectionLink(section)
        link.opened.connect(self.section_clicked)
        self.column = Column(self, gap=4)
        head = Column(gap=1)
        head.put(self.title, flush(link))
        if explanation:
            head.addWidget(wrapped(explanation, "small", "muted"))
        self.column.addLayout(head)
        theme().changed.connect(self._size)
        self._size()
        self.foot = Row(gap=4)

    def read(self, assessment: Assessment) -> None:
        """Show what is recorded."""
        raise NotImplementedError

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into an assessment."""
        raise NotImplementedError

    def settle(self) -> None:
        """Show or hide what depends on other answers."""

    def first_field(self) -> Field:
        """Return where the keyboard goes when the part is opened."""
        return next(iter(self.fields.values()))

    def _size(self) -> None:
        self.setMaximumWidth(theme().px(WIDEST))

    def put(self, *items: Item) -> None:
        """Add to the part."""
        self.column.put(*items)

    def keep(self, name: str, field: AnyField) -> AnyField:
        """Remember a field by its name; the part places it itself."""
        self.fields[name] = field
        field.changed.connect(self.settle)
        return field

    def add(self, name: str, field: AnyField) -> AnyField:
        """Add a field under the ones before."""
        self.column.addWidget(field)
        return self.keep(name, field)

    def end(self, *items: Item) -> None:
        """Close the part with a line that also holds the way to the next part."""
        self.foot.put(*items, None)
        self.column.addLayout(self.foot)

    def add_heading(self, text: str) -> Label:
        """Add a title of a group."""
        heading = wrapped(text, "heading")
        self.put(1, heading)
        return heading


def flush(link: Button) -> Row:
    """Return a line with a link whose sign stands at the left edge, as the title does."""
    link.setProperty("edge", "left")
    line = Row(gap=0)
    line.put(link, None)
    return line


def beside(*fields: tuple[QWidget, int], gap: int = 4) -> Row:
    """Return fields beside each other, level at their labels whatever stands under them."""
    row = Row(gap=gap)
    for field, stretch in fields:
        row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
    return row


def check(fields: Mapping[str, Field]) -> None:
    """Raise InvalidInput for the first field whose typing means nothing, by its name."""
    for name, field in fields.items():
        try:
            field.value()
        except InvalidInput as error:
            raise InvalidInput(name, error.message, **error.values) from error


def day_of(field: DateField) -> date | None:
    """Return the day of a date field; None while it is empty or means nothing."""
    try:
        return field.day()
    except InvalidInput:
        return None


def code_of(field: ChoiceField) -> str:
    """Return the chosen value; empty while there is none or the typing means nothing."""
    try:
        return field.value()
    except InvalidInput:
        return ""
