"""The plans of many clients, one after the other, each in the client's own language."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kotoutus_desktop.casework.papers import PaperOrigin, record_issued
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.restricted import is_restricted
from kotoutus_desktop.documents.problems import Problems
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.printing.papers import Paper, make_paper
from kotoutus_desktop.ui.printing.plan_paper import PaperChoice, offered_language, sheet_of_plan
from kotoutus_desktop.ui.words import language_name

if TYPE_CHECKING:
    from uuid import UUID

    from kotoutus_desktop.casework.search import Row
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.plan import Plan
    from kotoutus_desktop.ui.workspace import Workspace


@dataclass(frozen=True)
class OnePaper:
    """The plan of one client, ready to be delivered. `number` is the client's own."""

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
        clients: "Sequence[Row]",
        deliver: Deliver,
        way: IssuedWay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._deliver, self._way = workspace, deliver, way
        self._waiting, self._total = deque(clients), len(clients)
        self._left_out: list[LeftOut] = []
        self._delivered, self._stopped = 0, False
        self._making: tuple[str, Plan, tuple[str, ...]]  # client, plan and languages of the job
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
            self._leave_out(row.number, _("Non-disclosure order: print this plan by itself."))
            return
        with self._workspace.database.reading() as session:
            restricted = is_restricted(session, row.id)
        if restricted:
            self._leave_out(row.number, _("Restricted case: print this plan by itself."))
            return
        self._make(row.id, row.number)

    def _make(self, client_id: "UUID", number: str) -> None:
        database = self._workspace.database
        with database.reading() as session:
            client, office = get_client(session, client_id), the_office(session)
        plan = self._plan_of(client)
        if plan is None:
            self._leave_out(number, _("No agreed plan."))
            return
        official = office.official_language
        wanted = client.service_language or client.mother_tongue
        other = offered_language(wanted, official)
        if not other and wanted != official:
            language = language_name(wanted) or _("the language is not known")
            self._leave_out(
                number,
                _("No paper in the client's language: {language}.").format(language=language),
            )
            return
        choice = PaperChoice(official, other, large=self.large)
        self._making = (number, plan, tuple(choice.languages))
        job = Job(partial(make_paper, sheet_of_plan(database, client_id, plan.id, choice)))
        # methods of ours: nobody hears of the paper when the batch is gone
        job.succeeded.connect(self._made)
        job.failed.connect(self._failed)
        job.start()

    def _plan_of(self, client: "Client") -> "Plan | None":
        """Return the plan in force, or the last that was agreed."""
        agreed = [plan for plan in client.plans if plan.is_frozen]
        return plan_in_force(client, self._workspace.today()) or (agreed[-1] if agreed else None)

    def _made(self, paper: Paper) -> None:
        number, plan, languages = self._making
        blocking = Problems(problem for problem in paper.problems if problem.blocks)
        if blocking:
            self._leave_out(number, str(blocking))
            return
        try:
            self._deliver(OnePaper(number, plan.number, languages, paper.content))
        except KotoutusError as error:
            self._end(error)
            return
        with self._workspace.database.transaction() as session:
            now = self._workspace.now()
            origin = PaperOrigin.of_plan(plan)
            record_issued(session, origin, paper.content, languages, self._way, now)
        self._delivered += 1
        self._next()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self._leave_out(self._making[0], explain(error))

    def _leave_out(self, number: str, reason: str) -> None:
        self._left_out.append(LeftOut(number, reason))
        QTimer.singleShot(0, self, self._next)  # hundreds in a row must not grow the stack

    def _end(self, error: KotoutusError | None = None) -> None:
        waiting = len(self._waiting) + (error is not None)
        batch = Batch(self._delivered, tuple(self._left_out), waiting, error)
        if self._delivered:
            self._workspace.changed.emit()
        self.ended.emit(batch)
