"""How the program looks on this computer; every choice shows at once."""

from PySide6.QtCore import Qt

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Row, column
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.theme import LARGEST_FACTOR, SMALLEST_FACTOR, Mode, theme

STEP = 0.1
WIDTH_OF_SIZE = 64


class AppearancePart(Part):
    """Colours, text size, initials in lists: kept as preferences, not in the file."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("Appearance"), _("These choices concern this computer only."))
        self._preferences = preferences
        self.mode = SegmentField(
            _("Colours"),
            [
                (Mode.SYSTEM, _("System")),
                (Mode.LIGHT, _("Light")),
                (Mode.DARK, _("Dark")),
                (Mode.CONTRAST, _("Contrast")),
            ],
            hint=_("System: as this computer is set."),
        )
        self.mode.set_value(preferences.mode)
        self.mode.changed.connect(self._choose_mode)
        self.smaller = IconButton("minus", _("Smaller text"))
        self.smaller.setToolTip(f"{_('Smaller text')} (Ctrl+-)")
        self.larger = IconButton("plus", _("Larger text"))
        self.larger.setToolTip(f"{_('Larger text')} (Ctrl++)")
        self.usual = Button("100 %", "link")
        self.usual.setAccessibleName(_("Text size 100 %"))
        self.usual.setToolTip("Ctrl+0")
        self.size_now = Label("", "heading")
        self.size_now.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.initials = CheckField(
            _("Initials instead of names in lists"),
            hint=_("On Today and in the list of clients, when others can see the screen."),
        )
        self.initials.set_value(preferences.initials_in_lists)
        self.initials.changed.connect(self._choose_initials)
        self._build()
        theme().changed.connect(self._show_size)
        self._show_size()

    def _build(self) -> None:
        line = Row(gap=2)
        line.put(self.smaller, self.size_now, self.larger, self.usual, None)
        self.smaller.clicked.connect(lambda: self._choose_size(theme().factor - STEP))
        self.larger.clicked.connect(lambda: self._choose_size(theme().factor + STEP))
        self.usual.clicked.connect(self._choose_usual)
        size = column(Label(_("Text size"), "strong"), line, gap=1)
        language = wrapped(
            _("The language of the program is chosen where the passphrase is asked."),
            "small",
            "muted",
        )
        self.put(self.mode, size, self.initials, language)

    def _choose_mode(self) -> None:
        mode = Mode(self.mode.value())
        self._preferences.mode = mode
        theme().apply(mode)

    def _choose_size(self, factor: float) -> None:
        theme().apply(factor=round(factor, 1))
        self._preferences.text_factor = theme().factor
        announce(self, self.size_now.text())

    def _choose_usual(self) -> None:
        self.larger.setFocus()  # the button goes away with the reason for it
        self._choose_size(SMALLEST_FACTOR)

    def _choose_initials(self) -> None:
        self._preferences.initials_in_lists = self.initials.value()

    def _show_size(self) -> None:
        """Follow the size, also when Ctrl and plus changed it."""
        factor = theme().factor
        self.size_now.setText(f"{round(factor * 100)}\u00a0%")
        self.smaller.setEnabled(factor > SMALLEST_FACTOR)
        self.larger.setEnabled(factor < LARGEST_FACTOR)
        self.usual.setVisible(factor != SMALLEST_FACTOR)
        self.size_now.setMinimumWidth(theme().px(WIDTH_OF_SIZE))
