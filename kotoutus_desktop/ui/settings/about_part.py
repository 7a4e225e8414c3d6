"""What the program is: its version, what is new, and the licences of all that it is made of."""

import platform
from pathlib import Path

from PySide6 import __version__ as qt_version

from kotoutus_desktop import __version__
from kotoutus_desktop.assets import ROOT, resource
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.help.reader import Reader
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.theme import theme

CHANGELOG = "changelog"
READER_HEIGHT = 380


class AboutPart(Part):
    """One text at a time, chosen from a list; all of them are on this computer."""

    def __init__(self) -> None:
        super().__init__(_("About the program"))
        version = _("Version {version} · Qt {qt} · Python {python}").format(
            version=__version__, qt=qt_version, python=platform.python_version()
        )
        self.title.setText("Kotoutus Desktop")
        self.text.setText(version)
        self.text.show()
        self._texts = texts()
        choices = [Choice(key, name) for key, (name, _path) in self._texts.items()]
        self.choice = ChoiceField(_("Text to read"), choices, width=420)
        self.choice.changed.connect(self._show)
        self.reader = Reader(_("Text to read"), edge=2)
        self._card = ListCard(self.reader)
        self.put(
            wrapped(
                _(
                    "The cases are encrypted with SQLCipher, copyright Zetetic LLC. The program "
                    "opens no network connection."
                ),
                "small",
                "muted",
            ),
            self.choice,
            self._card,
        )
        theme().changed.connect(self._grow)
        self._grow()

    def shown(self) -> None:
        """Begin with what is new."""
        if self.choice.is_empty():
            self.choice.set_value(CHANGELOG)

    def _show(self) -> None:
        if self.choice.is_empty() or self.choice.fault():
            return
        _name, path = self._texts[self.choice.value()]
        text = path.read_text("utf-8")
        show = self.reader.show_markdown if path.suffix == ".md" else self.reader.show_plain
        show(text)
        self.reader.verticalScrollBar().setValue(0)

    def _grow(self) -> None:
        self.reader.setMinimumHeight(theme().px(READER_HEIGHT))


def texts() -> dict[str, tuple[str, Path]]:
    """Return what can be read: key, name and file. The program first, then its parts by name."""
    found = {CHANGELOG: (_("What is new"), resource("changelog.md"))}
    own = ROOT / "LICENSE"
    if own.exists():
        found["program"] = (_("Licence of the program: EUPL 1.2"), own)
    licences = resource("licences")
    for path in sorted(licences.glob("*.txt")):
        found[path.stem] = (_("Licence: {name}").format(name=path.stem), path)
    fonts = sorted(resource("fonts").glob("OFL-*.txt"))
    for path in fonts:
        name = path.stem.removeprefix("OFL-")
        found[path.stem] = (_("Licence of the font {name}").format(name=name), path)
    icons = resource("icons", "LICENSE.txt")
    found["icons"] = (_("Licence of the icons: Tabler Icons"), icons)
    for path in sorted((licences / "packages").glob("*.txt")):
        found[f"package {path.stem}"] = (_("Licence: {name}").format(name=path.stem), path)
    return found
