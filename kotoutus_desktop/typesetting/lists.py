"""Bulleted and numbered lists: L, LI, Lbl and LBody in the structure tree."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from kotoutus_desktop.typesetting.paragraph import Paragraph
from kotoutus_desktop.typesetting.stack import Stack, as_flowables
from kotoutus_desktop.typesetting.structure import Element
from kotoutus_desktop.typesetting.style import TextStyle
from kotoutus_desktop.typesetting.tagged import Anchor, TaggedCanvas

BULLET = "•"
_INDENT = 1.5


def listed(
    items: Sequence[Flowable | Sequence[Flowable]], style: TextStyle, numbered: bool = False
) -> list[Flowable]:
    """Return the items of one list, each with its bullet or number at its start side."""
    numbering = "Decimal" if numbered else "Disc"
    anchor = Anchor()
    labels = [f"{place}." if numbered else BULLET for place in range(1, len(items) + 1)]
    return [
        ListItem(Paragraph(label, style, tag="Lbl"), Stack(as_flowables(item)), anchor, numbering)
        for label, item in zip(labels, items, strict=True)
    ]


class ListItem(Flowable):  # type: ignore[misc] # reportlab has no types
    """One item; the rest of a divided item has no label."""

    def __init__(self, label: Paragraph | None, body: Stack, whole: Anchor, numbering: str) -> None:
        super().__init__()
        self._label = label
        self._body = body
        self._list = whole
        self._numbering = numbering
        self._item, self._content = Anchor(), Anchor()
        self._rtl = label is not None and label.style.rtl
        self._indent = _INDENT * label.style.size if label is not None else 0.0

    @property
    def first_base_line(self) -> float:
        """How far the first base line is below the top, in points."""
        return self._body.first_base_line

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Return the distance to the next item."""
        last = self._body.flowables[-1:] or [None]
        return float(last[0].getSpaceAfter()) if last[0] is not None else 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the space of the item."""
        self.width = width
        self.height = self._body.wrap(width - self._indent)
        if self._label is not None:
            self.height = max(self.height, self._label.wrap(self._indent, _height)[1])
        return width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the item; short items are not divided."""
        return self.wrap(width, 0.0)[1]

    def split(self, width: float, height: float) -> "list[ListItem]":
        """Divide the body of the item."""
        parts = self._body.split(width - self._indent, height)
        if parts is None:
            return []
        if not parts[1].flowables:
            return [self]
        return [self._part(self._label, parts[0]), self._part(None, parts[1])]

    def _part(self, label: Paragraph | None, body: Stack) -> "ListItem":
        part = ListItem(label, body, self._list, self._numbering)
        part._item, part._content = self._item, self._content
        part._rtl, part._indent = self._rtl, self._indent
        return part

    def draw(self) -> None:
        """Draw the label and the body."""
        canvas: TaggedCanvas = self.canv
        if canvas.in_artifact:
            self._draw_label(canvas)
            self._draw_body(canvas)
            return
        attributes = f"<</O/List/ListNumbering/{self._numbering}>>"
        whole = self._list.element(canvas, lambda: Element("L", attributes=attributes))
        with canvas.inside(whole), canvas.inside(self._item.element(canvas, _item)):
            self._draw_label(canvas)
            with canvas.inside(self._content.element(canvas, _body)):
                self._draw_body(canvas)

    def _draw_label(self, canvas: TaggedCanvas) -> None:
        if self._label is not None:
            x = self.width - self._indent if self._rtl else 0.0
            self._label.drawOn(canvas, x, self.height - self._label.height)

    def _draw_body(self, canvas: TaggedCanvas) -> None:
        self._body.draw(canvas, 0.0 if self._rtl else self._indent, self.height)


def _item() -> Element:
    return Element("LI")


def _body() -> Element:
    return Element("LBody")
