"""Words and numbers: one line, or several that grow."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.labels import is_right_to_left
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

NOT_A_NUMBER = N_("Write a whole number from {lowest} to {highest}.")


class TextField(Field):
    """One line. Letters stay as typed: no capitals are corrected, any script is taken."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        section: Section | None = None,
        width: float = 0,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(self._on_changed)
        self._set_editor(self.line, width)

    def value(self) -> str:
        """Return the text without the spaces around it."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.line.setText(value)

    def state(self) -> Any:
        """Return the text with its spaces."""
        return self.line.text()

    def secret(self) -> None:
        """Show dots: the field holds a passphrase."""
        self.line.setEchoMode(QLineEdit.EchoMode.Password)


class OwnScriptField(TextField):
    """A name in the person's own script: the text chooses its side."""

    def _on_changed(self) -> None:
        rtl = is_right_to_left(self.line.text())
        self.line.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        super()._on_changed()


class NumberField(TextField):
    """A whole number between two limits; None while empty."""

    def __init__(
        self,
        label: str,
        lowest: int,
        highest: int,
        *,
        hint: str = "",
        section: Section | None = None,
        width: float = 80,
    ) -> None:
        self._lowest, self._highest = lowest, highest
        super().__init__(label, hint=hint, section=section, width=width)

    def value(self) -> int | None:  # type: ignore[override]
        """Return the number; raises InvalidInput for anything else that was typed."""
        typed = self.line.text().strip()
        if not typed:
            return None
        if not typed.isdecimal() or not self._lowest <= int(typed) <= self._highest:
            raise InvalidInput("", NOT_A_NUMBER, lowest=self._lowest, highest=self._highest)
        return int(typed)

    def set_value(self, value: int | None) -> None:  # type: ignore[override]
        """Show a number."""
        self.line.setText("" if value is None else str(value))

    def restore(self, state: Any) -> None:
        """Show the typing again."""
        self.line.setText(str(state))


class GrowingEdit(QPlainTextEdit):
    """Several lines that grow with the text; Tab moves on."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme().changed.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the text, and of so many lines at least."""
        line = QFontMetrics(theme().font()).lineSpacing()
        shown = max(self._lines, round(self.document().size().height()))
        return QSize(theme().px(200), shown * line + theme().px(22))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never be smaller than the text."""
        return QSize(theme().px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Ctrl+Enter to the page."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Count the lines again: of a narrower box Qt does not tell that they are more."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())


class LongTextField(Field):
    """What was told or agreed, in sentences."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        section: Section | None = None,
        lines: int = 3,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self.text = GrowingEdit(lines)
        self.text.setPlaceholderText(placeholder)
        self.text.textChanged.connect(self._on_changed)
        self._set_editor(self.text)

    def value(self) -> str:
        """Return the text without the spaces around it."""
        return self.text.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        if value != self.text.toPlainText():
            self.text.setPlainText(value)

    def state(self) -> Any:
        """Return the text with its spaces."""
        return self.text.toPlainText()
