"""The head of a page: where from, what it is, whose it is, what can be done."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Item, Row, clear
from kotoutus_desktop.ui.components.saved_note import SavedNote
from kotoutus_desktop.ui.theme import theme


class TitleBand(QFrame):
    """Back link over the title, chips under or beside it, acts at the right.

    `large` is the head of a client's own page; a form of a client shows the name small above
    its title.
    """

    back = Signal()

    def __init__(self, title: str = "", *, back: str = "", large: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "band")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = wrapped(title, "display" if large else "title")
        self.own_name = Label("", "title" if large else "body", "muted")
        self.subtitle = wrapped("", "small", "muted")
        self.note = SavedNote()
        self.back_button = Button(back, "back", "chevron-left", bulk="small")
        self.back_button.setToolTip(f"{_('Back')} (Alt+←)")
        self.back_button.clicked.connect(self.back)
        self._who = QWidget()
        self._who_flow = Flow(self._who)
        self._chips = QWidget()
        self._chip_flow = Flow(self._chips)
        self._acts = Row(gap=2)
        self._build(large)
        for part in (self.own_name, self.subtitle, self._who, self._chips):
            part.hide()
        self.back_button.setVisible(bool(back))
        theme().changed.connect(self._size)
        self._size()

    def set_title(self, title: str, own_name: str = "") -> None:
        """Show another title, and a name in its own script after it."""
        self.title.setText(title)
        self.own_name.setText(own_name)
        self.own_name.setVisible(bool(own_name))

    def set_subtitle(self, text: str) -> None:
        """Show a small line under the title, or none."""
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def set_person(self, name: str, own_name: str = "", *chips: QWidget) -> None:
        """Show whose page this is, above the title."""
        self._refill(self._who, self._who_flow, wrapped(name, "strong"))
        if own_name:
            self._who_flow.addWidget(Label(own_name, "body", "muted"))
        for chip in chips:
            self._who_flow.addWidget(chip)

    def set_chips(self, *chips: QWidget) -> None:
        """Show what the client is like under the title: language, interpreter, reading."""
        self._refill(self._chips, self._chip_flow, *chips)

    def put_acts(self, *items: Item) -> None:
        """Add buttons at the right end."""
        self._acts.put(*items)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as high as the contents, and never lower than a band is."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme().px(72)))

    def _build(self, large: bool) -> None:
        title_row = Flow(gap=3)
        title_row.addWidget(self.title)
        title_row.addWidget(self.own_name)
        words = Column(gap=1 if large else 0)
        words.put(None, self.back_button, self._who, title_row, self.subtitle, self._chips, None)
        layout = Row(self, (5, 2, 4, 2), 3)
        layout.addLayout(words, 1)
        layout.addWidget(self.note)
        layout.addLayout(self._acts)

    def _refill(self, holder: QWidget, flow: Flow, *widgets: QWidget) -> None:
        clear(flow)
        for widget in widgets:
            flow.addWidget(widget)
        holder.setVisible(bool(widgets))
        holder.updateGeometry()

    def _size(self) -> None:
        self.setMinimumHeight(theme().px(72))
