"""What a counsellor has chosen for this computer: nothing about clients is kept here."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from kotoutus_desktop.i18n import INTERFACE_LANGUAGES
from kotoutus_desktop.policies import policies
from kotoutus_desktop.ui.theme import LARGEST_FACTOR, SMALLEST_FACTOR, Mode

USUAL_LOCK_MINUTES, LONGEST_LOCK_MINUTES = 5, 60
FIRST_LANGUAGE = INTERFACE_LANGUAGES[0]


class Preferences:
    """Typed access to the settings; a value that makes no sense reads as the first choice."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings of the user, or those in an ini file."""
        self._settings = (
            QSettings("Kotoutus Desktop", "Kotoutus Desktop")
            if path is None
            else QSettings(str(path), QSettings.Format.IniFormat)
        )

    @property
    def mode(self) -> Mode:
        """Light, dark, high contrast, or as the system is."""
        stored = self._text("appearance/mode")
        return Mode(stored) if stored in list(Mode) else Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._settings.setValue("appearance/mode", str(mode))

    @property
    def text_factor(self) -> float:
        """How large the text is: 1.0 to 2.0."""
        try:
            factor = float(self._text("appearance/text_factor") or SMALLEST_FACTOR)
        except ValueError:
            return SMALLEST_FACTOR
        return min(max(factor, SMALLEST_FACTOR), LARGEST_FACTOR)

    @text_factor.setter
    def text_factor(self, factor: float) -> None:
        self._settings.setValue("appearance/text_factor", str(factor))

    @property
    def language(self) -> str:
        """Language of the interface: fi, sv or en; what the computer's policy says, if it does."""
        stored = policies().language or self._text("language")
        return stored if stored in INTERFACE_LANGUAGES else FIRST_LANGUAGE

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def initials_in_lists(self) -> bool:
        """Show initials instead of names in lists that a client may see."""
        return self._text("privacy/initials_in_lists") == "true"

    @initials_in_lists.setter
    def initials_in_lists(self, initials: bool) -> None:
        self._settings.setValue("privacy/initials_in_lists", "true" if initials else "false")

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without use the program locks: 1 to `longest_lock_minutes`."""
        stored = self._text("lock/minutes")
        minutes = int(stored) if stored.isdecimal() else USUAL_LOCK_MINUTES
        return min(max(minutes, 1), self.longest_lock_minutes)

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock/minutes", str(minutes))

    @property
    def longest_lock_minutes(self) -> int:
        """How many minutes may be chosen: 60, or fewer by the computer's policy."""
        return policies().lock_minutes or LONGEST_LOCK_MINUTES

    @property
    def version_seen(self) -> str:
        """Version of the program that was last told of on this computer, "" at first."""
        return self._text("version_seen")

    @version_seen.setter
    def version_seen(self, version: str) -> None:
        self._settings.setValue("version_seen", version)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as Qt saves it; empty at first."""
        stored = self._settings.value("window/geometry", QByteArray())
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def last_folder(self) -> Path:
        """Folder that files were last saved to or opened from."""
        stored = self._text("files/last_folder")
        usual = next(iter(policies().export_folders), Path.home())
        folder = Path(stored) if stored else usual
        return folder if folder.is_dir() else usual

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._settings.setValue("files/last_folder", str(folder))

    @property
    def exchange_folder(self) -> Path | None:
        """Folder that the office shares for transfer files, None when there is none."""
        stored = self._text("files/exchange_folder")
        return Path(stored) if stored else None

    @exchange_folder.setter
    def exchange_folder(self, folder: Path) -> None:
        self._settings.setValue("files/exchange_folder", str(folder))

    @property
    def last_file(self) -> Path | None:
        """File that was last unlocked, None at first."""
        stored = self._text("files/last_file")
        return Path(stored) if stored else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._settings.setValue("files/last_file", str(path))

    @property
    def second_place(self) -> Path | None:
        """Folder that copies are carried to when it is there, None when none was chosen."""
        stored = self._text("copies/second_place")
        return Path(stored) if stored else None

    @second_place.setter
    def second_place(self, folder: Path | None) -> None:
        self._settings.setValue("copies/second_place", str(folder) if folder else "")

    def anchor_of(self, file: Path) -> str:
        """Return where the log of a file ended when this computer closed it, "" at first."""
        return self._text(_anchor_key(file))

    def set_anchor_of(self, file: Path, anchor: str) -> None:
        """Keep where the log of a file ends: a number and a seal, nothing about anybody."""
        self._settings.setValue(_anchor_key(file), anchor)

    def keep(self) -> None:
        """Write to the disk now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, "") or "")


def _anchor_key(file: Path) -> str:
    """Return a key for a file by its place; the names of folders may name people."""
    return f"log/{sha256(str(file.resolve()).encode()).hexdigest()[:16]}"
