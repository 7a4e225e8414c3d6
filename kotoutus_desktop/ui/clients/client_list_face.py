"""How a client looks in the list: the name and what was found of it, the stage, what is next."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kotoutus_desktop.casework.listing import Standing
from kotoutus_desktop.casework.overview import Stage
from kotoutus_desktop.casework.search import Found, Row
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.name_keys import digits, fold, skeletons, sound_fits, words_in
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    Aside,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.dates import EN_DASH, date_text, distance_text, short_date_text
from kotoutus_desktop.ui.words import enum_text, initials, language_name

Marks = tuple[tuple[int, int], ...]

SHORT_STEPS = {
    StepKind.MAKE_PLAN: N_("Draw up the plan"),
    StepKind.AGREE_PLAN: N_("Agree the plan"),
    StepKind.REFER_TO_SERVICE: N_("Refer to a service"),
    StepKind.ASK_FOR_ANSWER: N_("Ask for the answer"),
    StepKind.REVIEW_PLAN: N_("Review the plan"),
    StepKind.RENEW_OR_CLOSE_PLAN: N_("Continue or close the plan"),
    StepKind.GIVE_GUIDANCE: N_("Give guidance"),
}
"""What is due must never end in an ellipsis: in a column the steps are said in short."""

WITHOUT_DAY = (StepKind.NONE, StepKind.GIVE_GUIDANCE)
"""Steps for which the Act sets neither a day nor "without delay"."""


def client_columns() -> tuple[ListColumn, ...]:
    """Return the columns of the list; language and stage fold where it is narrow."""
    return (
        ListColumn(_("Client"), share=6),
        ListColumn(_("Language"), width=140, folds=True),
        ListColumn(_("Stage"), width=164, folds=True),
        ListColumn(_("Next step"), share=5),
        ListColumn(_("Due"), width=104),
        MENU_COLUMN,
    )


@dataclass(frozen=True)
class Looks:
    """How the list is shown now: what was typed, initials instead of names, which day it is."""

    today: date
    typed: str = ""
    initials: bool = False


def client_face(row: Row, standing: Standing | None, looks: Looks) -> RowFace:
    """Return the face of a client; a person under non-disclosure is a number and no more."""
    name = _name_cell(row, looks)
    language, interpreter = language_name(row.service_language), row.interpreter_needed
    aside = Aside(_("interpreter"), "message-language") if interpreter else None
    stage = stage_words(standing) if standing else ""
    step = step_words(standing.next_step) if standing else ""
    due = due_cell(standing.next_step, looks.today) if standing else Cell(EN_DASH, tone="muted")
    cells = (
        name,
        Cell(language or EN_DASH, aside=aside, tone="" if language else "muted"),
        _stage_cell(standing) if standing else Cell(),
        Cell(step),
        due,
        Cell(kind=CellKind.MENU),
    )
    said = (
        name.text,
        _("Non-disclosure") if row.non_disclosure else name.note,
        language,
        _("interpreter") if interpreter else "",
        stage,
        step,
        due_words(standing.next_step, looks.today) if standing else "",
    )
    return RowFace(cells, ", ".join(part for part in said if part))


def stage_words(standing: Standing) -> str:
    """Return how far the case is, with its particulars: "Assessment under way, 5/9"."""
    stage, text = standing.stage, enum_text(standing.stage)
    if stage is Stage.ASSESSING:
        return f"{text}, {standing.answered_heads}/{len(InterviewHead)}"
    if stage is Stage.PLAN_IN_FORCE and standing.plan_number:
        return _("Plan {number} in force").format(number=standing.plan_number)
    if stage in (Stage.PLAN_ENDED, Stage.CLOSED) and standing.ended_on:
        return f"{text} {date_text(standing.ended_on)}"
    return text


def _stage_cell(standing: Standing) -> Cell:
    """Return the stage; the day on which something ended stands under it."""
    if standing.stage in (Stage.PLAN_ENDED, Stage.CLOSED) and standing.ended_on:
        return Cell(enum_text(standing.stage), note=date_text(standing.ended_on), tone="muted")
    return Cell(stage_words(standing), tone="muted")


def step_words(step: NextStep) -> str:
    """Return what is next; a dash when nothing is."""
    if step.kind is StepKind.NONE:
        return EN_DASH
    return _(SHORT_STEPS[step.kind]) if step.kind in SHORT_STEPS else enum_text(step.kind)


def due_cell(step: NextStep, today: date) -> Cell:
    """Return the day it is due: the law's days red when past, the office's own amber."""
    if step.kind in WITHOUT_DAY:
        return Cell(EN_DASH, tone="muted")
    if step.due is None:
        return Cell(_("without delay"), icon="clock-exclamation", tone="warning", strong=True)
    day = short_date_text(step.due, today)
    if step.target:
        late = step.overdue
        icon = "clock-exclamation" if late else ""
        return Cell(day, note=_("own target"), icon=icon, tone="warning" if late else "")
    if step.overdue:
        late_by = distance_text(step.due, today)
        return Cell(day, note=late_by, icon="alert-circle", tone="danger", strong=True)
    return Cell(day)


def due_words(step: NextStep, today: date) -> str:
    """Return the same for a screen reader."""
    if step.kind in WITHOUT_DAY:
        return ""
    if step.due is None:
        return _("without delay")
    day = f"{_('own target')} {date_text(step.due)}" if step.target else date_text(step.due)
    return f"{day}, {distance_text(step.due, today)}" if step.overdue else day


def marks_in(name: str, typed: str, *, by_sound: bool = True) -> Marks:
    """Return the parts of a name that were typed: letters by spelling, whole words by sound."""
    found: dict[int, int] = {}
    words = _places(name)
    for part in words_in(typed):
        folded = fold(part).replace(" ", "")
        sounds = _sounds(part) if by_sound else frozenset()
        for start, word in words:
            length = _typed_length(word, folded) or _heard_length(word, sounds)
            found[start] = max(found.get(start, 0), length)
    return tuple((start, length) for start, length in sorted(found.items()) if length)


def _name_cell(row: Row, looks: Looks) -> Cell:
    if row.non_disclosure:
        chip = Aside(_("Non-disclosure"), tone="warning", chip=True)
        return Cell(row.number, icon="lock", strong=True, aside=chip)
    full = " ".join(part for part in (row.given_names, row.family_names) if part)
    name, own = (full, row.own_script_name) if full else (row.own_script_name, "")
    if looks.initials:
        return Cell(initials(name), strong=True)
    return Cell(
        name or row.number,
        note=_remark(row, looks),
        own=own,
        strong=True,
        marks=marks_in(name, looks.typed, by_sound=row.found is Found.SOUND),
        small_note=True,
    )


def _remark(row: Row, looks: Looks) -> str:
    """Return why the row was found, or how to address the person."""
    if looks.typed and digits(looks.typed):
        born = _born(row)
        return ", ".join(part for part in (row.number, born) if part)
    if row.found is Found.SOUND:
        return _("found by its sound")
    called = row.call_name
    if called and called.casefold() not in row.given_names.casefold().split():
        return _("called {name}").format(name=called)
    return ""


def _born(row: Row) -> str:
    if row.born is None or row.born_precision is Precision.UNKNOWN:
        return ""
    if row.born_precision is Precision.DAY:
        return _("b. {date}").format(date=date_text(row.born))
    return _("b. {date}").format(date=row.born.year)


def _places(name: str) -> list[tuple[int, str]]:
    """Return the words of a name with where they begin."""
    places, start = [], 0
    for word in words_in(name):
        start = name.index(word, start)
        places.append((start, word))
        start += len(word)
    return places


@lru_cache(maxsize=4096)
def _sounds(word: str) -> frozenset[str]:
    """Return the sounds of a word; names come again with every keystroke."""
    return skeletons(word)


def _typed_length(word: str, folded: str) -> int:
    """Return how many letters of a word were typed, 0 when it begins differently."""
    if not folded or not fold(word).replace(" ", "").startswith(folded):
        return 0
    lengths = range(1, len(word) + 1)
    return next((n for n in lengths if len(fold(word[:n]).replace(" ", "")) >= len(folded)), 0)


def _heard_length(word: str, sounds: frozenset[str]) -> int:
    alike = any(sound_fits(kept, typed) for kept in _sounds(word) for typed in sounds)
    return len(word) if alike else 0
