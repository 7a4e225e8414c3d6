"""A text to read: headings, tables and links that stay inside; nothing is opened outside."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from kotoutus_desktop.ui.components.section_signs import kept_together
from kotoutus_desktop.ui.theme import theme

ROLES = {1: "title", 2: "title", 3: "heading"}
SPACE_OVER = {1: 0, 2: 6, 3: 4}  # steps of the theme
LINE_HEIGHT = 105.0  # percent of what the font asks for: 14 on 20
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
INDENT = 22
KEY_COLUMN = 168  # at 100 % text
FIRST_OF_MANY = 24  # percent


class Reader(QTextBrowser):
    """Markdown in the fonts and colours of the theme, in a column that is easy to read."""

    linked = Signal(str)  # anchor of a link inside the text

    def __init__(self, name: str, edge: int = 4) -> None:
        """`edge` is the room at the left of the text, a step of the theme."""
        super().__init__()
        self._edge = edge
        self._text = ""
        self._plain = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)
        theme().changed.connect(self._dress)
        self._dress()

    def show_markdown(self, text: str) -> None:
        """Show a text with simple marks: headings, lists, tables, bold, links."""
        self._text, self._plain = text, False
        self._dress()

    def show_plain(self, text: str) -> None:
        """Show a text as it stands, for example a licence."""
        self._text, self._plain = text, True
        self._dress()

    def headings(self, level: int) -> list[int]:
        """Return the places in the document where headings of a level begin, from the top."""
        found, block = [], self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == level:
                found.append(block.position())
            block = block.next()
        return found

    def go_to(self, position: int, room: int) -> None:
        """Scroll until a place in the document stands near the top, `room` pixels under it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top - room)

    def top_position(self) -> int:
        """Return the place in the document that stands at the top of the window."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep lines as long as the eye can follow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        edge = theme().space(self._edge)
        bar = self.verticalScrollBar().sizeHint().width()
        room = max(self.width() - 2 * edge - bar, theme().px(120))
        self.setViewportMargins(edge, 0, edge, 0)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(min(theme().size("text_column"), room))
        self.document().size()  # all at once: bit by bit, as Qt does, the scroll bars would jump

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and link.fragment():
            self.linked.emit(link.fragment())

    def _dress(self) -> None:
        place = self.verticalScrollBar().value()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme().color("surface"))
        palette.setColor(QPalette.ColorRole.Text, theme().color("text"))
        palette.setColor(QPalette.ColorRole.Link, theme().color("accent_text"))
        self.setPalette(palette)
        self.setFont(theme().font("body"))
        self.document().setDefaultFont(theme().font("body"))
        self.document().setDocumentMargin(theme().space(2))
        self.document().setIndentWidth(theme().px(INDENT))
        if self._plain:
            self.setPlainText(self._text)
        else:
            self.setMarkdown(kept_together(self._text))
            self._dress_blocks()
            self._dress_tables()
        self._fit()
        self.verticalScrollBar().setValue(place)

    def _dress_blocks(self) -> None:
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            spaced = QTextBlockFormat()
            spaced.setLineHeight(LINE_HEIGHT, PROPORTIONAL)
            spaced.setTopMargin(0)
            spaced.setBottomMargin(0 if cursor.currentTable() else theme().space(2))
            if level in ROLES:
                spaced.setTopMargin(theme().space(SPACE_OVER[level]))
                spaced.setBottomMargin(theme().space(1))
                # not BlockUnderCursor: it takes the end of the paragraph before along
                end = QTextCursor.MoveOperation.EndOfBlock
                cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(_heading_letters(ROLES[level]))
            cursor.mergeBlockFormat(spaced)
            _underline_links(block)
            block = block.next()

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                frame.setFormat(_table_format(frame.columns()))
                _rule_rows(frame)


def _underline_links(block: QTextBlock) -> None:
    """Make links of a paragraph known by more than their colour."""
    linked = QTextCharFormat()
    linked.setFontUnderline(True)
    linked.setForeground(QBrush(theme().color("accent_text")))
    links, piece = [], block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        if fragment.charFormat().isAnchor():
            links.append((fragment.position(), fragment.position() + fragment.length()))
        piece += 1
    cursor = QTextCursor(block)
    for start, end in links:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(linked)


def _heading_letters(role: str) -> QTextCharFormat:
    font = theme().font(role)
    letters = QTextCharFormat()
    letters.setProperty(QTextFormat.Property.FontPixelSize, font.pixelSize())
    letters.setFontWeight(QFont.Weight.DemiBold)
    return letters


def _table_format(columns: int) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorderCollapse(True)
    made.setBorder(0)
    made.setCellPadding(theme().px(6))
    made.setCellSpacing(0)
    made.setHeaderRowCount(1)
    made.setTopMargin(theme().space(2))
    made.setBottomMargin(theme().space(3))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    first = QTextLength(QTextLength.Type.FixedLength, theme().px(KEY_COLUMN))
    if columns > 2:  # large text would leave the others no room beside a fixed one
        first = QTextLength(QTextLength.Type.PercentageLength, FIRST_OF_MANY)
    rest = QTextLength(QTextLength.Type.VariableLength, 0)
    made.setColumnWidthConstraints([first, *[rest] * (columns - 1)])
    return made


def _rule_rows(table: QTextTable) -> None:
    """Draw a line under each row but the last."""
    for line in range(table.rows() - 1):
        for column in range(table.columns()):
            cell = table.cellAt(line, column)
            ruled = QTextTableCellFormat()
            ruled.merge(cell.format())
            ruled.setBottomBorder(theme().line())
            ruled.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            ruled.setBottomBorderBrush(QBrush(theme().color("line")))
            cell.setFormat(ruled)
