"""How one cell of a list is drawn."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout

from kotoutus_desktop.ui.components.row_face import Aside, Cell, CellKind
from kotoutus_desktop.ui.components.section_signs import kept_together
from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.theme import Mode, theme

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_ROLES = {"": "text", "muted": "text_muted", "accent": "accent_text"}


def tone_role(tone: str) -> str:
    """Return the colour role of a tone."""
    return _ROLES.get(tone, tone)


def draw_cell(painter: QPainter, rect: QRect, cell: Cell, folded: str = "") -> None:
    """Draw a cell into its place; `folded` is a third line."""
    draw = {
        CellKind.SIGN: _draw_sign,
        CellKind.CHIP: _draw_chip,
        CellKind.SECTION: _draw_section,
        CellKind.BUTTON: _draw_button,
        CellKind.MENU: _draw_menu,
    }.get(cell.kind)
    if draw is not None:
        if cell.text or cell.icon or cell.kind is CellKind.MENU:
            draw(painter, rect, cell)
        return
    _draw_lines(painter, rect, cell, folded)


def button_rect(rect: QRect, cell: Cell) -> QRect:
    """Return where the button stands in its cell: at the right end."""
    metrics = QFontMetrics(theme().font("small"))
    width = metrics.horizontalAdvance(cell.text) + theme().px(22)
    size = QSize(max(width, theme().px(44)), theme().size("button_small"))
    top = rect.y() + (rect.height() - size.height()) // 2
    return QRect(rect.right() - size.width(), top, size.width(), size.height())


def _draw_lines(painter: QPainter, rect: QRect, cell: Cell, folded: str) -> None:
    first = theme().font("strong" if cell.strong else "body")
    small = not cell.strong or cell.tone or cell.small_note
    note = theme().font("small" if small else "body")
    lines = [QFontMetrics(first).height()]
    lines += [_note_height(rect, cell.note, QFontMetrics(note))] if cell.note else []
    lines += [QFontMetrics(theme().font("small")).height()] if folded else []
    top = rect.y() + (rect.height() - sum(lines)) // 2
    left = rect.x()
    role = tone_role(cell.tone)
    if cell.icon:
        side = theme().px(18)
        painter.drawPixmap(left, top + (lines[0] - side) // 2, icon_pixmap(cell.icon, role, 18))
        left += side + theme().space(1) + theme().px(2)
    line = QRect(left, top, rect.right() - left, lines[0])
    painter.setFont(first)
    painter.setPen(theme().color(role))
    used = _draw_marked(painter, line, cell)
    if cell.aside:
        _draw_aside(painter, line.adjusted(used + theme().space(2), 0, 0, 0), cell.aside)
    elif cell.own:
        _draw_own(painter, line.adjusted(used + theme().space(2), 0, 0, 0), cell.own)
    under = role if cell.tone else "text_muted"
    for text, font in ((cell.note, note), (folded, theme().font("small"))):
        if text:
            top += lines.pop(0)
            painter.setFont(font)
            painter.setPen(theme().color(under))
            _draw_note(painter, QRect(rect.x(), top, rect.width(), lines[0]), text)
            under = "accent_text"


def _note_height(rect: QRect, note: str, metrics: QFontMetrics) -> int:
    """Return the height of one line, or of two where the row has room and the note needs it."""
    roomy = rect.height() > theme().size("row") + theme().px(24)
    too_long = metrics.horizontalAdvance(note) > rect.width()
    return metrics.height() * (2 if roomy and too_long else 1)


def _draw_note(painter: QPainter, rect: QRect, text: str) -> None:
    if rect.height() < 2 * painter.fontMetrics().height():
        _draw_text(painter, rect, text)
    else:
        painter.drawText(rect, _LEFT | int(Qt.TextFlag.TextWordWrap), kept_together(text))


def _draw_text(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT | _MIDDLE, shown)


def _draw_own(painter: QPainter, rect: QRect, text: str) -> None:
    painter.setFont(theme().font("small"))
    painter.setPen(theme().color("text_muted"))
    if rect.width() > theme().px(30):
        _draw_text(painter, rect, text)


def _draw_aside(painter: QPainter, rect: QRect, aside: Aside) -> None:
    """Draw a word after the text, and nothing where only a part of it would fit."""
    font, side = theme().font("smallstrong" if aside.chip else "small"), theme().px(16)
    needed = QFontMetrics(font).horizontalAdvance(aside.text)
    needed += side + theme().px(6) if aside.icon else 0
    if aside.chip:
        chip = Cell(aside.text, icon=aside.icon, tone=aside.tone, kind=CellKind.CHIP)
        if rect.width() >= needed + theme().px(20):
            _draw_chip(painter, rect, chip)
        return
    if rect.width() < needed:
        return
    role = tone_role(aside.tone)
    if aside.icon:
        top = rect.y() + (rect.height() - side) // 2
        painter.drawPixmap(rect.x(), top, icon_pixmap(aside.icon, role, 16))
        rect = rect.adjusted(side + theme().px(5), 0, 0, 0)
    painter.setFont(font)
    painter.setPen(theme().color(role))
    painter.drawText(rect, _LEFT | _MIDDLE, aside.text)


def _draw_marked(painter: QPainter, rect: QRect, cell: Cell) -> int:
    """Draw the text with the letters that were found on their own ground; return its width."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(cell.text)
    if not cell.marks or width > rect.width():
        _draw_text(painter, rect, cell.text)
        return min(width, rect.width())
    layout = QTextLayout(cell.text, painter.font())
    ranges = []
    for start, length in cell.marks:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, length
        style = QTextCharFormat()
        style.setBackground(theme().color("highlight"))
        style.setForeground(theme().color("highlight_text"))
        found.format = style
        ranges.append(found)
    layout.setFormats(ranges)
    layout.beginLayout()
    layout.createLine().setLineWidth(rect.width())
    layout.endLayout()
    layout.draw(painter, QPointF(rect.x(), rect.y()))
    return width


