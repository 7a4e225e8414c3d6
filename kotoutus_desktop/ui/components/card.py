"""White surfaces on the canvas. Never a card in a card: inside, use a rule or sunken ground."""

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import Label, restyle
from kotoutus_desktop.ui.components.layout import Column, Item, Margins, Row
from kotoutus_desktop.ui.theme import theme


class Card(QFrame):
    """A card with an optional title, a count beside it, and acts at its right end."""

    def __init__(self, title: str = "", *, margins: Margins = (4, 4, 4, 4), gap: int = 2) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.column = Column(self, margins, gap)
        self._head: CardHead | None = None
        if title:
            self._head = CardHead(title)
            self.column.addWidget(self._head)

    def put(self, *items: Item) -> None:
        """Add to the card."""
        self.column.put(*items)

    def put_head(self, *items: Item) -> None:
        """Add at the right end of the title line."""
        assert self._head is not None, "a card without a title has no title line"
        self._head.row.put(*items)

    def set_title(self, title: str) -> None:
        """Change the title."""
        assert self._head is not None, "a card without a title has no title line"
        self._head.title.setText(title)

    def set_count(self, count: str, tone: str = "warning") -> None:
        """Show a count beside the title, or none."""
        assert self._head is not None, "a card without a title has no title line"
        self._head.count.set_text(count)
        self._head.count.set_tone(tone)
        self._head.count.setVisible(bool(count))

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the one that was picked."""
        self.setProperty("chosen", "true" if chosen else "false")
        restyle(self)


class ListCard(QFrame):
    """A card around a list: rows from edge to edge."""

    def __init__(self, *items: Item) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.column = Column(self, gap=0)
        self.column.put(*items)
        theme().changed.connect(self._inset)
        self._inset()

    def _inset(self) -> None:
        edge = theme().line()
        self.column.setContentsMargins(edge, edge, edge, edge)


class CardHead(QFrame):
    """Title, count, room, acts."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.title = Label(title, "heading")
        self.count = Chip("", "warning")
        self.count.hide()
        self.row = Row(self, gap=2)
        self.row.put(self.title, self.count, None)
