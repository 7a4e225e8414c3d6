"""The page of the integration plan (§§ 16-24): drawn up, agreed, then read and followed."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kotoutus_desktop.casework import agreement, plans, register
from kotoutus_desktop.casework.plan_copy import plan_state, show_plan_state
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.plan import Plan, Term
from kotoutus_desktop.rules.reason import Reason
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.agreed_view import AgreedView
from kotoutus_desktop.ui.plans.goal_card import GoalCard
from kotoutus_desktop.ui.plans.missing_rows import GAP
from kotoutus_desktop.ui.plans.plan_document import PlanDocument
from kotoutus_desktop.ui.plans.plan_frame import PRIMARY_KEY, PlanFrame
from kotoutus_desktop.ui.workspace import Workspace

MISSING = "missing"
GOALS = {"long_term_goal": Term.LONG, "period_goal": Term.PERIOD, "work_goal": Term.PERIOD}


def begin(workspace: Workspace, client_id: UUID) -> UUID:
    """Draw up the next plan, or go on with the one that is being drawn up; return its id.

    Raises KotoutusError while there is no completed assessment.
    """
    with workspace.database.transaction(_("plan begun")) as session:
        client = register.get_client(session, client_id)
        today, now = workspace.today(), workspace.now()
        return plans.draw_up(session, client, workspace.officer_id, today, now).id


class PlanPage(PlanFrame):
    """What is typed is kept as it comes; "agree" leads to what is missing first."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        assert destination.client is not None, "a plan is about a client"
        record = destination.record or begin(workspace, destination.client)
        super().__init__(workspace, PlanDocument(workspace, destination.client, record))
        self.agreed: AgreedView | None = None
        self.print_button.clicked.connect(self.open_print)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_print)
        self.open_form()
        self.look()

    def arrive(self, destination: Destination) -> None:
        """Go to what was asked for, else to where the work begins."""
        self.settle_order()
        if self.is_frozen():
            self.agree_button.setFocus()
        elif destination.focus:
            self.go_to(destination.focus)
        else:
            first = self.goals.cards()
            (first[0].goal_row.summary if first else self.period.ends.editor()).setFocus()

    def load(self) -> None:
        """Show the plan as it is in the document: a form, or what was agreed."""
        self._opened = None
        if self.is_frozen():
            self.parts, self.people = [], None
            self.agreed = AgreedView(self)
            self.agreed.show()
        else:
            self.agreed = None
            self.show_form()
            self.goals.removed.connect(self._say_removed)
        self.missing.setVisible(not self.is_frozen())
        self.agree_button.set_label(self.agreed.next_act() if self.agreed else _("Agree the plan"))
        printing = self.agreed is not None and self.agreed.prints_next()
        self.agree_button.set_icon("printer" if printing else "check")
        # the page listens to the key, not the button
        self.agree_button.show_key("" if self.beside.folded else PRIMARY_KEY)
        self.show_band()

    def store(self, session: Any) -> None:
        """Write the plan to its record; raises InvalidInput, naming the field."""
        if self.is_frozen():
            return
        for name, field in self.fields.items():
            try:
                field.value()
            except InvalidInput as error:
                raise InvalidInput(name, error.message, **error.values) from error
        self.write_parts()
        self.document.store(self.kept(session))

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("changes in the plan")

    def state(self) -> dict[str, Any]:
        """Return the whole plan, and the typing of what cannot be read."""
        self.write_parts()
        wrong = {name: field.state() for name, field in self.fields.items() if field.fault()}
        obstacles = self.document.changed_obstacles()
        return {"plan": plan_state(self.document.plan), "obstacles": obstacles, "typing": wrong}

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft: the plan, then what was typed wrong in it."""
        if self.is_frozen():
            return
        show_plan_state(self.document.plan, content["plan"])
        self.document.show_obstacles(content.get("obstacles"))
        self.show_form()
        self.goals.removed.connect(self._say_removed)
        for name, typed in content.get("typing", {}).items():
            self._open_row_of(name)
            if name in self.fields:
                self.fields[name].restore(typed)

    def refresh(self) -> None:
        """Show again what is kept, unless something typed here waits to be recorded."""
        if self._unrecorded:
            return
        shown, frozen = self.document.state(), self.is_frozen()
        self.document.read()
        if frozen or self.is_frozen() or self.document.state() != shown:
            self._loading = True
            try:
                self.load()
            finally:
                self._loading = False
        self.look()

    def leave(self) -> None:
        """Take what still stands in the lines for new services, then keep and record."""
        if not self.is_frozen():
            for card in self.goals.cards():
                card.flush()
        super().leave()

    def primary(self) -> None:
        """Agree the plan, or go to what is missing; afterwards, the next act of an agreed one."""
        if self.agreed is not None:
            self.agreed.act()
            return
        for card in self.goals.cards():
            card.flush()
        self.look()
        if self.record():
            self._agree()

    def sums(self) -> list[Reason]:
        """Return the sums of the plan's days as it stands; an agreed plan's are recorded."""
        if self.is_frozen():
            return []
        self.write_parts()
        return self.document.sums()

    def go_to(self, name: str) -> None:
        """Open the place of a field or of a missing line and put the keyboard there."""
        key, _dot, rest = name.partition(".")
        if key == GAP:
            key, rest = rest, ""
        row = self.goals.row_of(key)
        if row is not None:
            self.body.reveal(row)
            row.open_editor(rest)
        elif key in GOALS:
            self._go_to_goal(GOALS[key])
        elif key == "services":
            card = self.goals.first_of(Term.PERIOD) or self.goals.add_goal(Term.PERIOD)
            self.body.reveal(card)
            card.add_field.take_focus()
        elif name in self.fields:
            super().go_to(name)

    def open_print(self) -> None:
        """Show the paper as it will be printed."""
        self.leave()
        plan = self.document.plan
        self.navigate.emit(Destination(PageName.PRINT, plan.client_id, plan.id))

    def undo(self) -> None:
        """Undo what was recorded last, and show the plan as it then is."""
        try:
            self.workspace.undo()
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING))
        self.refresh()

    def _agree(self) -> None:
        rows = self.missing_rows()
        if rows:
            text = _("Still missing: {what}").format(what=rows[0].text)
            self.bars.show_message(Message(text, Tone.INFO, key=MISSING))
            self.go_to(rows[0].key)
            return
        with self.workspace.database.transaction(_("plan agreed")) as session:
            plan = self.kept(session)
            office = register.the_office(session)
            officer = register.get_officer(session, plan.officer_id or self.workspace.officer_id)
            today = self.workspace.today()
            agreement.agree(session, plan.client, plan, office, officer, today)
        self.bars.withdraw(MISSING)
        self.workspace.changed.emit()
        self.refresh()
        acts = (Act(_("Print"), self.open_print, "printer"), Act(_("Undo"), self.undo))
        self.bars.show_message(Message(_("The plan has been agreed."), Tone.SUCCESS, acts))
        self.agree_button.setFocus()

    def kept(self, session: Any) -> Plan:
        """Return the plan as it is kept in the file."""
        client = register.get_client(session, self.document.client.id)
        return next(plan for plan in client.plans if plan.id == self.document.plan.id)

    def _go_to_goal(self, term: Term) -> None:
        card: GoalCard = self.goals.first_of(term) or self.goals.add_goal(term)
        self.body.reveal(card)
        card.goal_row.open_editor("goal")

    def _open_row_of(self, name: str) -> None:
        row = self.goals.row_of(name.partition(".")[0])
        if row is not None:
            row.open_editor(name.partition(".")[2])

    def _say_removed(self, text: str, bring_back: Any) -> None:
        gone = {str(row.key()) for row in self.goals.rows()}
        self.fields = {
            name: field
            for name, field in self.fields.items()
            if "." not in name or name.partition(".")[0] in gone
        }
        self.bars.show_success(text, partial(self._bring_back, bring_back))

    def _bring_back(self, bring_back: Any) -> None:
        bring_back()
        self.bars.withdraw_successes()
