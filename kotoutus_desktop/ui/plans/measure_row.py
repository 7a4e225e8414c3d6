"""One service or measure of a goal: a line as on paper, and its fields."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.casework.facts import NOT_REFERRED_TO
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.plan import Measure, MeasureState, Plan
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.rules.deadlines import referral_by
from kotoutus_desktop.rules.facts import NOT_SERVICES, MeasureKind
from kotoutus_desktop.rules.section import PLAN_SUITABILITY
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear, column
from kotoutus_desktop.ui.fields.choice_field import ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.phrases.slot_fields import language_choices
from kotoutus_desktop.ui.plans.bindings import Binding, Bindings, capital, enum_choices
from kotoutus_desktop.ui.plans.folding_row import FoldingRow
from kotoutus_desktop.ui.plans.side_by_side import side_by_side
from kotoutus_desktop.ui.words import (
    date_text,
    enum_text,
    language_name,
    period_text,
    short_date_text,
)

ICONS = {
    MeasureKind.CIVIC_ORIENTATION: "users-group",
    MeasureKind.INTEGRATION_TRAINING: "school",
    MeasureKind.LITERACY_TRAINING: "vocabulary",
    MeasureKind.BASIC_EDUCATION: "school",
    MeasureKind.LANGUAGE_STUDIES: "language",
    MeasureKind.SELF_MOTIVATED_STUDIES: "books",
    MeasureKind.OTHER_TRAINING: "certificate",
    MeasureKind.EMPLOYMENT_SERVICE: "briefcase",
    MeasureKind.JOB_SEARCH: "search",
    MeasureKind.GUIDANCE: "bulb",
    MeasureKind.HEALTH_AND_WELLBEING: "heart-handshake",
    MeasureKind.ASSOCIATION: "users",
    MeasureKind.OTHER_SERVICE: "clipboard-list",
}


class MeasureRow(FoldingRow):
    """What, when, where, with whom; whether somebody was guided to it; why it suits."""

    def __init__(self, measure: Measure, plan: Plan, phrasebook: Phrasebook) -> None:
        super().__init__(editable=not plan.is_frozen, ruled=True)
        self.measure, self._plan, self._phrasebook = measure, plan, phrasebook
        self._icon = IconLabel(ICONS[measure.kind], "accent_text", 20)
        self._what = wrapped("", "strong")
        self._facts = wrapped("", "small", "muted")
        self._suits = wrapped("", "small", "muted")
        self._missing = QFrame()
        self._missing.setProperty("kind", "plain")
        missing = Row(self._missing, gap=1)
        missing.put(IconLabel("circle-dashed", "warning", 16))
        missing.put((wrapped(_("Why does the service suit the goal?"), "small", "warning"), 1))
        self._chips = QWidget()
        self._chip_flow = Flow(self._chips, gap=1)
        words = Column(gap=0)
        words.put(self._what, self._facts, self._suits, self._missing, self._chips)
        inside = Row(self.summary, (1, 1, 1, 1), 2)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        self.show_words()

    def record(self) -> Measure:
        """Return the measure that the fields are written to."""
        return self.measure

    def show_words(self) -> None:
        """Write the line anew."""
        measure = self.measure
        said = self._phrasebook.text(measure.what)
        self._icon.show_icon(ICONS[measure.kind])
        self._what.setText(said or capital(enum_text(measure.kind)))
        facts = " · ".join(self._facts_of(measure))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        suits = self._phrasebook.text(measure.suitability)
        self._suits.setText(suits)
        self._suits.setVisible(bool(suits))
        lacks = measure.kind not in NOT_SERVICES and measure.suitability.is_empty
        self._missing.setVisible(lacks and not self._plan.is_frozen)
        self._show_chips()
        parts = (self.number.text(), self._what.text(), facts, *self._chip_texts())
        self.summary.setAccessibleName(", ".join(part for part in parts if part))

    def waits_for_referral(self) -> bool:
        """Tell whether the client is still to be guided to seek the service (§ 20(5))."""
        measure = self.measure
        begun = measure.state is not MeasureState.AGREED or measure.referred_on is not None
        return not begun and measure.kind not in NOT_REFERRED_TO

    def make_editor(self) -> tuple[QWidget, Bindings]:
        """Return the fields of the measure."""
        book, today = self._phrasebook, self._phrasebook.today
        what = PhraseField(
            _("Service or measure"),
            [PhraseKind.MEASURE],
            book,
            preferred=[self.measure.kind.value],
        )
        kind = ChoiceField(_("Kind"), enum_choices(MeasureKind))
        provider = TextField(_("Provider"))
        starts, ends = DateField(_("Begins"), today), DateField(_("Ends"), today)
        extent = TextField(_("Extent"), placeholder=_("70 hours"))
        language = SearchChoiceField(_("Language"), language_choices())
        responsible = TextField(_("Responsible person"))
        suits = PhraseField(
            _("Why does the service suit the goal?"),
            [PhraseKind.SUITABILITY],
            book,
            section=PLAN_SUITABILITY,
        )
        follow_up = PhraseField(_("Follow-up"), [PhraseKind.FOLLOW_UP], book)
        bindings = Bindings(
            Binding("what", what),
            Binding("kind", kind, MeasureKind, MeasureKind.OTHER_SERVICE),
            Binding("provider", provider),
            Binding("starts_on", starts),
            Binding("ends_on", ends),
            Binding("extent", extent),
            Binding("language", language),
            Binding("responsible", responsible),
            Binding("suitability", suits),
            Binding("follow_up", follow_up),
        )
        bindings.show(self.measure)
        what.taken.connect(self._take_kind)
        editor = column(
            what,
            side_by_side(kind, provider),
            side_by_side(starts, ends, extent),
            side_by_side(language, responsible),
            suits,
            follow_up,
            gap=3,
        )
        return editor, bindings

    def _take_kind(self, code: str) -> None:
        """Let the kind follow from the phrase: it says what the measure is."""
        phrase = self._phrasebook.library.get(code)
        field = self.bindings.field("kind") if self.bindings else None
        if phrase and phrase.measure and field is not None:
            field.set_value(phrase.measure)

    def _facts_of(self, measure: Measure) -> list[str]:
        with_whom = _("responsible: {name}").format(name=measure.responsible)
        facts = (
            period_text(measure.starts_on, measure.ends_on),
            measure.extent,
            language_name(measure.language),
            measure.provider,
            with_whom if measure.responsible else "",
        )
        return [fact for fact in facts if fact]

    def _show_chips(self) -> None:
        clear(self._chip_flow)
        for chip in self._states():
            self._chip_flow.addWidget(chip)
        self._chips.setVisible(self._chip_flow.count() > 0)
        self._chips.updateGeometry()

    def _chip_texts(self) -> list[str]:
        return [chip.text() for chip in self._states()]

    def _states(self) -> list[Chip]:
        measure, chips = self.measure, []
        if measure.carried_from is not None:
            chips.append(Chip(_("from the plan before"), "", "history"))
        if measure.state is not MeasureState.AGREED:
            chips.append(Chip(enum_text(measure.state), "", "circle-dot"))
        referral = self._referral()
        return [*chips, referral] if referral else chips

    def _referral(self) -> Chip | None:
        """Return how the month of § 20(5) stands; None where nobody is guided to it."""
        measure, today = self.measure, self._phrasebook.today()
        if measure.referred_on is not None:
            text = _("referred {date}").format(date=date_text(measure.referred_on))
            return Chip(text, "success", "check")
        if not self.waits_for_referral():
            return None
        latest = referral_by(self._plan.made_on or self._plan.starts_on or today)
        if self._plan.is_frozen and latest < today:
            text = _("referral is late: {date}").format(date=date_text(latest))
            return Chip(text, "danger", "alert-circle")
        return Chip(_by(latest, today), "", "clock")


def _by(latest: date, today: date) -> str:
    return _("refer by {date}").format(date=short_date_text(latest, today))
