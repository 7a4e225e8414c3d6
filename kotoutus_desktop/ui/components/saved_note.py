"""Says that the typing is safe, and since when."""

from datetime import datetime

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.labels import IconLabel, Label
from kotoutus_desktop.ui.components.layout import Row


def clock_text(moment: datetime) -> str:
    """Return the time of day where the counsellor is: 9.31."""
    local = moment.astimezone()
    return f"{local.hour}.{local.minute:02}"


class SavedNote(QFrame):
    """Tallennettu klo 9.31, and how many places wait to be mended."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._icon = IconLabel("device-floppy", "success", 16)
        self._label = Label("", "small", "muted")
        self._faults = Label("", "small", "warning")
        Row(self, gap=1).put(self._icon, self._label, self._faults)
        self.hide()

    def show_saved(self, moment: datetime, faults: int = 0) -> None:
        """Say when the typing was kept; announced when the faults change."""
        self._label.setText(_("Saved at {time}").format(time=clock_text(moment)))
        before = self._faults.text()
        self._faults.setText(
            ngettext("· {count} item to correct", "· {count} items to correct", faults).format(
                count=faults
            )
            if faults
            else ""
        )
        self._faults.setVisible(bool(faults))
        first = self.isHidden()
        self.show()
        if first or before != self._faults.text():
            announce(self, self.text())

    def text(self) -> str:
        """Return what is said."""
        return f"{self._label.text()} {self._faults.text()}".strip()
