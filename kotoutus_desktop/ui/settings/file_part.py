"""The file of cases: where it lies, how large it is, what belongs to it."""

from babel.numbers import format_decimal
from PySide6.QtWidgets import QLineEdit

from kotoutus_desktop.casework.office import file_facts
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.workspace import Workspace

KILOBYTE = 1000


class FilePart(Part):
    """Lines to read and copy; nothing can be changed here."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            _("The file"),
            _("Everything is in one encrypted file. The keys file beside it belongs to it."),
        )
        self._workspace = workspace
        self.path = _to_read(_("Where the file lies"))
        self.keys = _to_read(_("The keys file"))
        self.bytes = _to_read(_("Size"), width=160)
        self.revision = _to_read(_("Structure of the file (revision)"), width=160)
        advice = wrapped(
            _(
                "Without the keys file nobody can open the cases, not even with the passphrase. "
                "The copies that the program makes hold both."
            ),
            "small",
            "muted",
        )
        self.check = Button(_("Check and repair …"), icon="list-check")
        self.check.clicked.connect(workspace.check_wanted)
        self.put(self.path, self.keys, self.bytes, self.revision, row(self.check, None), advice)

    def shown(self) -> None:
        """Look at the file."""
        facts = file_facts(self._workspace.database.path)
        self.path.set_value(str(facts.path))
        self.keys.set_value(str(facts.keys))
        self.bytes.set_value(size_text(facts.size))
        self.revision.set_value(facts.revision)
        for field in (self.path, self.keys):
            field.line.setCursorPosition(0)


def size_text(size: int) -> str:
    """Return a number of bytes as it is read: 412 kB, 1,3 MB."""
    if size < KILOBYTE**2:
        return f"{max(1, round(size / KILOBYTE))}\u00a0kB"
    number = format_decimal(size / KILOBYTE**2, "0.0", locale=interface_language())
    return f"{number}\u00a0MB"


def _to_read(label: str, width: float = 0) -> TextField:
    field = TextField(label, width=width)
    line: QLineEdit = field.line
    line.setReadOnly(True)
    return field
