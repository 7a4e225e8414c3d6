"""Pictures of every window with the fictional clients, and papers of their plans."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from kotoutus_desktop.casework.orientation.courses import CourseFilter, list_courses
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.restricted import is_restricted, open_restricted
from kotoutus_desktop.casework.search import Filters, list_clients
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import CourseState
from kotoutus_desktop.ui.demo.offscreen import Pictures, TourFailed, wait_until
from kotoutus_desktop.ui.demo.training import Training
from kotoutus_desktop.ui.first_window import FIRST_SIZE
from kotoutus_desktop.ui.ledger.ledger_page import LedgerPage
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.orientation.course_page import CoursePage
from kotoutus_desktop.ui.orientation.papers_part import PapersPart
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.statistics.statistics_page import StatisticsPage
from kotoutus_desktop.ui.theme import Mode


@dataclass(frozen=True)
class Look:
    """A language and dress of the program; `only` names the pages shown, none for all."""

    name: str
    language: str = "fi"
    mode: Mode = Mode.LIGHT
    factor: float = 1.0
    only: tuple[str, ...] = ()


LOOKS = (
    Look("fi-light"),
    Look("fi-dark", mode=Mode.DARK),
    Look("fi-150", factor=1.5),
    Look("sv-light", language="sv", only=("today", "client", "assessment", "plan-draft", "print")),
)
PAPERS = (("fi", "ar"), ("fi", "ru"), ("fi", "uk"), ("fi", "fa"), ("sv", "so"), ("fi", "en"))


class Gallery:
    """Shows the fictional clients in every look, and saves papers of their plans."""

    def __init__(self, training: Training, pictures: Pictures) -> None:
        self._training, self._pictures = training, pictures
        assert training.workspace is not None, "training is under way"
        self._workspace = training.workspace
        with self._workspace.database.transaction() as session:
            rows = list_clients(session, Filters())
            for row in rows:
                if is_restricted(session, row.id):
                    open_restricted(session, row.id, _("Pictures for training"))
        with self._workspace.database.reading() as session:
            self._clients = [get_client(session, row.id) for row in rows]
            running = CourseFilter(frozenset({CourseState.RUNNING}))
            courses = list_courses(session, self._workspace.today(), running)
            self._course = courses[0].course.id

    def show(self, look: Look) -> None:
        """Take a picture of every page in one look."""
        window = self._dressed(look)
        for name, destination in [*_visits(self._clients), *_course_visits(self._course)]:
            if not look.only or name in look.only:
                window.open(destination)
                self._wait_for_work(window)
                self._pictures.take(window, f"{look.name}-{name}")

    def save_papers(self, folder: Path, before: int) -> list[str]:
        """Save a plan in each pair of languages; return the names of the files.

        `before` is how many papers of the first pair there are already.
        """
        window, names = self._dressed(LOOKS[0]), []
        for official, other in PAPERS:
            number = 1 + before * ((official, other) == PAPERS[0])
            names.append(f"plan-{official}-{other}-{number}.pdf")
            window.open(_paper_of(self._clients, other))
            self._save(window, official, folder / names[-1])
        return names

    def _dressed(self, look: Look) -> MainWindow:
        """Return a new window in a look."""
        chosen = self._workspace.preferences
        chosen.language, chosen.mode, chosen.text_factor = look.language, look.mode, look.factor
        chosen.last_folder = self._training.folder
        self._training.open()
        assert self._training.window is not None, "it was opened just now"
        self._training.window.resize(*FIRST_SIZE)
        return self._training.window

    def _save(self, window: MainWindow, official: str, target: Path) -> None:
        page = window.page
        assert isinstance(page, PrintPage), "a paper is shown on its page"
        wait_until(lambda: page.paper.content, "the paper is drawn")
        if page.panel.choice().official != official:
            drawn = page.paper
            page.panel.official.set_value(official)
            page.panel.changed.emit()
            wait_until(lambda: page.paper is not drawn, "the paper is drawn anew")
        if not page.save_to(target):
            raise TourFailed(target.name)

    def _wait_for_work(self, window: MainWindow) -> None:
        page = window.page
        shown = page.part if isinstance(page, CoursePage) else page
        if isinstance(shown, PrintPage | PapersPart):
            wait_until(lambda: shown.paper.content, "the paper is drawn")
        elif isinstance(shown, LedgerPage):
            wait_until(lambda: shown.lines, "the cases are counted")
        elif isinstance(shown, StatisticsPage):
            wait_until(lambda: shown.tables, "the clients are counted")


def _visits(clients: list[Client]) -> list[tuple[str, Destination]]:
    """Return the pages to show, each with the client whose case has come that far."""
    amal, zahra = _called(clients, "Amal"), _called(clients, "Zahra")
    half_done, drafted = _called(clients, "Reza"), _called(clients, "Emre")
    open_referrals, hidden = _called(clients, "Yousef"), _called(clients, "Blessing")
    return [
        ("today", Destination(PageName.TODAY)),
        ("clients", Destination(PageName.CLIENTS)),
        ("client", Destination(PageName.CLIENT, client=amal.id)),
        ("client-non-disclosure", Destination(PageName.CLIENT, client=hidden.id)),
        ("new-client", Destination(PageName.INTAKE, focus="Muhammad Karimi")),
        ("assessment", Destination(PageName.ASSESSMENT, client=half_done.id)),
        ("plan-draft", _plan_page(drafted)),
        ("plan-agreed", _plan_page(open_referrals)),
        ("review", Destination(PageName.REVIEW, client=zahra.id, record=zahra.plans[-1].id)),
        ("print", Destination(PageName.PRINT, client=amal.id, record=amal.plans[-1].id)),
        ("settings", Destination(PageName.SETTINGS)),
        ("help", Destination(PageName.HELP)),
    ]


def _course_visits(course: UUID) -> list[tuple[str, Destination]]:
    """Return the pages of civic orientation, and the monitoring, to show."""
    return [
        ("calendar", Destination(PageName.ORIENTATION, focus="calendar")),
        ("roll", Destination(PageName.COURSE, record=course, focus="roll")),
        ("course-papers", Destination(PageName.COURSE, record=course, focus="papers")),
        ("monitoring", Destination(PageName.LEDGER)),
        ("statistics", Destination(PageName.STATISTICS)),
    ]


def _called(clients: list[Client], name: str) -> Client:
    return next(client for client in clients if client.call_name == name)


def _plan_page(client: Client) -> Destination:
    return Destination(PageName.PLAN, client=client.id, record=client.plans[-1].id)


def _paper_of(clients: list[Client], language: str) -> Destination:
    """Return the paper of the first agreed plan whose client is served in a language."""
    return next(
        Destination(PageName.PRINT, client=client.id, record=plan.id)
        for client in clients
        for plan in client.plans
        if client.service_language == language and plan.is_frozen
    )
