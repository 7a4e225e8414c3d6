"""Clarifying measures: closer looks that the interview gave reason for (Decree 869/2024 § 3)."""

from typing import Any

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.assessment import Assessment, ClarifyingMeasure
from kotoutus_desktop.rules.facts import ClarifyingKind
from kotoutus_desktop.rules.section import ASSESSMENT_DECREE, Section
from kotoutus_desktop.ui.assessment.choices import members
from kotoutus_desktop.ui.assessment.part import Part, beside, code_of, day_of
from kotoutus_desktop.ui.assessment.rows_field import EntryRow, RowsField, store_rows
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.workspace import Workspace

CLARIFYING = Section(ASSESSMENT_DECREE, "3")


class ClarifyingRow(EntryRow):
    """One measure: what, by whom, when ordered and done, what came of it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Remove the clarifying measure"))
        self.kind = ChoiceField(_("What is clarified"), members(ClarifyingKind))
        self.provider = TextField(_("Provider"))
        self.ordered = DateField(_("Ordered"), workspace.today)
        self.done = DateField(_("Done"), workspace.today)
        self.result = LongTextField(_("Result"), lines=2)
        self.fields = {
            "kind": self.kind,
            "provider": self.provider,
            "ordered_on": self.ordered,
            "done_on": self.done,
            "result": self.result,
        }
        self.first(self.kind)
        line = beside((self.provider, 1), (self.ordered, 0), (self.done, 0), gap=3)
        self.column.put(line, self.result)

    def is_complete(self) -> bool:
        """Tell whether it is known what is clarified."""
        return bool(code_of(self.kind))

    def show_record(self, record: ClarifyingMeasure) -> None:
        """Show a measure of the file."""
        self.kind.set_value(record.kind.value)
        self.provider.set_value(record.provider)
        self.ordered.set_value(record.ordered_on)
        self.done.set_value(record.done_on)
        self.result.set_value(record.result)

    def write_record(self, record: ClarifyingMeasure) -> None:
        """Put what is entered into a measure of the file."""
        record.kind = ClarifyingKind(code_of(self.kind))
        record.provider, record.result = self.provider.value(), self.result.value()
        record.ordered_on, record.done_on = day_of(self.ordered), day_of(self.done)


class ClarifyingPart(Part):
    """Rows of clarifying measures; none is a normal state."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            _("Clarifying measures"),
            CLARIFYING,
            _("Needed only where the interview leaves something open. They may also be bought."),
        )
        self.rows = self.add(
            "clarifying",
            RowsField(
                _("Measures"),
                lambda: ClarifyingRow(workspace),
                _("Add a clarifying measure"),
                _("No clarifying measures."),
            ),
        )
        self.end()

    def read(self, assessment: Assessment) -> None:
        """Show the measures of the file."""
        self.rows.set_value(assessment.clarifying)

    def write(self, assessment: Assessment) -> None:
        """Put the rows into the assessment."""

        def new() -> Any:
            return ClarifyingMeasure(client_id=assessment.client_id, kind=ClarifyingKind.COMPETENCE)

        assessment.clarifying = store_rows(assessment.clarifying, self.rows.kept(), new)
