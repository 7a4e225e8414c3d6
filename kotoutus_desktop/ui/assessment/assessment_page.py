"""The page of the assessment: one head at a time, half done for weeks if need be."""

from typing import Any

from kotoutus_desktop.casework import assess, register
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.assessment import Assessment, Outcome
from kotoutus_desktop.ui.assessment.frame import MISSING, AssessmentFrame
from kotoutus_desktop.ui.assessment.part import check
from kotoutus_desktop.ui.assessment.places import missing_rows, place_of
from kotoutus_desktop.ui.assessment.record import begin, of_client, read, write
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace

ANEW = "new"
"""Focus of a destination that begins another assessment after a completed one."""
COMPLETED = N_("The assessment is complete.")
DRAW_UP = N_("Draw up the integration plan")


class AssessmentPage(AssessmentFrame):
    """What is typed is kept as it comes; "mark complete" leads to what is missing first."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        assert destination.client is not None, "an assessment is about a client"
        anew = destination.focus == ANEW
        record = destination.record or begin(workspace, destination.client, anew=anew)
        super().__init__(workspace, read(workspace, destination.client, record))
        self.later.clicked.connect(self.back)
        self.correct.clicked.connect(self.reopen)
        self.parts.literacy_opened.connect(self._open_literacy)
        self.open_form()
        self.show_mode()

    def arrive(self, destination: Destination) -> None:
        """Open the place that was asked for, else the first head that is not done."""
        if destination.focus and place_of(destination.focus, self.case.assessment):
            self.go_to(destination.focus)
            return
        self.open_part(self.current)

    def load(self) -> None:
        """Show what is recorded."""
        self.parts.read(self.case)

    def store(self, session: Any) -> None:
        """Write what is entered to the record; refuse what cannot be right, by its field."""
        if self.is_completed():
            return
        check(self.fields)
        assessment = write(session, self.case.client.id, self.case.assessment.id, self.parts.write)
        try:
            assess.check_dates(assessment, self.workspace.today())
        except InvalidInput as error:
            place = place_of(error.field, assessment)
            if place is not None:
                self.parts.part(place.part)
            raise

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("changes in the assessment")

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft, whatever parts it was typed in."""
        for name in content:
            place = place_of(name, self.case.assessment)
            if place is not None:
                self.parts.part(place.part)
        super().restore(content)

    def refresh(self) -> None:
        """Show again what is kept, unless something typed here waits to be recorded."""
        if self._unrecorded:
            return
        self.case = read(self.workspace, self.case.client.id, self.case.assessment.id)
        self._loading = True
        try:
            self.load()
        finally:
            self._loading = False
        self.show_mode()

    def primary(self) -> None:
        """Complete the assessment, or go to what is missing; after that, draw up the plan."""
        if self.is_completed():
            self._open_plan()
        elif self.record():
            self._complete()

    def reopen(self) -> None:
        """Take up the completed assessment again, for a correction."""
        with self.workspace.database.transaction(_("assessment opened for correction")) as session:
            assess.reopen(session, self._kept(session))
        self.workspace.changed.emit()
        self.refresh()
        self.bars.show_success(_("The assessment is open for correction."), self._undo)
        self.open_part(self.current)

    def _complete(self) -> None:
        try:
            with self.workspace.database.transaction(_("assessment marked complete")) as session:
                assessment = self._kept(session)
                officer = self.case.officer()
                lacking = assess.complete(session, assessment, officer, self.workspace.today())
        except InvalidInput as error:
            self._refuse(error)
            return
        if lacking:
            first = missing_rows(lacking)[0]
            text = _("Still missing: {what}").format(what=first.text)
            self.bars.show_message(Message(text, Tone.INFO, key=MISSING))
            self.go_to(first.key)
            return
        self.bars.withdraw(MISSING)
        self.workspace.changed.emit()
        self.refresh()
        acts = [Act(_("Undo"), self._undo, "arrow-back-up")]
        if self.needs_plan():
            acts.append(Act(_(DRAW_UP), self._open_plan, "arrow-right"))
        self.bars.show_message(Message(_(COMPLETED), Tone.SUCCESS, tuple(acts)))
        (self.plan if self.needs_plan() else self.correct).setFocus()  # the form is gone

    def needs_plan(self) -> bool:
        """Tell whether a plan comes next."""
        return self.case.assessment.outcome is Outcome.PLAN_NEEDED

    def _kept(self, session: Any) -> Assessment:
        client = register.get_client(session, self.case.client.id)
        return of_client(client, self.case.assessment.id)

    def _undo(self) -> None:
        try:
            self.workspace.undo()
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING))
        self.refresh()

    def _open_plan(self) -> None:
        if self.needs_plan():
            self.navigate.emit(Destination(PageName.PLAN, client=self.case.client.id))

    def _open_literacy(self) -> None:
        self.navigate.emit(
            Destination(PageName.INTAKE, client=self.case.client.id, focus="literacy")
        )
