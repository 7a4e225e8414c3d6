"""The small forms of a document: a goal, how far it is, a partner."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.programme.documents import (
    find_goal,
    find_partner,
    follow_up,
    open_document,
    store_goal,
    store_partner,
)
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.programme import (
    DocumentKind,
    GoalFollowUp,
    GoalState,
    ProgrammeGoal,
    ProgrammePartner,
)
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.programme_gaps import GoalArea
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.services.entry_dialog import EntryDialog
from kotoutus_desktop.ui.services.language_texts import LanguageTexts, Text
from kotoutus_desktop.ui.workspace import Workspace

GOAL_TEXTS = ("goal", "indicator", "measures")


class GoalDialog(EntryDialog):
    """A goal of a document, None for a new one."""

    def __init__(
        self,
        workspace: Workspace,
        kind: DocumentKind,
        goal_id: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Goal") if goal_id else _("New goal"), self._keep, parent)
        self._workspace, self._kind, self._goal = workspace, kind, goal_id
        self.texts = LanguageTexts(
            (
                Text("goal", _("Goal {language}"), 2),
                Text("indicator", _("Indicator {language}"), 2),
                Text("measures", _("Measures {language}"), 3),
            ),
            self.register,
            for_clients=False,
        )
        self.add({"area": ChoiceField(_("What it is about"), enum_choices(GoalArea))})
        self.put(self.texts)
        self.add(
            {
                "responsible": TextField(_("Responsible")),
                "starts_on": DateField(_("Begins"), workspace.today),
                "ends_on": DateField(_("Ends"), workspace.today),
            }
        )
        self._show()

    def _show(self) -> None:
        goal = ProgrammeGoal()
        if self._goal is not None:
            with self._workspace.database.transaction() as session:
                goal = find_goal(open_document(session, self._kind), self._goal)
        self.texts.show_values(goal=goal.goal, indicator=goal.indicator, measures=goal.measures)
        self.fields["area"].set_value(goal.area.value)
        for name in ("responsible", "starts_on", "ends_on"):
            self.fields[name].set_value(getattr(goal, name))
        self.fields["area"].take_focus()

    def _keep(self) -> None:
        starts_on, ends_on = self.day("starts_on"), self.day("ends_on")
        area = GoalArea(self.value("area") or GoalArea.EMPLOYMENT)
        with self._workspace.database.transaction(_("goal of the document")) as session:
            document = open_document(session, self._kind)
            goal = find_goal(document, self._goal) if self._goal else ProgrammeGoal()
            for name in GOAL_TEXTS:
                setattr(goal, name, self.texts.values(name))
            goal.area, goal.responsible = area, self.value("responsible")
            goal.starts_on, goal.ends_on = starts_on, ends_on
            store_goal(session, document, goal)


class FollowUpDialog(EntryDialog):
    """How far a goal is on a day."""

    def __init__(
        self,
        workspace: Workspace,
        kind: DocumentKind,
        goal: ProgrammeGoal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Follow-up of the goal"), self._keep, parent)
        self._workspace, self._kind, self._goal = workspace, kind, goal.id
        self.put(wrapped(text_in(goal.goal, interface_language())[0], "body", "muted"))
        self.add(
            {
                "followed_on": DateField(_("Date"), workspace.today),
                "state": ChoiceField(_("How far it is"), enum_choices(GoalState)),
                "found": LongTextField(_("What was found"), lines=3),
            }
        )
        self.put(None)
        self.fields["followed_on"].set_value(workspace.today())
        self.fields["state"].set_value(goal.state.value)
        self.fields["state"].take_focus()

    def _keep(self) -> None:
        today = self._workspace.today()
        found = GoalFollowUp(
            followed_on=self.day("followed_on") or today,
            state=GoalState(self.value("state") or GoalState.NOT_STARTED),
            found=self.value("found"),
            officer_id=self._workspace.officer_id,
        )
        with self._workspace.database.transaction(_("follow-up recorded")) as session:
            follow_up(find_goal(open_document(session, self._kind), self._goal), found, today)


class PartnerDialog(EntryDialog):
    """A partner of a document, None for a new one."""

    def __init__(
        self,
        workspace: Workspace,
        kind: DocumentKind,
        partner_id: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Partner") if partner_id else _("New partner"), self._keep, parent)
        self._workspace, self._kind, self._partner = workspace, kind, partner_id
        self.texts = LanguageTexts(
            (Text("part", _("Part in the co-operation {language}"), 2),),
            self.register,
            for_clients=False,
        )
        self.add(
            {
                "name": TextField(_("Name")),
                "kind": ChoiceField(_("Kind"), enum_choices(Organiser)),
            }
        )
        self.put(self.texts, None)
        self._show()

    def _show(self) -> None:
        partner = ProgrammePartner()
        if self._partner is not None:
            with self._workspace.database.transaction() as session:
                partner = find_partner(open_document(session, self._kind), self._partner)
        self.texts.show_values(part=partner.part)
        self.fields["name"].set_value(partner.name)
        self.fields["kind"].set_value(partner.kind.value)
        self.fields["name"].take_focus()

    def _keep(self) -> None:
        kind = Organiser(self.value("kind") or Organiser.ASSOCIATION)
        with self._workspace.database.transaction(_("partner of the document")) as session:
            document = open_document(session, self._kind)
            known = self._partner
            partner = find_partner(document, known) if known else ProgrammePartner()
            partner.name, partner.kind = self.value("name"), kind
            partner.part = self.texts.values("part")
            store_partner(session, document, partner)
