"""The lists of files for the Setup.exe: what it lays down, and what its uninstaller takes away."""

from collections.abc import Iterable
from pathlib import PurePosixPath


def laid_down(files: Iterable[str], stage: str) -> str:
    """Return the instructions that lay down some files, folder by folder, in a fixed order."""
    lines, folder = [], None
    for path in sorted(files, key=_by_folder):
        if _folder_of(path) != folder:
            folder = _folder_of(path)
            lines.append(f"SetOutPath {_quoted(_target(folder))}")
        lines.append(f"File {_quoted(f'{stage}/{path}', from_stage=True)}")
    return "\n".join([*lines, 'SetOutPath "$INSTDIR"', ""])


def taken_away(files: Iterable[str]) -> str:
    """Return the instructions that delete just these files, and the folders that are then empty."""
    listed = sorted(files, key=_by_folder)
    deleted = [f"Delete {_quoted(_target(path))}" for path in listed]
    folders = {str(above) for path in listed for above in PurePosixPath(path).parents if above.name}
    deepest = sorted(folders, key=lambda each: (-each.count("/"), each))
    return "\n".join([*deleted, *(f"RMDir {_quoted(_target(each))}" for each in deepest), ""])


def _by_folder(path: str) -> tuple[str, str]:
    return _folder_of(path), path


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _target(path: str) -> str:
    return "$INSTDIR\\" + path.replace("/", "\\") if path else "$INSTDIR"


def _quoted(text: str, *, from_stage: bool = False) -> str:
    """Return a text in quotes; a dollar in a name of a file is no variable."""
    start = "" if from_stage else "$INSTDIR"
    rest = text.removeprefix(start).replace("$", "$$")
    return f'"{start}{rest}"'
