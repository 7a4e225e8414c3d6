"""Where the data of a part came from: one quiet line, the client unless said otherwise."""

from typing import Any

from PySide6.QtWidgets import QFrame, QLineEdit

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.rules.section import DATA_SOURCE
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.components.labels import Label, Rule
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.fields.choice_field import NOT_IN_LIST, VALUE_ROLE, ChoiceBox
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.theme import theme

WIDTH = 236


class SourceField(Field):
    """The kind of source and, when it was not the client, which one (§ 73(2))."""

    def __init__(self) -> None:
        super().__init__(_("Source of the data"))
        self.label.hide()
        holder = QFrame()
        holder.setProperty("kind", "plain")
        self.box = ChoiceBox(enum_choices(SourceKind))
        self.box.line.setAccessibleName(_("Source of the data"))
        self.box.line.installEventFilter(self)
        self.detail = QLineEdit()
        self.detail.setPlaceholderText(_("Which document, or who told"))
        self.detail.setAccessibleName(_("Which document, or who told"))
        self.detail.installEventFilter(self)
        link = SectionLink(DATA_SOURCE)
        link.opened.connect(self.section_clicked)
        line = Row(gap=2)
        line.put(Label(_("Source of the data"), "small", "muted"), self.box, (self.detail, 1))
        line.put(link, None)
        Column(holder, gap=2).put(Rule(), line)
        self._set_editor(self.box, 0, holder)
        self.box.editTextChanged.connect(self._follow)
        self.detail.textChanged.connect(self._on_changed)
        self.set_value((SourceKind.CLIENT, ""))
        theme().changed.connect(self._narrow)
        self._narrow()

    def value(self) -> tuple[SourceKind, str]:
        """Return kind and detail; raises InvalidInput for typing that is not on the list."""
        if not self.box.line.text().strip():
            return SourceKind.CLIENT, ""
        row = self.box.typed_row()
        if row < 0:
            raise InvalidInput("", NOT_IN_LIST)
        return SourceKind(self.box.itemData(row, VALUE_ROLE)), self.detail.text().strip()

    def set_value(self, value: tuple[SourceKind, str]) -> None:
        """Show kind and detail."""
        kind, detail = value
        self.box.setCurrentIndex(self.box.findData(kind.value, VALUE_ROLE))
        self.box.line.setCursorPosition(0)
        self.detail.setText(detail)
        self._follow()

    def state(self) -> Any:
        """Return the typing."""
        return [self.box.line.text(), self.detail.text()]

    def restore(self, state: Any) -> None:
        """Show the typing again."""
        kind, detail = state
        self.box.setCurrentIndex(self.box.findText(kind))
        self.box.setEditText(kind)
        self.detail.setText(detail)

    def is_empty(self) -> bool:
        """Tell whether the data came from the client, as nearly always."""
        return not self.box.line.text().strip()

    def _follow(self) -> None:
        from_client = not self.fault() and self.value()[0] is SourceKind.CLIENT
        self.detail.setVisible(not from_client or bool(self.detail.text()))
        self._on_changed()

    def _narrow(self) -> None:
        self.box.setFixedWidth(theme().px(WIDTH))
