"""What the municipality's IT has decided for this computer; the program shows it as locked.

On Windows it stands in the registry, under HKEY_LOCAL_MACHINE, where group policies write and
users cannot; elsewhere in a file that only root writes. A value that makes no sense is as if it
were not there: a mistake must not keep anybody from their work.
"""

import configparser
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kotoutus_desktop.i18n import N_

DECIDED = N_("Decided by your municipality's IT for this computer: it cannot be changed here.")
REGISTRY_KEY = r"SOFTWARE\Policies\Kotoutus Desktop"
POLICY_FILE = Path("/etc/kotoutus-desktop/policies.ini")
SECTION = "policies"


@dataclass(frozen=True)
class Policies:
    """Each is None, or empty, where nothing is decided.

    `file` is where the office's file lies, `lock_minutes` the longest time without use until
    the program locks, `export_folders` the only ones (with all within) that files are saved in,
    `language` of the interface, `retention_years` how long a closed case is kept.
    """

    file: Path | None = None
    lock_minutes: int | None = None
    export_folders: tuple[Path, ...] = ()
    language: str | None = None
    retention_years: int | None = None

    def allows_saving_in(self, folder: Path) -> bool:
        """Tell whether files may be saved in a folder."""
        if not self.export_folders:
            return True
        place = folder.resolve()
        return any(place.is_relative_to(allowed.resolve()) for allowed in self.export_folders)


@cache
def policies() -> Policies:
    """Return what holds on this computer; read once."""
    return read_policies(_decided())


def read_policies(values: Mapping[str, str]) -> Policies:
    """Return the policies of these texts, by the names of their fields; folders with ; between."""
    folders = (Path(part.strip()) for part in values.get("export_folders", "").split(";"))
    file = Path(values.get("file", "").strip())
    language = values.get("language", "").strip()
    return Policies(
        file=file if file.is_absolute() else None,
        lock_minutes=_number(values.get("lock_minutes", ""), 60),
        export_folders=tuple(folder for folder in folders if folder.is_absolute()),
        language=language if language in ("fi", "sv", "en") else None,
        retention_years=_number(values.get("retention_years", ""), 100),
    )


def _number(text: str, highest: int) -> int | None:
    text = text.strip()
    return int(text) if text.isdecimal() and 1 <= int(text) <= highest else None


def _from_file(path: Path) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    with suppress(configparser.Error, UnicodeDecodeError, OSError):
        parser.read(path, encoding="utf-8")
    return dict(parser[SECTION]) if parser.has_section(SECTION) else {}


if sys.platform == "win32":
    import winreg

    def _decided() -> dict[str, str]:
        found: dict[str, str] = {}
        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY_KEY) as key,
        ):
            for number in range(winreg.QueryInfoKey(key)[1]):
                name, value, _kind = winreg.EnumValue(key, number)
                found[name.lower()] = str(value)
        return found
else:

    def _decided() -> dict[str, str]:
        return _from_file(POLICY_FILE)
