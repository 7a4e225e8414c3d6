"""The papers of many clients, one after the other, each in the client's own language."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kotoutus_desktop.casework.papers import record_issued
from kotoutus_desktop.casework.restricted import is_restricted
from kotoutus_desktop.documents.problems import Problems
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.printing.heaps import NOTHING, PLANS, Heap
from kotoutus_desktop.ui.printing.papers import Paper

if TYPE_CHECKING:
    from uuid import UUID

    from kotoutus_desktop.ui.workspace import Workspace


class Named(Protocol):
    """What is known of a client in a list: all that a batch needs before it looks closer."""

    @property
    def id(self) -> "UUID":
        """The client's key."""

    @property
    def number(self) -> str:
        """The client's number."""

    @property
    def non_disclosure(self) -> bool:
        """Whether there is a non-disclosure order."""


@dataclass(frozen=True)
class OnePaper:
    """A paper of one client, ready to be delivered. `number` is the client's own.

    `plan_number` is that of the plan, 0 for another paper.
    """

    number: str
    plan_number: int
    languages: tuple[str, ...]
    content: bytes


Deliver = Callable[[OnePaper], None]
"""Saves or prints a paper; raises KotoutusError, which ends the batch."""


@dataclass(frozen=True)
class LeftOut:
    """A client without a paper, by number, and why."""

    number: str
    reason: str


@dataclass(frozen=True)
class Batch:
    """What became of many papers. `error` is what ended the batch early, None when nothing did."""

    delivered: int
    left_out: tuple[LeftOut, ...]
    not_reached: int = 0
    error: KotoutusError | None = None


class ManyPapers(QObject):
    """Makes and delivers papers one by one; only one of them is in memory.

    Clients under a non-disclosure order are left out: a heap of papers is no place for theirs.
    """

    progressed = Signal(int, int)
    ended = Signal(object)  # a Batch

    def __init__(
        self,
        workspace: "Workspace",
        clients: "Sequence[Named]",
        deliver: Deliver,
        way: IssuedWay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._deliver, self._way = workspace, deliver, way
        self._waiting, self._total = deque(clients), len(clients)
        self._left_out: list[LeftOut] = []
        self._delivered, self._stopped = 0, False
        self._number, self._making = "", NOTHING  # of the job that runs
        self.heap: Heap = PLANS
        self.large = False

    def start(self) -> None:
        """Begin; what becomes of it is told by `ended`."""
        self._next()

    def stop(self) -> None:
        """End after the paper that is being made."""
        self._stopped = True

    def _next(self) -> None:
        self.progressed.emit(self._total - len(self._waiting), self._total)
        if self._stopped or not self._waiting:
            self._end()
            return
        row = self._waiting.popleft()
        if row.non_disclosure:
            self._leave_out(row.number, _("Non-disclosure order: print this paper by itself."))
            return
        with self._workspace.database.reading() as session:
            restricted = is_restricted(session, row.id)
        if restricted:
            self._leave_out(row.number, _("Restricted case: print this paper by itself."))
            return
        self._make(row.id, row.number)

    def _make(self, client_id: "UUID", number: str) -> None:
        try:
            self._making = self.heap.making(self._workspace, client_id, large=self.large)
        except InvalidInput as error:
            self._leave_out(number, explain(error))
            return
        self._number = number
        job = Job(self._making.make)
        # methods of ours: nobody hears of the paper when the batch is gone
        job.succeeded.connect(self._made)
        job.failed.connect(self._failed)
        job.start()

    def _made(self, paper: Paper) -> None:
        number, making = self._number, self._making
        languages = making.languages
        blocking = Problems(problem for problem in paper.problems if problem.blocks)
        if blocking:
            self._leave_out(number, str(blocking))
            return
        try:
            self._deliver(OnePaper(number, making.plan_number, languages, paper.content))
        except KotoutusError as error:
            self._end(error)
            return
        with self._workspace.database.transaction() as session:
            now = self._workspace.now()
            record_issued(session, making.origin, paper.content, languages, self._way, now)
            self.heap.given(session, making.origin.client_id, self._workspace.today())
        self._delivered += 1
        self._next()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self._leave_out(self._number, explain(error))

    def _leave_out(self, number: str, reason: str) -> None:
        self._left_out.append(LeftOut(number, reason))
        QTimer.singleShot(0, self, self._next)  # hundreds in a row must not grow the stack

    def _end(self, error: KotoutusError | None = None) -> None:
        waiting = len(self._waiting) + (error is not None)
        batch = Batch(self._delivered, tuple(self._left_out), waiting, error)
        if self._delivered:
            self._workspace.changed.emit()
        self.ended.emit(batch)
