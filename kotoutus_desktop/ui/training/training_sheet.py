"""The summary of a client's training on paper: what was studied, the levels, what follows."""

from collections.abc import Iterator
from datetime import date

from kotoutus_desktop.documents.facts_sheet import FactsSheet, Table, made_line
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.training import LevelOccasion, Skill, Training
from kotoutus_desktop.ui.training.training_words import level_text
from kotoutus_desktop.ui.words import date_text, enum_text, language_name, period_text, shown_name

Rows = list[tuple[str, str]]


def training_sheet(client: Client, training: Training, office: str, today: date) -> FactsSheet:
    """Return the paper in the language of the interface.

    Of a client whose place is hidden it names no producer, no place of work and no free text.
    """
    hidden = client.hides_place
    parts = (
        Table(_("Studies"), _filled(_studies(training, hidden=hidden))),
        Table(_("How the client took part"), _filled(_attendance(training, hidden=hidden))),
        _levels(training),
        Table(_("Working life and earlier skills"), _filled(_work(training, hidden=hidden))),
        Table(_("Certificate and guidance onward"), _filled(_onward(training, hidden=hidden))),
    )
    return FactsSheet(
        title=_("Summary of training"),
        office=office,
        lines=[made_line(office, today), f"{shown_name(client)}, {client.number}"],
        tables=[table for table in parts if table.rows],
        notes=[_("Made from what was recorded in the case (681/2023 §§ 26–28).")],
    )


def _studies(training: Training, *, hidden: bool) -> Iterator[tuple[str, str]]:
    yield _("Kind of studies"), enum_text(training.kind)
    yield _("Name of the training"), "" if hidden else training.name
    yield _("Producer"), "" if hidden else training.provider
    yield _("Language that is learnt"), language_name(training.language)
    yield _("From and to"), period_text(training.starts_on, training.ends_on)
    yield _("Extent in credits"), _number(training.credits)
    if training.broken_off:
        yield _("Why it was broken off"), "–" if hidden else training.broken_off_reason


def _attendance(training: Training, *, hidden: bool) -> Iterator[tuple[str, str]]:
    yield _("Hours of teaching for the client"), _number(training.hours_offered)
    yield _("Hours attended"), _number(training.hours_attended)
    yield _("Participation in a few words"), "" if hidden else training.attendance


def _levels(training: Training) -> Table:
    rows = []
    for skill in Skill:
        entry = training.level(LevelOccasion.ENTRY, skill)
        final = training.level(LevelOccasion.FINAL_TEST, skill)
        if entry or final:
            rows.append((enum_text(skill), level_text(entry), level_text(final)))
    tested = [
        f"{name}: {date_text(day)}"
        for name, day in (
            (_("Test of the entry level"), training.entry_tested_on),
            (_("Final test"), training.tested_on),
        )
        if day is not None
    ]
    head = (_("Skill"), _("Entry level"), _("Final test"))
    return Table(_("Levels of language"), rows, head, (0.4, 0.3, 0.3), note=" · ".join(tested))


def _work(training: Training, *, hidden: bool) -> Iterator[tuple[str, str]]:
    if training.work_starts_on is not None:
        period = period_text(training.work_starts_on, training.work_ends_on)
        yield _("On-the-job period"), period
    yield _("Where, and what was done"), "" if hidden else training.work_place
    yield _("Earlier skills that were recognised"), "" if hidden else training.prior_learning


def _onward(training: Training, *, hidden: bool) -> Iterator[tuple[str, str]]:
    day = training.certificate_on
    yield _("Certificate given on"), date_text(day) if day else ""
    yield _("Certificate"), "" if hidden else training.certificate
    day = training.onward_on
    yield _("Guided onward on"), date_text(day) if day else ""
    yield _("Guidance onward"), "" if hidden else training.onward


def _filled(rows: Iterator[tuple[str, str]]) -> Rows:
    return [(name, value) for name, value in rows if value]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
