"""The main job from the first start to the paper, done in the windows a counsellor uses."""

from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead
from kotoutus_desktop.ui.assessment.assessment_page import AssessmentPage
from kotoutus_desktop.ui.assessment.places import HEADS, INTERVIEW, OUTCOME, TOLD
from kotoutus_desktop.ui.assessment.told_part import ToldPart
from kotoutus_desktop.ui.clients.client_page import ClientPage
from kotoutus_desktop.ui.clients.intake_page import IntakePage
from kotoutus_desktop.ui.demo.offscreen import Pictures, TourFailed, fill_in, rest, wait_until
from kotoutus_desktop.ui.demo.training import be_rid_of
from kotoutus_desktop.ui.fields.date_text import EnteredDate
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.program import Program
from kotoutus_desktop.ui.start.start_window import StartWindow

FILE_NAME = "asiakkaat.kotoutus"
PASSPHRASE = "lumi kanootti viulu pihlaja"
QUICK = Cost(memory=64, passes=1, lanes=1)  # the file holds nobody and is thrown away

PREVIEW = 1.0  # seconds until the paper beside the plan follows

AnyPage = TypeVar("AnyPage", bound=Page)
AnyWindow = TypeVar("AnyWindow", bound=QWidget)

_FINDINGS = {
    InterviewHead.LITERACY: ("H-001", "", "", None),
    InterviewHead.FINNISH_AND_SWEDISH: (
        "H-005",
        "T-010",
        Wording.of("L-012", level="B1.1"),
        GoalKind.LANGUAGE,
    ),
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS: (
        "H-013",
        "T-022",
        Wording.of("L-030"),
        GoalKind.WORKING_LIFE_SKILLS,
    ),
}
_SERVICES = {"L-012": ("P-001", "S-013", "F-001"), "L-030": ("P-071", "S-004", "F-007")}


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
        fill_in(page, self._person())
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
            what, why, follow = _SERVICES[code]
            row = card.add_measure(Wording.of(what))
            wishes = {"suitability": why, "follow_up": follow}
            fill_in(page, {f"{row.key()}.{name}": Wording.of(c) for name, c in wishes.items()})
        page.go_to("long_term_goal")
        first = page.goals.cards()[0].goal_row
        fill_in(
            page,
            {f"{first.key()}.goal": Wording.of("L-003"), f"{first.key()}.kind": "employment"},
        )
        fill_in(page, self._agreed())
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

    def _person(self) -> dict[str, object]:
        learned = self._today - timedelta(days=3)
        return {
            "family_names": "Al-Haddad Nasser",
            "given_names": "Mariam Yousef",
            "call_name": "Mariam",
            "own_script_name": "مريم يوسف الحداد ناصر",
            "born": EnteredDate(date(1991, 1, 1), Precision.YEAR),
            "citizenships": ["760"],
            "mother_tongue": "ar",
            "service_language": "ar",
            "reads": ["ar", "en"],
            "interpreter_needed": True,
            "dialect": "Levantin arabia",
            "integration_language": "fi",
            "residence_ground": "asylum",
            "first_granted": self._today - timedelta(days=120),
            "permit_valid_until": self._today + timedelta(days=1340),
            "home_municipality": "889",
            "street": "Esimerkkitie 7",
            "postal_code": "91600",
            "town": "Utajärvi",
            "phone": "040 555 0190",
            "contacts": [
                {
                    "id": uuid7(),
                    "learned_on": learned,
                    "channel": "migri",
                    "made_by": "Maahanmuuttovirasto",
                    "consented_on": learned,
                    "outcome": "",
                }
            ],
        }

    def _answer(self, page: AssessmentPage, key: str, head: InterviewHead) -> None:
        finding, need, goal, kind = _FINDINGS.get(head, ("", "", "", None))
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

    def _agreed(self) -> dict[str, object]:
        return {
            "guidance": Wording.of("P-090"),
            "follow_up": Wording.of("F-004", date=(self._today + timedelta(days=60)).isoformat()),
            "rights": ["V-001", "V-002", "V-003", "V-004", "V-005", "O-001", "O-002", "O-006"],
            "rights_explained_on": self._today,
            "rights_language": "ar",
            "rights_interpreted": True,
            "acceptance": "signed",
            "accepted_on": self._today,
        }

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
