"""What a case still lacks, over all its forms, and where each thing is entered."""

from collections.abc import Sequence
from datetime import date

from kotoutus_desktop.casework.intake import missing_in_intake
from kotoutus_desktop.casework.overview import Form, MissingLine, Overview, Stage
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.rules.due import Basis, DueItem, StepKind
from kotoutus_desktop.rules.reasons import asked, of_due
from kotoutus_desktop.ui.assessment.places import missing_rows
from kotoutus_desktop.ui.clients.intake_side import MISSING as INTAKE_WORDS
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.missing_words import missing_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.why.why import Why

FORM_PAGES = {
    Form.INTAKE: PageName.INTAKE,
    Form.ASSESSMENT: PageName.ASSESSMENT,
    Form.PLAN: PageName.PLAN,
    Form.REVIEW: PageName.REVIEW,
}
UNDONE = {
    StepKind.REVIEW_PLAN: N_("Review not held"),
    StepKind.REFER_TO_SERVICE: N_("Referral not recorded"),
}
"""What is missing when a day of the Act has passed, beside the fields of forms."""

ACT = "act"
"""Key of a row that asks for the next step itself."""


class CaseMissing:
    """The missing lines of one case: as rows to show, and as places to go to."""

    def __init__(self, seen: Overview, today: date) -> None:
        self._client, self._seen, self._today = seen.client.id, seen, today
        self._lines = [] if seen.client.closed_on else [*_of_intake(seen, today), *seen.missing]

    @property
    def is_worth_showing(self) -> bool:
        """Whether "nothing is missing" would say anything: some form has been begun."""
        return bool(self._lines) or self._seen.stage is not Stage.REGISTERED

    def rows(self) -> list[MissingRow]:
        """Return what is missing: first what is overdue, then by form, in its order."""
        rows = [
            MissingRow(ACT, _(UNDONE[item.kind]), item.section, overdue=True)
            for item in self._overdue()
        ]
        for form in Form:
            found = [line.missing for line in self._lines if line.form is form]
            rows += [
                MissingRow(f"{form}:{row.key}", row.text, row.section)
                for row in self._rows_of(form, found)
            ]
        return rows

    def destination(self, key: str) -> Destination:
        """Return where the line with a key is entered."""
        form, _colon, field = key.partition(":")
        record = next(line.record for line in self._lines if line.form.value == form)
        page = FORM_PAGES[Form(form)]
        about = None if page is PageName.INTAKE else record
        return Destination(page, self._client, about, field)

    def why(self, row: MissingRow) -> Why:
        """Return why a line is there: of what is overdue, with its sum."""
        for item in self._overdue():
            if row.key == ACT and row.section == item.section:
                return Why(row.text, of_due(self._seen.standing, item, self._today))
        assert row.section is not None, "every line of a case has its section"
        return Why(row.text, asked(row.section, row.key.partition(":")[2]))

    def _rows_of(self, form: Form, found: Sequence[Missing]) -> list[MissingRow]:
        if form is Form.ASSESSMENT:
            return missing_rows(found)
        if form is Form.INTAKE:
            return [MissingRow(each.key, _(INTAKE_WORDS[each.key]), each.section) for each in found]
        return [MissingRow(each.key, missing_text(each.key), each.section) for each in found]

    def _overdue(self) -> list[DueItem]:
        found: dict[StepKind, DueItem] = {}
        for item in self._seen.due:
            law = item.basis is Basis.STATUTORY and item.overdue
            if law and item.kind in UNDONE:
                found.setdefault(item.kind, item)
        return list(found.values())


def _of_intake(seen: Overview, today: date) -> list[MissingLine]:
    """Return what the intake lacks while the right to an assessment is still in question."""
    if seen.stage not in (Stage.REGISTERED, Stage.ASSESSING):
        return []
    found = missing_in_intake(seen.client, today)
    return [MissingLine(Form.INTAKE, seen.client.id, each) for each in found]
