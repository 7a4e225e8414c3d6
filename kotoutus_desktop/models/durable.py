"""Files that are either the old one or the new one, whatever happens in between."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until the contents of a file are on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_durably(part: Path, target: Path) -> None:
    """Give a finished file its name, replacing what had it, and wait until that is on the disk."""
    part.replace(target)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_durably(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read; raises OSError and then leaves the old one."""
    part = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        move_durably(part, path)
    finally:
        part.unlink(missing_ok=True)
