"""Preview and print: the plan as the client gets it, and the last checks beside it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget

from kotoutus_desktop.casework.papers import mark_given, record_issued
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.documents.problems import PrintProblem, problems
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.components.buttons import Button, IconButton, Segments
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page
from kotoutus_desktop.ui.printing.plan_paper import (
    BOTH,
    OFFICIAL,
    PaperChoice,
    offered_language,
    sheet_of_plan,
)
from kotoutus_desktop.ui.printing.print_panel import PrintPanel
from kotoutus_desktop.ui.printing.printer import print_to
from kotoutus_desktop.ui.printing.sheet_view import WHOLE, WIDTH, SheetView
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name, shown_name
from kotoutus_desktop.ui.workspace import Workspace

WAIT_MS = 80  # after the last change of a choice, before the paper is made


@dataclass(frozen=True)
class Paper:
    """A paper that was made, or why it cannot be: `content` is empty then."""

    content: bytes
    problems: tuple[PrintProblem, ...]
    phrases: int


def make_paper(sheet: Sheet, _report: Report) -> Paper:
    """Check a sheet and, when nothing blocks, draw it."""
    found = tuple(problems(sheet))
    phrases = len({said for _row, said in sheet.said() if getattr(said, "phrase", "")})
    blocked = any(problem.blocks for problem in found)
    return Paper(b"" if blocked else sheet_pdf(sheet), found, phrases)


class PrintPage(Page):
    """The page on the table, the choices beside it; Esc goes back."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "a paper is some client's"
        self.workspace, self.client_id = workspace, destination.client
        with workspace.database.reading() as session:
            client, office = get_client(session, self.client_id), the_office(session)
        plan = self._plan_of(client.plans, destination)
        self.plan_id, self.plan_number, self.agreed = plan.id, plan.number, plan.is_frozen
        self.paper = Paper(b"", (), 0)
        official = office.official_language
        other = offered_language(client.service_language or client.mother_tongue, official)
        choice = PaperChoice(official, other, BOTH if other else OFFICIAL)
        self.panel = PrintPanel(choice)
        self.view = SheetView()
        self.bars = MessageBars((5, 2, 5, 0))
        self.band = TitleBand(_("Print plan {number}").format(number=plan.number))
        self.band.set_person(
            shown_name(client), "" if client.non_disclosure else client.own_script_name
        )
        self._page_text = Label("", "body")
        self._narrow = False
        self._close, self._small_close = Button(_("Close")), IconButton("x", _("Close"))
        self._blocked = EmptyState(
            "alert-circle",
            _("The plan cannot be printed yet"),
            _("Mend what is listed at the right: nothing is printed half translated."),
        )
        self._middle = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._make)
        self._build()
        missing = client.service_language and not other and client.service_language != official
        if missing:
            self._say_no_language(client.service_language)

    def arrive(self, _destination: Destination) -> None:
        """Make the paper."""
        self._make()
        self.panel.other.take_focus()

    def primary(self) -> None:
        """Print, or save where there is no printer."""
        button = self.panel.print if self.panel.print.isVisible() else self.panel.save
        button.click()

    def print_on(self, printer: str, copies: int) -> None:
        """Print, and record it."""
        title = _("Integration plan")  # no name in the printer's list of jobs
        if print_to(self.paper.content, printer, copies, title):
            self._issued(IssuedWay.PRINTED, _("The plan was sent to the printer."))
        else:
            words = _("The printer does not answer. Check it, or save the PDF.")
            self.bars.show_message(Message(words, Tone.DANGER, key="printer"))

    def choose_and_save(self) -> None:
        """Ask where to, and save; the name proposed holds no personal data."""
        languages = "-".join(self.panel.choice().languages)
        name = f"{_('plan')}-{self.plan_number}-{languages}.pdf"
        start = self.workspace.preferences.last_folder / name
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), str(start), "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> bool:
        """Save the paper; what goes wrong is said with a way on."""
        try:
            save_paper(path, self.paper.content)
        except KotoutusError as error:
            again = Act(_("Save under another name"), self.choose_and_save, plain=False)
            self.bars.show_message(Message(explain(error), Tone.DANGER, (again,), key="save"))
            return False
        self.bars.withdraw("save")
        self.workspace.preferences.last_folder = path.parent
        self._issued(IssuedWay.SAVED, _("The plan was saved as PDF."))
        return True

    def give(self) -> None:
        """Record that the client was given the paper, in which language."""
        language = self.panel.choice().languages[-1]
        with self.workspace.database.transaction(_("copy given to the client")) as session:
            plan = self._loaded(get_client(session, self.client_id).plans)
            mark_given(session, plan, self.workspace.today(), language)
        self.workspace.changed.emit()
        self.panel.offer_given(False)
        words = _("Recorded: a copy was given today ({language}).").format(
            language=language_name(language)
        )
        self.bars.show_success(words, self._undo_given)

    def _build(self) -> None:
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._blocked)
        left = QFrame()
        left.setProperty("kind", "plain")
        Column(left, gap=0).put(self.band, self.bars, (self._middle, 1))
        Row(self, gap=0).put((left, 1), self.panel)
        before = IconButton("chevron-left", _("Previous page"), key="PgUp")
        after = IconButton("chevron-right", _("Next page"), key="PgDown")
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        self._zoom = Segments(
            [(WHOLE, _("Whole page")), (WIDTH, _("Width"))], WHOLE, name=_("Size"), bulk="small"
        )
        self._zoom.chosen.connect(self.view.set_zoom)
        self._close.show_key("Esc")
        self._small_close.setToolTip(f"{_('Close')} (Esc)")
        for close in (self._close, self._small_close):
            close.clicked.connect(self.back)
        self.band.put_acts(
            before, self._page_text, after, self._zoom, self._close, self._small_close
        )
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.back)
        self.panel.changed.connect(self._timer.start)
        self.panel.print_asked.connect(self.print_on)
        self.panel.save_asked.connect(self.choose_and_save)
        self.panel.given.connect(self.give)
        self.panel.offer_given(False)
        set_reading_order(self)
        if not self.agreed:
            self.bars.show_message(
                Message(_("This is a draft: the paper says so until the plan is agreed."))
            )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the page of paper the room where there is little."""
        super().resizeEvent(event)
        self._narrow = theme().is_narrow(self.width())
        for part in (self._zoom, self._close):
            part.setVisible(not self._narrow)
        self._small_close.setVisible(self._narrow)
        self.panel.set_narrow(self._narrow)
        self._say_page()

    def _make(self) -> None:
        sheet = sheet_of_plan(
            self.workspace.database, self.client_id, self.plan_id, self.panel.choice()
        )
        job = Job(lambda report: make_paper(sheet, report))
        job.succeeded.connect(self._show)
        job.failed.connect(self._fail)
        job.start()

    def _show(self, paper: Paper) -> None:
        self.paper = paper
        self._middle.setCurrentWidget(self.view if paper.content else self._blocked)
        if paper.content:
            self.view.show_pdf(paper.content)
        self._say_page()
        self.panel.show_checks(paper.phrases, paper.problems)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.bars.show_message(Message(explain(error), Tone.DANGER, key="paper"))

    def _turn(self, step: int) -> None:
        self.view.turn_to(self.view.number + step)
        self._say_page()

    def _say_page(self) -> None:
        count = self.view.count if self.paper.content else 0
        number = self.view.number + 1
        words = _("Page {number} of {count}").format(number=number, count=count)
        self._page_text.setAccessibleName(words)
        shown = f"{number} / {count}" if self._narrow else words
        self._page_text.setText(shown if count else "")

    def _issued(self, way: IssuedWay, words: str) -> None:
        with self.workspace.database.transaction() as session:
            plan = self._loaded(get_client(session, self.client_id).plans)
            languages = self.panel.choice().languages
            record_issued(session, plan, self.paper.content, languages, way, self.workspace.now())
        self.workspace.changed.emit()
        self.bars.show_success(words)
        self.panel.offer_given(self.agreed)

    def _undo_given(self) -> None:
        self.workspace.undo()
        self.panel.offer_given(True)

    def _say_no_language(self, language: str) -> None:
        words = _("There is no paper in {language} yet. Choose a language that the client reads.")
        self.bars.show_message(Message(words.format(language=language_name(language))))

    def _loaded(self, plans: list[Plan]) -> Plan:
        return next(plan for plan in plans if plan.id == self.plan_id)

    @staticmethod
    def _plan_of(plans: list[Plan], destination: Destination) -> Plan:
        """Return the plan that was asked for, the latest when none was named."""
        return next((plan for plan in plans if plan.id == destination.record), plans[-1])
