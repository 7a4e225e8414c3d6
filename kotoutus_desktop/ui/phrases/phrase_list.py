"""The list of phrases under the field: number, text, whether the client can read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.library import Phrase
from kotoutus_desktop.ui.components.settling import settle_and_reveal
from kotoutus_desktop.ui.icons import icon_pixmap
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook, written_in
from kotoutus_desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
SHOWN_ROWS = 7
HIGHEST = 300
"""Height of the list at 100 % text: the field and what is said under it stay in view."""

ADD_OWN = ""


@dataclass(frozen=True)
class PhraseRow:
    """One line of the list; an empty code offers to add a phrase."""

    code: str
    text: str
    language: str = ""  # "in Arabic", empty where the client's language needs no word
    translated: bool = True

    def state(self) -> str:
        """Return the words of the chip."""
        if not self.language or self.translated:
            return self.language
        return _("not yet {language}").format(language=self.language)


class PhraseDelegate(QStyledItemDelegate):
    """Draws a row: number, text on as many lines as it needs, chip."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: PhraseRow = index.data(ROW_ROLE)
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, theme().color("selected"))
        elif index.row():
            painter.fillRect(
                QRect(rect.left(), rect.top(), rect.width(), theme().line()), theme().color("line")
            )
        self._draw_words(painter, rect, row)
        self._draw_chip(painter, rect, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Be as high as the wrapped text."""
        row: PhraseRow = index.data(ROW_ROLE)
        width = option.rect.width()
        room = _text_rect(QRect(0, 0, width, 1), row).width()
        lines = QFontMetrics(theme().font()).boundingRect(QRect(0, 0, room, 10_000), WRAP, row.text)
        return QSize(0, max(theme().px(34), lines.height() + theme().px(14)))

    def _draw_words(self, painter: QPainter, rect: QRect, row: PhraseRow) -> None:
        left = rect.left() + theme().space(3)
        if row.code == ADD_OWN:
            plus = icon_pixmap("plus", "accent_text", 18)
            painter.drawPixmap(left, rect.center().y() - theme().px(9), plus)
            painter.setPen(theme().color("accent_text"))
        else:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().color("text_muted"))
            place = QRect(left, rect.top(), theme().px(52), rect.height())
            painter.drawText(place, WRAP, row.code)
            painter.setPen(theme().color("text"))
        painter.setFont(theme().font())
        painter.drawText(_text_rect(rect, row), WRAP, row.text)

    def _draw_chip(self, painter: QPainter, rect: QRect, row: PhraseRow) -> None:
        if not row.language:
            return
        tone = "success" if row.translated else "warning"
        width, height = _chip_width(row), theme().size("chip")
        left = rect.right() - theme().space(3) - width
        chip = QRect(left, rect.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(f"{tone}_soft"))
        painter.drawRoundedRect(chip, theme().radius("chip"), theme().radius("chip"))
        sign = icon_pixmap("check" if row.translated else "alert-triangle", tone, 15)
        painter.drawPixmap(chip.left() + theme().space(2), chip.center().y() - theme().px(7), sign)
        painter.setPen(theme().color(tone))
        painter.setFont(theme().font("smallstrong"))
        painter.drawText(chip.adjusted(theme().px(27), 0, 0, 0), WRAP, row.state())


def _chip_width(row: PhraseRow) -> int:
    if not row.language:
        return 0
    words = QFontMetrics(theme().font("smallstrong")).horizontalAdvance(row.state())
    return words + theme().px(27) + theme().space(3)


def _text_rect(rect: QRect, row: PhraseRow) -> QRect:
    left = rect.left() + theme().space(3) + theme().px(28 if row.code == ADD_OWN else 52)
    chip = _chip_width(row)
    right = rect.right() - theme().space(3) - (chip + theme().space(3) if chip else 0)
    return QRect(left, rect.top(), max(right - left, theme().px(60)), rect.height())


class PhraseList(QListView):
    """The phrases that fit. The keyboard stays in the field, which moves the chosen row."""

    picked = Signal(str)  # code of the phrase, empty to add one

    def __init__(self, phrasebook: Phrasebook) -> None:
        super().__init__()
        self._phrasebook = phrasebook
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PhraseDelegate(self))
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Phrases"))
        self.clicked.connect(self._pick)
        self._fit_soon = QTimer(self)  # never inside a layout that is just being made
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self._fit)
        theme().changed.connect(self._fit)
        self.hide()

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Show these, and an offer to add one; no row is chosen yet."""
        self._model.clear()
        book = self._phrasebook
        language = "" if book.is_for_client_as_it_is() else written_in(book.client_language)
        rows = [
            PhraseRow(phrase.code, book.outline(phrase), language, book.is_translated(phrase))
            for phrase in phrases
        ]
        for row in [*rows, PhraseRow(ADD_OWN, _("Add your own phrase …"))]:
            item = QStandardItem(row.text)
            item.setData(row, ROW_ROLE)
            sentence = ", ".join(part for part in (row.code, row.text, row.state()) if part)
            item.setData(sentence, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.show()
        self._fit()
        self.scrollToTop()

    def move(self, step: int) -> str:  # type: ignore[override]
        """Choose the row above or below and return its sentence, for a screen reader."""
        row = self.currentIndex().row() + step if self.currentIndex().isValid() else 0
        row = min(max(row, 0), self._model.rowCount() - 1)
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        settle_and_reveal(self)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def chosen(self) -> str | None:
        """Return the code of the chosen row, None while none is."""
        index = self.currentIndex()
        return str(index.data(ROW_ROLE).code) if index.isValid() else None

    def codes(self) -> list[str]:
        """Return the codes that are offered, from the top."""
        rows = range(self._model.rowCount())
        return [code for row in rows if (code := self._model.item(row).data(ROW_ROLE).code)]

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Fit the height to the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_soon.start()

    def _fit(self) -> None:
        if self.isHidden():
            return
        shown = min(self._model.rowCount(), SHOWN_ROWS)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, self.viewport().width(), 1)
        delegate = self.itemDelegate()
        heights = [
            delegate.sizeHint(option, self._model.index(row, 0)).height() for row in range(shown)
        ]
        height = min(sum(heights), theme().px(HIGHEST)) + 2 * (theme().px(3) + 1)
        if height != self.height():
            self.setFixedHeight(height)
            settle_and_reveal(self)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data(ROW_ROLE).code))
