"""The parts of the form: each is made when it is first opened."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.rules.county_prompts import county_prompts
from kotoutus_desktop.rules.deadlines import UNDER_25
from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.ui.assessment.clarifying_part import ClarifyingPart
from kotoutus_desktop.ui.assessment.head_part import HeadPart
from kotoutus_desktop.ui.assessment.interview_part import InterviewPart
from kotoutus_desktop.ui.assessment.outcome_part import OutcomePart
from kotoutus_desktop.ui.assessment.part import Part
from kotoutus_desktop.ui.assessment.places import CLARIFYING, HEADS, INTERVIEW, OUTCOME, TOLD
from kotoutus_desktop.ui.assessment.record import Case
from kotoutus_desktop.ui.assessment.told_part import ToldPart
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.workspace import Workspace


class Parts(QObject):
    """Makes the parts of one assessment, and reads and writes those that are made.

    A part that nobody opened is not written: the record stands as it was.
    """

    made = Signal(str)
    literacy_opened = Signal()

    def __init__(self, workspace: Workspace, case: Case, phrasebook: Phrasebook) -> None:
        super().__init__()
        self._workspace, self.case, self._phrasebook = workspace, case, phrasebook
        self.under_25 = is_under(case.client.born, UNDER_25, workspace.today()) is True
        self._parts: dict[str, Part] = {}
        self._makers: dict[str, Callable[[], Part]] = {
            TOLD: self._told,
            CLARIFYING: lambda: ClarifyingPart(workspace),
            INTERVIEW: self._interview,
            OUTCOME: lambda: OutcomePart(phrasebook),
        }

    def part(self, key: str) -> Part:
        """Return a part, with what is recorded in it."""
        if key not in self._parts:
            part = self._head(key) if key in HEADS else self._makers[key]()
            part.read(self.case.assessment)
            self._parts[key] = part
            self.made.emit(key)
        return self._parts[key]

    def __iter__(self) -> Iterator[Part]:
        """Go through the parts that are made."""
        return iter(self._parts.values())

    def read(self, case: Case) -> None:
        """Show the record again in the parts that are made."""
        self.case = case
        for part in self._parts.values():
            part.read(case.assessment)

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into an assessment."""
        for part in self._parts.values():
            part.write(assessment)

    def _head(self, key: str) -> Part:
        head = InterviewHead(key.partition(".")[2])
        part = HeadPart(head, self.case.client, self._phrasebook, under_25=self.under_25)
        part.literacy_opened.connect(self.literacy_opened)
        return part

    def _languages(self) -> list[str]:
        client = self.case.client
        codes = (client.service_language, client.mother_tongue, *client.other_languages)
        return [code for code in (*codes, "fi", "sv", "en") if code]

    def _told(self) -> Part:
        client, assessment = self.case.client, self.case.assessment
        language = assessment.language or client.service_language or client.mother_tongue
        return ToldPart(self._workspace, language, self._languages())

    def _interview(self) -> Part:
        found = self.case.assessment.county_findings
        prompts = county_prompts(
            self.case.person, self._workspace.today(), health_or_social_needs=bool(found)
        )
        return InterviewPart(self._phrasebook, self.case.officers, self._languages(), prompts)
