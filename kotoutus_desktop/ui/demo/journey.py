"""The main job from the first start to the paper, done in the windows a counsellor uses."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.place import FILE_NAME
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.ui.assessment.assessment_page import AssessmentPage
from kotoutus_desktop.ui.assessment.places import HEADS, INTERVIEW, OUTCOME, TOLD
from kotoutus_desktop.ui.assessment.told_part import ToldPart
from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.clients.intake_page import IntakePage
from kotoutus_desktop.ui.demo.answers import FINDINGS, SERVICES, person_told, plan_agreed
from kotoutus_desktop.ui.demo.offscreen import Pictures, TourFailed, fill_in, rest, wait_until
from kotoutus_desktop.ui.demo.training import be_rid_of
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.program import Program
from kotoutus_desktop.ui.start.start_window import StartWindow

PASSPHRASE = "lumi kanootti viulu pihlaja"  # noqa: S105 - of invented people
QUICK = Cost(memory=64, passes=1, lanes=1)  # the file holds nobody and is thrown away

PREVIEW = 1.0  # seconds until the paper beside the plan follows

AnyPage = TypeVar("AnyPage", bound=Page)
AnyWindow = TypeVar("AnyWindow", bound=QWidget)


class Journey:
    """Registers one person, assesses them, agrees a plan and saves its paper.

    The person is a messy case: two surnames, a name in Arabic letters, only the year of birth.
    """

    def __init__(self, private: Path, pictures: Pictures, today: date) -> None:
        self._pictures, self._today = pictures, today
        preferences = Preferences(private / "settings.ini")
        preferences.last_folder = private
        self._private = private
        self.program = Program(private / FILE_NAME, preferences, QUICK)

    def start(self) -> None:
        """Go through the wizard and lock and unlock the program once."""
        self.program.start()
        start = self._window(StartWindow)
        wizard = start.wizard
        self._pictures.take(start, "start-office")
        wizard.office.municipality.set_value("889")
        wizard.office.propose_names()
        wizard.office.unit_fi.set_value("Maahanmuuttopalvelut")
        wizard.office.phone.set_value("08 555 0100")
        wizard.next.click()
        wizard.officer.name.set_value("Maija Esimerkki")
        wizard.officer.title_fi.set_value("maahanmuutto-ohjaaja")
        wizard.next.click()
        self._pictures.take(start, "start-place")
        wizard.next.click()
        wizard.secret.passphrase.set_value(PASSPHRASE)
        wizard.secret.again.set_value(PASSPHRASE)
        self._pictures.take(start, "start-passphrase")
        wizard.next.click()
        wait_until(lambda: hasattr(start, "sheet"), "the file is made")
        start.sheet.save_to(self._private / "recovery.pdf")
        start.sheet.safe.set_value(True)
        self._pictures.take(start, "start-recovery-sheet")
        start.sheet.go_on.click()
        self._unlock()

    def register(self) -> None:
        """Register the person."""
        window = self._window(MainWindow)
        self._pictures.take(window, "today-empty")
        window.open(Destination(PageName.INTAKE))
        page = self._page(IntakePage)
        fill_in(page, person_told(self._today))
        self._pictures.take(window, "intake")
        page.primary()
        self._pictures.take(window, "client-registered")

    def assess(self) -> None:
        """Hold the interview and complete the assessment."""
        self._page(ClientPage).primary()
        page = self._page(AssessmentPage)
        for key, head in zip(HEADS, InterviewHead, strict=True):
            page.open_part(key)
            self._answer(page, key, head)
        page.open_part(TOLD)
        told = page.parts.part(TOLD)
        assert isinstance(told, ToldPart)
        told.tell_all()
        page.open_part(INTERVIEW)
        fill_in(
            page,
            {
                "interviewed_on": self._today,
                "place": "premises",
                "language": "ar",
                "interpretation": "on_site",
                "interpreter": "Esimerkkitulkit Oy",
            },
        )
        page.open_part(OUTCOME)
        fill_in(
            page,
            {
                "outcome": "plan_needed",
                "outcome_reason": Wording.of("R-030"),
                "plan_planned_on": self._today,
            },
        )
        page.open_part(HEADS[1])
        self._pictures.take(self._window(MainWindow), "assessment")
        page.primary()
        rest()
        if not page.is_completed():
            raise TourFailed("the assessment could not be completed")

    def plan(self) -> None:
        """Draw up the plan in phrases and agree it."""
        self._page(AssessmentPage).primary()
        page = self._page(PlanPage)
        for card in page.goals.cards():
            code = card.goal.goal.phrase
            what, why, follow = SERVICES[code]
            row = card.add_measure(Wording.of(what))
            wishes = {"suitability": why, "follow_up": follow}
            fill_in(page, {f"{row.key()}.{name}": Wording.of(c) for name, c in wishes.items()})
        page.go_to("long_term_goal")
        first = page.goals.cards()[0].goal_row
        fill_in(
            page,
            {f"{first.key()}.goal": Wording.of("L-003"), f"{first.key()}.kind": "employment"},
        )
        fill_in(page, plan_agreed(self._today))
        first.summary.setFocus()
        rest(PREVIEW)
        self._pictures.take(self._window(MainWindow), "plan")
        page.primary()
        rest()
        if not page.is_frozen():
            missing = ", ".join(row.text for row in page.missing_rows())
            raise TourFailed(f"the plan could not be agreed: {missing}")
        self._pictures.take(self._window(MainWindow), "plan-agreed")

    def print(self, target: Path) -> None:
        """Save the paper in Finnish and Arabic, and record that the client got it."""
        self._page(PlanPage).open_print()
        page = self._page(PrintPage)
        wait_until(lambda: page.paper.content, "the paper is drawn")
        self._pictures.take(self._window(MainWindow), "print")
        if not page.save_to(target):
            raise TourFailed("the paper could not be saved")
        page.give()
        rest()

    def stop(self) -> None:
        """Close the program."""
        if self.program.window is not None:
            window, self.program.window = self.program.window, None
            be_rid_of(window)
        self.program.stop()

    def _unlock(self) -> None:
        wait_until(lambda: isinstance(self.program.window, MainWindow), "the cases are open")
        self.program.lock()
        start = self._window(StartWindow)
        self._pictures.take(start, "unlock")
        start.unlock_card.passphrase.set_value(PASSPHRASE)
        start.unlock_card.open.click()
        wait_until(lambda: isinstance(self.program.window, MainWindow), "the cases are unlocked")

    def _answer(self, page: AssessmentPage, key: str, head: InterviewHead) -> None:
        finding, need, goal, kind = FINDINGS.get(head, ("", "", "", None))
        if not finding:
            fill_in(page, {f"{key}.nothing_found": True})
            return
        values: dict[str, object] = {
            f"{key}.finding": page.phrasebook.text(Wording.of(finding)),
        }
        if need:
            values |= {f"{key}.need": Wording.of(need), f"{key}.goal": goal}
            values[f"{key}.goal_kind"] = kind.value if kind else ""
        fill_in(page, values)

    def _page(self, kind: type[AnyPage]) -> AnyPage:
        window = self._window(MainWindow)
        wait_until(lambda: isinstance(window.page, kind), kind.__name__)
        page = window.page
        assert isinstance(page, kind), "it was waited for"
        return page

    def _window(self, kind: type[AnyWindow]) -> AnyWindow:
        window = self.program.window
        if not isinstance(window, kind):
            raise TourFailed(kind.__name__)
        return window
