"""Work that takes longer than a blink, off the main thread."""

from collections.abc import Callable
from threading import Event
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from kotoutus_desktop.errors import Cancelled
from kotoutus_desktop.i18n import _
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.theme import theme


class Job(QObject):
    """A function that runs in the background and is handed a `Report` to call.

    The report shows progress and raises Cancelled once the counsellor has asked to stop.
    Jobs run one at a time, so that no two of them meet in the database. A job lives until it
    has ended, also when the page that began it is gone: nobody hears the result then.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    _running: ClassVar[set["Job"]] = set()

    def __init__(self, work: Callable[[Report], Any]) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()

    def start(self, pool: QThreadPool | None = None) -> None:
        """Queue the job, behind the others or in a pool of its own."""
        Job._running.add(self)
        self.finished.connect(self._end)
        pool = pool or QThreadPool.globalInstance()
        pool.setMaxThreadCount(1)
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    @Slot()
    def _end(self) -> None:
        Job._running.discard(self)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - handed to the main thread, which shows it
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self.finished.emit()


class JobDialog(QDialog):
    """Starts a job and says how far it is. Goes away when the job is over; Esc stops it."""

    def __init__(self, text: str, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._job = job
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.words = Label("", "small", "muted")
        self.stop = Button(_("Stop"))
        self.stop.clicked.connect(job.cancel)
        buttons = Row(gap=2)
        buttons.put(self.words, None, self.stop)
        Column(self, (5, 5, 5, 5), 3).put(wrapped(text, "heading"), self.bar, buttons)
        self.setMinimumWidth(theme().px(360))
        job.progressed.connect(self.show_progress)
        job.finished.connect(self.accept)
        job.start()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Move the bar."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(_("{done} of {total} ready").format(done=done, total=total))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask the job to stop on Esc; the dialog waits until it has."""
        if event.key() == Qt.Key.Key_Escape:
            self._job.cancel()
        else:
            super().keyPressEvent(event)