def _draw_sign(painter: QPainter, rect: QRect, cell: Cell) -> None:
    side = theme().size("icon")
    at = rect.center() - QRect(0, 0, side, side).center()
    painter.drawPixmap(at, icon_pixmap(cell.icon, tone_role(cell.tone or "muted"), 20))


def _draw_section(painter: QPainter, rect: QRect, cell: Cell) -> None:
    side = theme().px(15)
    top = rect.y() + (rect.height() - side) // 2
    painter.drawPixmap(rect.x(), top, icon_pixmap("scale", "accent_text", 15))
    painter.setFont(theme().font("small"))
    painter.setPen(theme().color("accent_text"))
    _draw_text(painter, rect.adjusted(side + theme().px(5), 0, 0, 0), cell.text)


def _draw_menu(painter: QPainter, rect: QRect, _cell: Cell) -> None:
    _draw_sign(painter, rect, Cell(icon="dots-vertical", tone="muted", kind=CellKind.SIGN))


def _draw_button(painter: QPainter, rect: QRect, cell: Cell) -> None:
    box = QRectF(button_rect(rect, cell)).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setFont(theme().font("smallstrong" if cell.primary else "small"))
    painter.setPen(QPen(theme().color("accent" if cell.primary else "line_strong"), theme().line()))
    painter.setBrush(theme().color("accent" if cell.primary else "surface"))
    painter.drawRoundedRect(box, theme().radius("control"), theme().radius("control"))
    painter.setPen(theme().color("on_accent" if cell.primary else "text"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), cell.text)


def _draw_chip(painter: QPainter, rect: QRect, cell: Cell) -> None:
    font = theme().font("smallstrong" if cell.tone else "small")
    metrics, side = QFontMetrics(font), theme().px(15)
    inside = metrics.horizontalAdvance(cell.text) + (side + theme().px(5) if cell.icon else 0)
    width = min(inside + theme().px(20), rect.width())
    height = theme().size("chip")
    box = QRect(rect.x(), rect.y() + (rect.height() - height) // 2, width, height)
    ground = f"{cell.tone}_soft" if cell.tone and cell.tone != "muted" else "sunken"
    edged = theme().mode is Mode.CONTRAST
    painter.setPen(QPen(theme().color("text"), theme().line()) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(QRectF(box), height / 2, height / 2)
    role = tone_role(cell.tone or "muted")
    text = box.adjusted(theme().px(10), 0, -theme().px(8), 0)
    if cell.icon:
        top = box.y() + (height - side) // 2
        painter.drawPixmap(text.x() - theme().px(2), top, icon_pixmap(cell.icon, role, 15))
        text.adjust(side + theme().px(3), 0, 0, 0)
    painter.setFont(font)
    painter.setPen(theme().color(role))
    _draw_text(painter, text, cell.text)
