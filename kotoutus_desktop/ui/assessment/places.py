"""Where on the page each thing is entered, and how what is missing is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.lists import format_list

from kotoutus_desktop.i18n import interface_language, ngettext
from kotoutus_desktop.models.assessment import Assessment, Interpretation
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.rules.facts import InterviewHead, ToldItem
from kotoutus_desktop.rules.section import INTERVIEW_HEADS, INTERVIEW_TOLD, Section
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.dates import DATE_LOCALES
from kotoutus_desktop.ui.missing_words import missing_text

TOLD, CLARIFYING, INTERVIEW, OUTCOME = "told", "clarifying", "interview", "outcome"
HEADS = tuple(f"heads.{head}" for head in InterviewHead)
PARTS = (*HEADS, TOLD, CLARIFYING, INTERVIEW, OUTCOME)
"""Keys of the parts of the page, in their order."""

FIELDS = {
    "interviewed_on": (INTERVIEW, "interviewed_on"),
    "learned_on": (INTERVIEW, "learned_on"),
    "started_on": (INTERVIEW, "started_on"),
    "interviewer": (INTERVIEW, "officer"),
    "authors": (INTERVIEW, "officer"),
    "on_premises": (INTERVIEW, "place"),
    "weighty_reason": (INTERVIEW, "place_reason"),
    "language": (INTERVIEW, "language"),
    "interpreter": (INTERVIEW, "interpreter"),
    "participants": (INTERVIEW, "participants"),
    "clarifying": (CLARIFYING, "clarifying"),
    "officer": (INTERVIEW, "officer"),
    "place": (INTERVIEW, "place"),
    "place_reason": (INTERVIEW, "place_reason"),
    "interpretation": (INTERVIEW, "interpretation"),
    "county_needed": (INTERVIEW, "county_needed"),
    "county_joined": (INTERVIEW, "county_joined"),
    "county_findings": (INTERVIEW, "county_findings"),
    "wishes": (OUTCOME, "wishes"),
    "outcome": (OUTCOME, "outcome"),
    "guidance": (OUTCOME, "guidance"),
    "plan_needed": (OUTCOME, "outcome"),
    "outcome_reason": (OUTCOME, "outcome_reason"),
    "planned_plan_date": (OUTCOME, "plan_planned_on"),
    "plan_planned_on": (OUTCOME, "plan_planned_on"),
    "guided_to": (OUTCOME, "guidance"),
}


@dataclass(frozen=True)
class Place:
    """A part of the page and the name of a field in it, "" for its first one."""

    part: str
    field: str = ""


def place_of(key: str, assessment: Assessment) -> Place | None:
    """Return where the key of a missing line or the name of a field leads; None for neither."""
    if key == "interpreter" and assessment.interpretation in (None, Interpretation.NOT_NEEDED):
        return Place(INTERVIEW, "interpretation")
    if key in FIELDS:
        return Place(*FIELDS[key])
    if key == "sources":
        return _unnamed_source(assessment)
    group, _dot, item = key.partition(".")
    if group == TOLD and item.split(".")[0] in list(ToldItem):
        return Place(TOLD, key if key.count(".") > 1 else f"{key}.on")
    parts = key.split(".")
    if group == "heads" and parts[1] in list(InterviewHead):
        return Place(".".join(parts[:2]), key if len(parts) > 2 else "")
    return Place(key) if key in PARTS else None


def missing_rows(missing: Sequence[Missing]) -> list[MissingRow]:
    """Return the lines of the missing list: the heads together, the rest one by one."""
    open_heads = [line for line in missing if line.key in HEADS]
    rows = [_heads_row(open_heads)] if open_heads else []
    return rows + [
        MissingRow(line.key, missing_text(line.key), _shown_section(line))
        for line in missing
        if line.key not in HEADS
    ]


def _heads_row(lines: Sequence[Missing]) -> MissingRow:
    numbers = [HEADS.index(line.key) + 1 for line in lines]
    if len(numbers) == len(HEADS):
        listed = f"1–{len(HEADS)}"
    else:
        listed = format_list(
            [str(number) for number in numbers], locale=DATE_LOCALES[interface_language()]
        )
    text = ngettext("Head {numbers}", "Heads {numbers}", len(numbers)).format(numbers=listed)
    return MissingRow(lines[0].key, text, INTERVIEW_HEADS)


def _shown_section(line: Missing) -> Section:
    return INTERVIEW_TOLD if line.key.startswith(f"{TOLD}.") else line.section


def _unnamed_source(assessment: Assessment) -> Place:
    for head in InterviewHead:
        entry = assessment.head(head)
        if entry and entry.source is not SourceKind.CLIENT and not entry.source_detail.strip():
            return Place(f"heads.{head}", f"heads.{head}.source_detail")
    return Place(HEADS[0])
