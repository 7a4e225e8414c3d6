"""Two small forms: a pending matter that holds a case, and a case that is erased early."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.erasing import Wanted, client_of_number
from kotoutus_desktop.casework.retention import PurgeLine, add_hold
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.retention import ErasureGround
from kotoutus_desktop.rules.retention import HoldKind, usual_end
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.keeping.words import HOLDS, RECORDED, whose
from kotoutus_desktop.ui.workspace import Workspace


class HoldCard(Card):
    """A closed case, the kind of matter, which one it is, and until when. `held` when kept."""

    held = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Hold a case"))
        self._workspace = workspace
        self._lines: dict[str, PurgeLine] = {}
        kinds = [Choice(str(kind), _(HOLDS[kind])) for kind in RECORDED]
        self.case = ChoiceField(_("Closed case"), [])
        self.kind = ChoiceField(_("Pending matter"), kinds)
        self.reason = TextField(_("Which matter"), hint=_("For example its number at the court."))
        self.until = DateField(
            _("Until"), workspace.today, hint=_("Leave it empty while no end is known.")
        )
        self.button = Button(_("Hold the case"), icon="hand-stop")
        self.button.clicked.connect(self.keep)
        self.kind.changed.connect(self._suggest)
        said = wrapped(
            _("A held case is not on the list until the matter is over."), "small", "muted"
        )
        self.put(said, self.case, self.kind, self.reason, self.until, row(self.button, None))

    def offer(self, lines: Sequence[PurgeLine]) -> None:
        """Offer these closed cases."""
        self._lines = {line.client_id.hex: line for line in lines}
        before = self.case.value()
        self.case.set_choices([Choice(key, whose(line)) for key, line in self._lines.items()])
        self.case.set_value(before if before in self._lines else "")
        self.setVisible(bool(lines))

    def keep(self) -> None:
        """Record the matter, or say at its field what is missing."""
        line, kind = self._lines.get(str(self.case.value())), str(self.kind.value())
        if line is None or not kind:
            field = self.case if line is None else self.kind
            _refuse(field, _("Choose from the list."))
            return
        try:
            until = self.until.day()
        except InvalidInput as error:
            _refuse(self.until, explain(error))
            return
        try:
            with self._workspace.database.transaction(_("case held")) as session:
                add_hold(
                    session,
                    line.client_id,
                    HoldKind(kind),
                    str(self.reason.value()),
                    until,
                    self._workspace.today(),
                )
        except InvalidInput as error:
            _refuse(self.reason if error.field == "reason" else self.until, explain(error))
            return
        self.case.set_value("")
        self.kind.set_value("")
        self.reason.set_value("")
        self.until.set_value(None)
        self._workspace.changed.emit()
        self.held.emit()

    def _suggest(self) -> None:
        """Write the end that a statute gives, while none is written."""
        line, kind = self._lines.get(str(self.case.value())), str(self.kind.value())
        if line is None or not kind or not self.until.is_empty():
            return
        end = usual_end(HoldKind(kind), line.closed_on)
        if end is not None and end >= self._workspace.today():
            self.until.set_value(end)


class EarlyCard(Card):
    """A case by its number, and why it is erased before its time. `asked` with what is wanted."""

    asked = Signal(object, str)  # Wanted, number

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Erase a case before its time"))
        self._workspace = workspace
        self.number = TextField(_("Client number"), width=200)
        self.reason = TextField(
            _("Why it is erased"),
            hint=_("For example: recorded on the wrong person. It stands on the certificate."),
        )
        self.button = Button(_("Erase this case …"), icon="trash")
        self.button.clicked.connect(self.ask)
        said = wrapped(
            _(
                "What the law orders to be recorded is not erased on demand. This is for what was "
                "recorded without a ground, and for a decision of an authority or a court."
            ),
            "small",
            "muted",
        )
        self.put(said, self.number, self.reason, row(self.button, None))

    def empty(self) -> None:
        """Forget what was typed."""
        self.number.set_value("")
        self.reason.set_value("")

    def ask(self) -> None:
        """Look for the case, and ask for its erasure."""
        number = str(self.number.value()).strip()
        found = self._found(number)
        if found is None:
            _refuse(self.number, _("There is no case of this number in the file."))
            return
        reason = str(self.reason.value())
        if not reason.strip():
            _refuse(self.reason, _("Write in a few words why the case is erased before its time."))
            return
        self.asked.emit(Wanted(found, ErasureGround.DEMAND, reason), number)

    def _found(self, number: str) -> UUID | None:
        with self._workspace.database.reading() as session:
            return client_of_number(session, number)


def _refuse(field: Field, words: str) -> None:
    field.show_error(words)
    field.take_focus()
