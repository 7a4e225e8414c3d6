"""The log file: what happened, by message ids and record ids, never personal data.

Whoever logs writes a constant message and gives ids, numbers or types as arguments; a text
given as an argument is left out. Of an exception only its type and the places in the code are
kept, because its text may quote what was typed; of other libraries' messages only the place.
"""

import copy
import logging
import traceback
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from uuid import UUID

from platformdirs import user_log_path

from kotoutus_desktop.errors import KotoutusError

LARGEST = 512 * 1024  # bytes of one file
KEPT = 3  # earlier files

_HARMLESS = (int, float, bool, UUID, Enum, type, type(None))


def start_log(folder: Path | None = None) -> Path:
    """Log to a file in `folder`, that of the system when None; returns the file."""
    folder = folder or user_log_path("kotoutus-desktop", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "kotoutus.log"
    handler = RotatingFileHandler(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(Careful("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("kotoutus_desktop").setLevel(logging.INFO)
    return path


def stop_log() -> None:
    """Close the log file."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler.formatter, Careful):
            root.removeHandler(handler)
            handler.close()


def describe(error: BaseException) -> str:
    """Return where a failure happened: types and places in the code, no values.

    Of our own errors the message id is added, which has its values left out.
    """
    lines: list[str] = []
    waiting: BaseException | None = error
    seen: set[int] = set()
    while waiting is not None and id(waiting) not in seen:
        seen.add(id(waiting))
        for frame in traceback.extract_tb(waiting.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        lines.append(_name(waiting))
        waiting = waiting.__cause__ or waiting.__context__
    return "\n".join(lines)


class Careful(logging.Formatter):
    """A formatter that leaves out whatever could be personal data."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a copy of the record: other handlers may go on with the whole one."""
        record = copy.copy(record)
        record.exc_text = None  # another formatter leaves its text here
        if not record.name.startswith("kotoutus_desktop"):
            record.msg, record.args = f"{_place(record.pathname)}:{record.lineno}", ()
        elif isinstance(record.args, tuple):
            record.args = tuple(_harmless(argument) for argument in record.args)
        elif record.args:
            record.args = {name: _harmless(value) for name, value in record.args.items()}
        if isinstance(record.msg, BaseException):
            record.msg = _name(record.msg)
        return super().format(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name that logging calls
        """Describe the exception of a record."""
        assert isinstance(ei, tuple)
        return describe(ei[1]) if isinstance(ei[1], BaseException) else ""


def _name(error: BaseException) -> str:
    kind = type(error).__name__
    return f"{kind}: {error.message}" if isinstance(error, KotoutusError) else kind


def _place(filename: str) -> str:
    """Return the last parts of a path: the folder before may bear the counsellor's name."""
    return "/".join(Path(filename).parts[-3:])


def _harmless(argument: object) -> object:
    return argument if isinstance(argument, _HARMLESS) else f"<{type(argument).__name__}>"
