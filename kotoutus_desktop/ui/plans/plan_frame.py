"""What the page of the plan looks like: the form, what is missing, the paper beside it."""

from functools import partial

from PySide6.QtCore import QTimer

from kotoutus_desktop.casework.agreement import Readiness
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.client_band import show_client
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import clear
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.agreement_cards import AcceptanceCard, PeopleCard, RightsCard
from kotoutus_desktop.ui.plans.beside import paper_button, put_beside
from kotoutus_desktop.ui.plans.folding_row import FoldingRow
from kotoutus_desktop.ui.plans.goals_area import GoalsArea
from kotoutus_desktop.ui.plans.missing_bar import MissingBar
from kotoutus_desktop.ui.plans.missing_rows import missing_rows
from kotoutus_desktop.ui.plans.paper_panel import PaperPanel, sheet_of
from kotoutus_desktop.ui.plans.period_card import PeriodCard
from kotoutus_desktop.ui.plans.plan_document import PlanDocument
from kotoutus_desktop.ui.plans.plan_part import PlanPart
from kotoutus_desktop.ui.plans.terms_cards import DeparturesCard, TermsCard
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

LOOK_AFTER_MS = 200
FORM = "plan"
PRIMARY_KEY = "Ctrl+Return"


class PlanFrame(FormPage):
    """Cards in the order of the paper. Nothing here stores: see `PlanPage`."""

    def __init__(self, workspace: Workspace, document: PlanDocument) -> None:
        super().__init__(workspace, FORM, document.plan.id)
        self.document = document
        official = document.office.official_language
        self.phrasebook = Phrasebook(workspace, document.client_language, official)
        self.parts: list[PlanPart] = []
        self.goals: GoalsArea
        self.people: PeopleCard | None = None
        self.missing = MissingBar()
        self.paper = PaperPanel(
            partial(sheet_of, document, self.phrasebook), (official, document.paper_language())
        )
        self.beside = put_beside(self, self.paper, self.missing)
        self.missing.chosen.connect(self.go_to)
        self.missing.why_asked.connect(self.ask_row)
        self._opened: FoldingRow | None = None
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(LOOK_AFTER_MS)
        self._look_soon.timeout.connect(self.look)
        self._build_band()

    def is_frozen(self) -> bool:
        """Tell whether the plan is agreed and only read."""
        return self.document.plan.is_frozen

    def show_form(self) -> None:
        """Build the form of the plan as it stands in the document."""
        clear(self.body.column)
        self.fields.clear()
        self._sections.clear()
        document, book = self.document, self.phrasebook
        self.period = PeriodCard(document, book)
        self.departures = DeparturesCard(document, book)
        self.people = PeopleCard(document, book)
        self.goals = self._make_goals()
        terms, rights = TermsCard(document, book), RightsCard(document, book)
        acceptance = AcceptanceCard(document, book)
        self.parts = [self.period, self.departures, terms, self.people, rights, acceptance]
        self.put(self.period, self.goals, self.departures)
        self.add_section(_("What else is agreed"))
        self.put(terms)
        self.add_section(_("Participants"))
        self.put(self.people)
        self.add_section(_("Rights and duties"))
        self.put(rights)
        self.add_section(_("Acceptance by the client"))
        self.put(acceptance, None)
        self._register_parts()

    def look(self) -> None:
        """Write what can be read into the document; show what is missing and the paper."""
        self._look_soon.stop()
        if self.is_frozen():
            return
        self.write_parts()
        self.goals.arrange()
        ready = self.document.readiness(self.phrasebook.library)
        for part in self.parts:
            part.follow()
        self.departures.follow_departures(ready)
        self.missing.set_rows(self.missing_rows(ready))
        self._mark_row()
        self.paper.ask()

    def missing_rows(self, ready: Readiness | None = None) -> list[MissingRow]:
        """Return what stands between the plan and the agreement, in the order of the page."""
        library = self.phrasebook.library
        gaps = self.document.unfilled(library)
        return missing_rows(self.document, ready or self.document.readiness(library), gaps)

    def write_parts(self) -> None:
        """Write every field that can be read into the document."""
        for part in self.parts:
            part.write()
        if self.people is not None:
            self.people.write_people()

    def note_change(self) -> None:
        """Keep what is typed, and see soon what is still missing."""
        super().note_change()
        if not self._loading:
            self._look_soon.start()

    def settle_order(self) -> None:
        """Let Tab go in reading order after rows were made or moved."""
        set_reading_order(self)

    def _make_goals(self) -> GoalsArea:
        goals = GoalsArea(self.document, self.phrasebook)
        goals.changed.connect(self.note_change)
        goals.left.connect(self.keep)
        goals.opened.connect(self._row_opened)
        goals.section_clicked.connect(self.section_clicked)
        return goals

    def _register_parts(self) -> None:
        for part in self.parts:
            for binding in part.bindings:
                self.register(binding.name, binding.field)
        assert self.people is not None, "the form has just been built"
        self.register("participants", self.people.people)
        self.register("obstacle_periods", self.period.obstacles)
        for field in (self.period.starts, self.period.ends, self.period.review):
            field.left.connect(self._show_date_faults)

    def _row_opened(self, row: FoldingRow) -> None:
        """Register the fields of a row that was opened; the paper marks its line."""
        assert row.bindings is not None, "an open row has its fields"
        for binding in row.bindings:
            self.fields[f"{row.key()}.{binding.name}"] = binding.field
        self._opened = row
        self.settle_order()
        self._mark_row()

    def _mark_row(self) -> None:
        row = self._opened
        self.paper.mark_row(row.number.text() if row in [*self.goals.rows()] and row else "")

    def _show_date_faults(self) -> None:
        self.write_parts()
        self.period.show_faults()

    def _build_band(self) -> None:
        self.paper_button = paper_button(self.beside, self.paper)
        self.print_button = Button(_("Preview and print"), icon="printer")
        self.agree_button = Button(_("Agree the plan"), "primary", "check")
        self.band.put_acts(self.paper_button, self.print_button)
        self.set_primary(self.agree_button)
        self.beside.folded_changed.connect(self._on_folded)
        self._on_folded(self.beside.folded)
        self.show_band()

    def show_band(self) -> None:
        """Write whose plan it is, which one of the series, and how it stands."""
        plan = self.document.plan
        show_client(self.band, self.document.client)
        title = _("Integration plan {number}").format(number=plan.number)
        self.band.set_title(title, enum_text(plan.state))

    def _on_folded(self, folded: bool) -> None:
        self.print_button.set_label(_("Print") if folded else _("Preview and print"))
        self.agree_button.show_key("" if folded else PRIMARY_KEY)
