"""What went wrong, said to the counsellor; a bug is shown without anyone's data."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import date
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from kotoutus_desktop.errors import KotoutusError, OnlyForReading
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.theme import theme

logger = logging.getLogger(__name__)

ShowReport = Callable[[str], None]


def explain(error: KotoutusError) -> str:
    """Return what went wrong, in the counsellor's language."""
    values = {
        name: date_text(value) if isinstance(value, date) else value
        for name, value in error.values.items()
    }
    return _(error.message).format(**values)


def report_of(error: BaseException) -> str:
    """Return where a bug happened, for those who mend it.

    Kinds of errors, files and lines only: messages and values may hold personal data.
    """
    lines = [f"Python {platform.python_version()}, {platform.system()} {platform.release()}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__name__)
        for frame in traceback.extract_tb(cause.__traceback__):
            place = frame.filename.replace("\\", "/").split("/site-packages/")[-1]
            _before, package, after = place.rpartition("kotoutus_desktop/")
            lines.append(f"  {package}{after}:{frame.lineno} {frame.name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def install_excepthook(show: ShowReport) -> None:
    """From now on log every bug and show its report, instead of a silent console."""

    def hook(kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _where)
            return
        if isinstance(error, OnlyForReading):
            _refuse(error)
            return
        report = report_of(error)
        logger.error(f"unexpected failure\n{report}")  # holds no values, see `report_of`
        show(report)

    sys.excepthook = hook


def _refuse(error: OnlyForReading) -> None:
    """Say in the window in front that nothing can be recorded: that is no bug."""
    bars = getattr(QApplication.activeWindow(), "bars", None)
    if bars is not None:
        from kotoutus_desktop.ui.message_bar import Message, Tone

        bars.show_message(Message(explain(error), Tone.WARNING, key="refused"))


class FailureDialog(QDialog):
    """Something went wrong: what it means for the work, and a report to copy."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(_("Report"))
        copy = Button(_("Copy the report"), icon="copy")
        copy.clicked.connect(self._copy)
        close = Button(_("Go on working"), "primary")
        close.clicked.connect(self.accept)
        buttons = Row(gap=2)
        buttons.put(None, copy, close)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Something went wrong"), "title"),
            wrapped(
                _(
                    "The last change was undone and everything recorded before it is safe. "
                    "Copy the report for technical support: it holds no personal data."
                )
            ),
            (self._report, 1),
            buttons,
        )
        self.resize(theme().px(560), theme().px(360))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())


def show_failure(report: str) -> None:
    """Show a bug over the window that is in use; a second one at once is only logged."""
    if isinstance(QApplication.activeModalWidget(), FailureDialog):
        return
    FailureDialog(report, QApplication.activeWindow()).exec()
