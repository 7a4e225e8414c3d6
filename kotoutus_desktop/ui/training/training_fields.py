"""The fields of training, and how they become values of the record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.training import LevelOccasion, Skill, Training, TrainingKind
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.rules.section import (
    ONWARD_GUIDANCE_KEPT,
    TRAINING_PARTS,
    TRAINING_TEST,
)
from kotoutus_desktop.rules.training import LARGEST_EXTENT
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField, NumberField, TextField
from kotoutus_desktop.ui.words import enum_text, language_name

TEXTS = (
    "name", "provider", "language", "broken_off_reason", "attendance", "work_place",
    "prior_learning", "certificate", "onward",
)  # fmt: skip
NUMBERS = ("credits", "hours_offered", "hours_attended")
DAYS = (
    "ends_on", "work_starts_on", "work_ends_on", "prior_learning_on", "entry_tested_on",
    "tested_on", "certificate_on", "onward_on",
)  # fmt: skip
MOST_HOURS = 10_000
ASKED = (LevelOccasion.ENTRY, LevelOccasion.FINAL_TEST)
Today = Callable[[], date]


def studies(today: Today) -> dict[str, Field]:
    """Return the fields that say which studies, where and from when to when."""
    languages = [(code, language_name(code)) for code in ("fi", "sv")]
    return {
        "kind": ChoiceField(_("Kind of studies"), enum_choices(TrainingKind)),
        "language": SegmentField(_("Language that is learnt"), languages),
        "name": TextField(_("Name of the training")),
        "provider": TextField(_("Producer")),
        "starts_on": DateField(_("Begins"), today),
        "ends_on": DateField(_("Ends"), today, hint=_("Empty: it goes on.")),
        "credits": NumberField(_("Extent in credits"), 0, MOST_HOURS, hint=_most_credits()),
        "broken_off": CheckField(_("It was broken off")),
        "broken_off_reason": TextField(_("Why it was broken off")),
    }


def attendance() -> dict[str, Field]:
    """Return the fields that sum up how the client took part."""
    return {
        "hours_offered": NumberField(_("Hours of teaching for the client"), 0, MOST_HOURS),
        "hours_attended": NumberField(_("Hours attended"), 0, MOST_HOURS),
        "attendance": LongTextField(_("Participation in a few words"), lines=2),
    }


def work_and_prior(today: Today) -> dict[str, Field]:
    """Return the fields of the work period and of earlier skills (§ 26(2))."""
    return {
        "work_starts_on": DateField(
            _("On-the-job period begins"),
            today,
            hint=_("Or activity that supports the ability to work."),
            section=TRAINING_PARTS,
        ),
        "work_ends_on": DateField(_("On-the-job period ends"), today),
        "work_place": TextField(_("Where, and what was done")),
        "prior_learning_on": DateField(_("Earlier skills were recognised on"), today),
        "prior_learning": LongTextField(
            _("Earlier skills that were recognised"), lines=2, section=TRAINING_PARTS
        ),
    }


def entry_test(today: Today) -> dict[str, Field]:
    """Return the day of the test of the entry level, and a level for each skill."""
    day = DateField(_("Entry level tested on"), today)
    return {"entry_tested_on": day, **_levels(LevelOccasion.ENTRY)}


def final_test(today: Today) -> dict[str, Field]:
    """Return the final test with its levels, the certificate, and the guidance onward."""
    return {
        "tested_on": DateField(_("Final test on"), today, section=TRAINING_TEST),
        **_levels(LevelOccasion.FINAL_TEST),
        "certificate_on": DateField(_("Certificate given on"), today),
        "certificate": TextField(_("Certificate: what it says")),
        "onward_on": DateField(_("Guided onward on"), today),
        "onward": LongTextField(
            _("Where the client was guided"), lines=2, section=ONWARD_GUIDANCE_KEPT
        ),
    }


def level_key(occasion: LevelOccasion, skill: Skill) -> str:
    """Return the name of the field of a level."""
    return f"{occasion}:{skill}"


def show_training(fields: Mapping[str, Any], shown: Training) -> None:
    """Show a record."""
    fields["kind"].set_value(shown.kind.value)
    fields["starts_on"].set_value(shown.starts_on)
    fields["broken_off"].set_value(shown.broken_off)
    for name in (*TEXTS, *NUMBERS, *DAYS):
        fields[name].set_value(getattr(shown, name))
    for occasion in ASKED:
        for skill in Skill:
            fields[level_key(occasion, skill)].set_value(shown.level(occasion, skill))


def write_training(fields: Mapping[str, Any], to: Training) -> None:
    """Write what is typed; raises InvalidInput for what is no value or is missing."""
    starts = fields["starts_on"].day()
    if starts is None:
        raise InvalidInput("starts_on", N_("Write the day on which the training begins."))
    to.starts_on = starts
    to.kind = TrainingKind(fields["kind"].value() or to.kind)
    to.broken_off = fields["broken_off"].value()
    for name in (*TEXTS, *NUMBERS):
        setattr(to, name, fields[name].value())
    for name in DAYS:
        setattr(to, name, fields[name].day())
    if not to.broken_off:
        to.broken_off_reason = ""


def written_levels(fields: Mapping[str, Any]) -> dict[tuple[LevelOccasion, Skill], str]:
    """Return the levels as they are chosen, "" where none is."""
    return {
        (occasion, skill): fields[level_key(occasion, skill)].value()
        for occasion in ASKED
        for skill in Skill
    }


def level_choices() -> list[Choice]:
    """Return the levels of the scale, and that the skill was not tested."""
    language = interface_language()
    shown = [level for level in language_levels() if level.measured and level.cefr]
    below = [each for each in language_levels() if each.code == "below_A1.1"]
    found = [Choice(each.code, each.label(language)) for each in (*below, *shown)]
    return [*found, Choice("not_assessed", _("not tested"))]


def _levels(occasion: LevelOccasion) -> dict[str, Field]:
    return {
        level_key(occasion, skill): ChoiceField(enum_text(skill), level_choices())
        for skill in Skill
    }


def _most_credits() -> str:
    return _("At most {most} by the core curriculum.").format(most=LARGEST_EXTENT)
