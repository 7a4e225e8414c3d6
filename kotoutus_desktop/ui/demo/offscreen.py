"""Working the windows without a screen: waiting, filling in, taking pictures."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QEventLoop,
    QLoggingCategory,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.slot_fields import set_raw_value

LONGEST_WAIT = 30.0  # seconds, on a slow machine
LOOK_EVERY_MS = 10
TURNS_OF_REST = 4
REST = 0.2  # seconds until what follows from typing is shown
LIGHTLY_PACKED = 85  # of 100: half the time, twice the size
HELD, GAVE_UP = 0, 1
_QUIET_RULES = "qt.text.font.db=false\nqt.qpa.*.warning=false"


class TourFailed(Exception):
    """The windows did not do what a counsellor would expect of them."""


def wait_until(holds: Callable[[], object], what: str) -> None:
    """Let the windows work until something holds; raises TourFailed when it never does.

    They work in an event loop of their own, which also rids them of what they have deleted.
    """
    latest = time.monotonic() + LONGEST_WAIT
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        if holds():
            loop.exit(HELD)
        elif time.monotonic() > latest:
            loop.exit(GAVE_UP)

    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    outcome = loop.exec()
    timer.stop()
    if outcome == GAVE_UP:
        raise TourFailed(what)


def rest(seconds: float = REST) -> None:
    """Let the windows come to rest: some turns of the loop in which no job was running."""
    latest, turns = time.monotonic() + seconds, 0

    def rested() -> bool:
        nonlocal turns
        turns = turns + 1 if QThreadPool.globalInstance().activeThreadCount() == 0 else 0
        return turns > TURNS_OF_REST and time.monotonic() > latest

    wait_until(rested, "the windows come to rest")


def fill_in(page: FormPage, values: Mapping[str, Any]) -> None:
    """Put values into the fields of a form by their names, as typing would."""
    for name, value in values.items():
        if name not in page.fields:
            raise TourFailed(f"the form has no field {name}")
        field = page.fields[name]
        if isinstance(field, PhraseField) and isinstance(value, Wording):
            _take(field, value)
        else:
            field.set_value(value)
    page.note_change()
    rest(0)


def _take(field: PhraseField, wording: Wording) -> None:
    """Take a phrase and fill its gaps."""
    field.take(wording.phrase)
    for name, value in wording.slots.items():
        set_raw_value(field.phrase.slot_fields[name], value)


class Pictures:
    """Pictures of windows in a folder, numbered in the order they are taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []

    def take(self, window: QWidget, name: str) -> None:
        """Save what a window shows; raises TourFailed when it cannot be saved."""
        rest()
        file = f"{len(self.names) + 1:02}-{name}.png"
        if not window.grab().save(str(self.folder / file), "PNG", LIGHTLY_PACKED):
            raise TourFailed(file)
        self.names.append(file)


@contextmanager
def noticing_failures() -> Iterator[list[BaseException]]:
    """Collect what goes wrong inside the windows, where no caller would hear of it."""
    failures: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        failures.append(error)
        before(kind, error, where)

    before, sys.excepthook = sys.excepthook, hook
    try:
        yield failures
    finally:
        sys.excepthook = before


@contextmanager
def quiet_toolkit() -> Iterator[None]:
    """Keep the toolkit from telling what a machine without a screen lacks."""
    QLoggingCategory.setFilterRules(_QUIET_RULES)
    qInstallMessageHandler(_drop_small_talk)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        QLoggingCategory.setFilterRules("")


def _drop_small_talk(kind: QtMsgType, _context: object, message: str) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "This plugin" not in message:
        sys.stderr.write(f"{message}\n")
