"""What to bear in mind about a case: who is responsible, the right to an assessment, the county."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.overview import Overview, Stage
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.county_prompts import CountyPrompt
from kotoutus_desktop.rules.facts import AssessmentDuty, Authority
from kotoutus_desktop.rules.reason import Reason
from kotoutus_desktop.rules.reasons import asked, suggested
from kotoutus_desktop.rules.section import ASSESSMENT_COUNTY, DELEGATION, REVIEW_COUNTY, Section
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.words import enum_text

BEFORE_PLAN = (Stage.REGISTERED, Stage.ASSESSING, Stage.ASSESSED, Stage.PLAN_DRAFTED)
_COUNTY = {
    CountyPrompt.QUOTA_REFUGEE: N_("the client is a quota refugee"),
    CountyPrompt.UNACCOMPANIED: N_("the client came as an unaccompanied minor"),
    CountyPrompt.TRAFFICKING_VICTIM: N_("the client is a victim of human trafficking"),
    CountyPrompt.SOCIAL_ASSISTANCE: N_("social assistance is not temporary"),
    CountyPrompt.HEALTH_OR_SOCIAL_NEEDS: N_("there are health or social service needs"),
}
_JOBSEEKER = N_("Responsible: employment authority, because the client is a jobseeker.")
_DELEGATED = N_("Responsible: employment authority, by agreement with the municipality.")
_NOT_JOBSEEKER = N_("Responsible: municipality, because the client is not a jobseeker.")
_GUIDED = N_("Responsible: municipality, because the client has only a right to guidance.")


@dataclass(frozen=True)
class Note:
    """One thing to bear in mind, and why: None where nobody asks for it."""

    icon: str
    text: str
    reason: Reason | None = None


def notes_of(seen: Overview, today: date) -> list[Note]:
    """Return the notes of a case; a closed one has only how it ended."""
    return list(_closed(seen.client) if seen.client.closed_on else _open(seen, today))


def _closed(client: Client) -> Iterator[Note]:
    text = _("The client relationship ended on {date}.").format(date=date_text(client.closed_on))
    reason = enum_text(client.closing_reason) if client.closing_reason else ""
    parts = [text, _("Reason: {reason}.").format(reason=reason) if reason else ""]
    yield Note("archive", " ".join(part for part in [*parts, client.closing_note] if part))


def _open(seen: Overview, today: date) -> Iterator[Note]:
    plan = plan_in_force(seen.client, today)
    if plan is not None and plan.county_joined:
        text = _("The wellbeing services county was in the plan. Invite it to the review, too.")
        yield Note("building-community", text, asked(REVIEW_COUNTY))
    elif seen.stage in BEFORE_PLAN:
        yield from _county(seen.county)
    yield Note("gavel", _(_responsible(seen)), asked(seen.authority_section))
    if seen.stage in (Stage.REGISTERED, Stage.ASSESSING):
        yield Note("scale", f"{enum_text(seen.duty)}.", asked(seen.duty_section))
    if seen.client.other_arrangements:
        yield Note("note", seen.client.other_arrangements)


def _responsible(seen: Overview) -> str:
    """Return who acts and why (§ 3, § 8; outside § 2(1) there is guidance only, § 10)."""
    if seen.authority is Authority.EMPLOYMENT_AUTHORITY:
        return _DELEGATED if seen.authority_section == DELEGATION else _JOBSEEKER
    return _GUIDED if seen.duty is AssessmentDuty.GUIDANCE_ONLY else _NOT_JOBSEEKER


def _county(prompts: Sequence[CountyPrompt]) -> Iterator[Note]:
    if prompts:
        reasons = ", ".join(_(_COUNTY[prompt]) for prompt in prompts)
        text = _("Ask whether the wellbeing services county should take part: {reasons}.")
        yield Note("building-community", text.format(reasons=reasons), suggested(ASSESSMENT_COUNTY))


class NoteList(QFrame):
    """The notes under each other, each with its section."""

    why_asked = Signal(object)  # the Note

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._column = Column(self, gap=2)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these and no others."""
        clear(self._column)
        for note in notes:
            self._column.addLayout(self._line(note))

    def _line(self, note: Note) -> Row:
        words = Column(gap=0)
        words.addWidget(wrapped(note.text, "small"))
        if note.reason is not None:
            link = SectionLink(note.reason.section)
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing else of a note has the keys
            link.opened.connect(partial(self._ask, note))
            under = Row(gap=0)
            under.put(link, None)
            words.addLayout(under)
        icon = Column(gap=0)
        icon.put(IconLabel(note.icon, "text_muted", 18), None)
        line = Row(gap=2)
        line.addLayout(icon)
        line.addLayout(words, 1)
        return line

    def _ask(self, note: Note, _section: Section) -> None:
        self.why_asked.emit(note)
