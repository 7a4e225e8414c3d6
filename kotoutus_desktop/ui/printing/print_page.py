"""Preview and print: the plan as the client gets it, and the last checks beside it."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.orientation.certifying import record_certificate
from kotoutus_desktop.casework.papers import mark_given, record_issued
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.ui.components.layout import Row
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.printing.booked_papers import (
    booked_of_focus,
    offer_telling,
)
from kotoutus_desktop.ui.printing.orientation_papers import why_not_complete
from kotoutus_desktop.ui.printing.panel_making import client_language, panel_for
from kotoutus_desktop.ui.printing.paper_kinds import (
    TIMED,
    PaperKind,
    course_of,
    file_name,
    flip_of,
    paper_name,
)
from kotoutus_desktop.ui.printing.paper_stage import PaperStage
from kotoutus_desktop.ui.printing.papers import Order, Paper, maker
from kotoutus_desktop.ui.printing.printer import print_to
from kotoutus_desktop.ui.printing.referral_papers import referral_of_focus
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name, shown_name
from kotoutus_desktop.ui.workspace import Workspace

NO_PAPER = Paper(b"", (), 0)
_DRAFT = N_("This is a draft: the paper says so until the plan is agreed.")
_NO_LANGUAGE = N_("There is no paper in {language} yet. Choose a language that the client reads.")
WAIT_MS = 80  # after the last change of a choice, before the paper is made


class PrintPage(Page):
    """The page on the table, the choices beside it; Esc goes back."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "a paper is some client's"
        self.workspace, self.client_id = workspace, destination.client
        with workspace.database.reading() as session:
            client, office = get_client(session, self.client_id), the_office(session)
        plan = _plan_of(client.plans, destination)
        self.plan_id = plan.id if plan else None
        self.plan_number = plan.number if plan else 0
        self.agreed = plan is not None and plan.is_frozen
        self.paper = NO_PAPER
        self._said_kind: PaperKind | None = None
        self._ordered: Order | None = None  # what is being made
        self._shown: Order | None = None  # what was made
        self._flip, self._course = flip_of(destination.focus), course_of(destination.focus)
        self._booked = booked_of_focus(destination.focus)
        self._referral = referral_of_focus(destination.focus)
        self.panel = panel_for(workspace, client, office, plan, destination.focus)
        self.stage = PaperStage()
        self.band, self.bars, self.view = self.stage.band, self.stage.bars, self.stage.view
        self.band.set_person(shown_name(client), _own_name(client))
        self._timer = QTimer(self)
        self._build()
        own, official = client.service_language, office.official_language
        if own not in ("", official) and not client_language(client, office):
            words = _(_NO_LANGUAGE).format(language=language_name(own))
            _warn(self.bars, "language", words)

    def arrive(self, _destination: Destination) -> None:
        """Make the paper."""
        self._make()
        self.panel.take_focus()

    def primary(self) -> None:
        """Print, or save where there is no printer."""
        button = self.panel.print if self.panel.print.isVisible() else self.panel.save
        button.click()

    def print_on(self, printer: str, copies: int) -> None:
        """Print, and record it."""
        assert self._shown is not None, "there is a paper"
        title = paper_name(self._shown.kind)  # no name in the printer's list of jobs
        if print_to(self.paper.content, printer, copies, title):
            self._issued(IssuedWay.PRINTED, _("The paper was sent to the printer."))
        else:
            words = _("The printer does not answer. Check it, or save the PDF.")
            self.bars.show_message(Message(words, Tone.DANGER, key="printer"))

    def choose_and_save(self) -> None:
        """Ask where to, and save; the name proposed holds no personal data."""
        assert self._shown is not None, "there is a paper"
        name = file_name(self._shown.kind, self._shown.choice.languages, self.plan_number)
        start = self.workspace.preferences.last_folder / name
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), str(start), "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> bool:
        """Save the paper; what goes wrong is said with a way on."""
        try:
            save_paper(path, self.paper.content, str(self.panel.password.value()))
        except InvalidInput as error:
            self.panel.password.show_error(explain(error))
            self.panel.password.take_focus()
            return False
        except KotoutusError as error:
            again = Act(_("Save under another name"), self.choose_and_save, plain=False)
            self.bars.show_message(Message(explain(error), Tone.DANGER, (again,), key="save"))
            return False
        self.bars.withdraw("save")
        self.workspace.preferences.last_folder = path.parent
        self._issued(IssuedWay.SAVED, _("The paper was saved as PDF."))
        return True

    def give(self) -> None:
        """Record that the client was given the paper, in which language."""
        assert self._shown is not None, "there is a paper"
        language = self._shown.choice.languages[-1]
        with self.workspace.database.transaction(_("copy given to the client")) as session:
            plans = get_client(session, self.client_id).plans
            plan = next(each for each in plans if each.id == self.plan_id)
            mark_given(session, plan, self.workspace.today(), language)
        self.workspace.changed.emit()
        self.panel.offer_given(False)
        words = _("Recorded: a copy was given today ({language}).").format(
            language=language_name(language)
        )
        self.bars.show_success(words, self._undo_given)

    def _build(self) -> None:
        Row(self, gap=0).put((self.stage, 1), self.panel)
        self.stage.closed.connect(self.back)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.back)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._make)
        self.panel.changed.connect(self.panel.wait)
        self.panel.changed.connect(self._timer.start)
        self.panel.print_asked.connect(self.print_on)
        self.panel.save_asked.connect(self.choose_and_save)
        self.panel.given.connect(self.give)
        self.panel.offer_given(False)
        set_reading_order(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the page of paper the room where there is little."""
        super().resizeEvent(event)
        narrow = theme().is_narrow(self.width())
        self.stage.set_narrow(narrow)
        self.panel.set_narrow(narrow)

    def _make(self) -> None:
        order = self._ordered = self._order()
        self._say_kind(self.panel.kind())
        if order is None:
            self.paper, self._shown = NO_PAPER, None
            self.stage.ask_for_more()
            self.panel.forbid()
            return
        make = maker(self.workspace.database, order)
        job = Job(lambda report: (order, make(report)))
        job.succeeded.connect(self._show)  # a method: nobody hears of it when the page is gone
        job.failed.connect(self._fail)
        job.start()

    def _order(self) -> Order | None:
        """Return what is asked for, None while an appointment is not whole."""
        kind, appointment = self.panel.kind(), None
        if kind in TIMED:
            appointment = self.panel.appointment.appointment()
            if appointment is None:
                return None
        officer, choice = self.workspace.officer_id, self.panel.choice()
        today = self.workspace.today()
        return Order(
            kind,
            self.client_id,
            officer,
            choice,
            self.plan_id,
            appointment,
            self._flip,
            today,
            self._course,
            self._booked,
            self._referral,
        )

    def _say_kind(self, kind: PaperKind) -> None:
        if kind is self._said_kind:
            return
        self._said_kind = kind
        plan = _("Print plan {number}").format(number=self.plan_number)
        self.band.set_title(plan if kind is PaperKind.PLAN else paper_name(kind))
        draft = kind is PaperKind.PLAN and not self.agreed
        _warn(self.bars, "draft", _(_DRAFT) if draft else "")
        _warn(self.bars, "certificate", _missing(self.workspace, self.client_id, kind))

    def _show(self, made: tuple[Order, Paper]) -> None:
        """Show a paper unless another was ordered while it was made."""
        order, paper = made
        if order is not self._ordered:
            return
        self.paper, self._shown = paper, order
        self.stage.show_paper(paper.content)
        self.panel.show_checks(paper.phrases, paper.problems)
        if order.kind is not PaperKind.PLAN:
            self.panel.offer_given(False)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.bars.show_message(Message(explain(error), Tone.DANGER, key="paper"))

    def _issued(self, way: IssuedWay, words: str) -> None:
        order = self._shown
        assert order is not None, "there is a paper"
        with self.workspace.database.transaction() as session:
            content, now = self.paper.content, self.workspace.now()
            record_issued(session, order.origin(), content, order.choice.languages, way, now)
            if order.kind is PaperKind.CERTIFICATE:
                record_certificate(session, self.client_id, self.workspace.today())
        self.workspace.changed.emit()
        self.bars.show_success(words)
        self.panel.offer_given(self.agreed and order.kind is PaperKind.PLAN)
        if order.kind is PaperKind.INVITATION and self._booked is not None:
            offer_telling(self.workspace, self.bars, order)

    def _undo_given(self) -> None:
        self.workspace.undo()
        self.panel.offer_given(True)


def _missing(workspace: Workspace, client_id: UUID, kind: PaperKind) -> str:
    """Return why a certificate is one of participation, "" where it is the whole."""
    if kind is not PaperKind.CERTIFICATE:
        return ""
    return why_not_complete(workspace.database, client_id, workspace.today())


def _own_name(client: Client) -> str:
    return "" if client.non_disclosure else client.own_script_name


def _warn(bars: MessageBars, key: str, words: str) -> None:
    """Say something about the paper that is chosen; nothing where there is nothing to say."""
    bars.withdraw(key)
    if words:
        bars.show_message(Message(words, key=key))


def _plan_of(plans: list[Plan], destination: Destination) -> Plan | None:
    """Return the plan that was asked for, the latest when none was named, if there is one."""
    latest = plans[-1] if plans else None
    return next((plan for plan in plans if plan.id == destination.record), latest)
