"""The programme document and the strategic document: goals, partners, check, versions."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.programme.documents import (
    open_document,
    planning_gaps_of,
    unfinished_goals,
)
from kotoutus_desktop.casework.programme.versions import (
    content_of,
    give_out,
    kept_content,
    versions_of,
)
from kotoutus_desktop.documents.programme_pdf import programme_pdf
from kotoutus_desktop.documents.programme_sheet import ProgrammeSheet
from kotoutus_desktop.documents.programme_words import PLANNING_POINTS, capital
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.programme import (
    DocumentKind,
    ProgrammeGoal,
    ProgrammePartner,
    ProgrammeVersion,
)
from kotoutus_desktop.rules.section import PLANNING, Section
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.section_link import SectionLink, section_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.document_dialogs import (
    FollowUpDialog,
    GoalDialog,
    PartnerDialog,
)
from kotoutus_desktop.ui.services.document_faces import (
    GOAL_COLUMNS,
    PARTNER_COLUMNS,
    VERSION_COLUMNS,
    goal_face,
    partner_face,
    version_face,
)
from kotoutus_desktop.ui.services.paper_export import PaperExport, SaveButton
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

WHOLE = Section(PLANNING.act, PLANNING.number)
NOTHING = {
    "goals": N_("no goals yet"),
    "partners": N_("no partners yet"),
    "versions": N_("No version has been given out yet."),
}
FILE_WORDS = {
    DocumentKind.PROGRAMME: N_("integration-programme"),
    DocumentKind.STRATEGY: N_("strategic-document"),
}


class DocumentsPart(Part):
    """One document at a time. Enter changes a goal or a partner, and saves a version."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.kind = DocumentKind.PROGRAMME
        self.kinds = Segments(
            [(each.value, enum_text(each)) for each in DocumentKind],
            self.kind.value,
            name=_("Which document"),
        )
        self.write = Button(_("Write the text"), icon="pencil")
        self.save = SaveButton()
        self.issue = Button(_("Give out a version"), "primary", "check")
        self.goals = RowList(goal_face, GOAL_COLUMNS, name=_("Goals"), row_size="row", fits=True)
        self.partners = RowList(
            partner_face, PARTNER_COLUMNS, name=_("Partners"), row_size="row", fits=True
        )
        self.versions = RowList(
            version_face, VERSION_COLUMNS, name=_("Versions"), row_size="row", fits=True
        )
        self.add_goal = Button(_("New goal"), icon="plus", bulk="small")
        self.follow = Button(_("Follow up"), icon="list-check", bulk="small")
        self.add_partner = Button(_("New partner"), icon="plus", bulk="small")
        self.drop_goal = Button(_("Delete"), icon="trash", bulk="small")
        self.drop_partner = Button(_("Delete"), icon="trash", bulk="small")
        self.verdict = wrapped("", "body")
        self.flaws = wrapped("", "small", "muted")
        self.nothing = {name: wrapped(_(text), "small", "muted") for name, text in NOTHING.items()}
        self.export = PaperExport(self, workspace, self.said.emit)
        self._lay_out()

    def arrive(self, focus: str) -> None:
        """Show the document that is asked for."""
        if focus in list(DocumentKind):
            self.kinds.set_value(focus)
            self.kind = DocumentKind(focus)
        self.refresh()
        self.kinds.first_button().setFocus()

    def refresh(self) -> None:
        """Read the document again."""
        with self.workspace.database.transaction() as session:
            document = open_document(session, self.kind)
            goals, partners = list(document.goals), list(document.partners)
            for goal in goals:
                list(goal.follow_ups)
            gaps = planning_gaps_of(document)
            flaws = len(unfinished_goals(document))
            versions = versions_of(session, self.kind)
        lists: tuple[tuple[str, RowList, Sequence[object]], ...] = (
            ("goals", self.goals, goals),
            ("partners", self.partners, partners),
            ("versions", self.versions, versions),
        )
        for name, shown, rows in lists:
            shown.set_items(rows)
            shown.setVisible(bool(rows))
            if rows and not shown.currentIndex().isValid():
                shown.setCurrentIndex(shown.model().index(0, 0))
            self.nothing[name].setVisible(not rows)
        for button, rows in ((self.follow, goals), (self.drop_goal, goals)):
            button.setEnabled(bool(rows))
        self.drop_partner.setEnabled(bool(partners))
        self.check.setVisible(self.kind is DocumentKind.STRATEGY)
        missing = [
            f"• {capital(_(PLANNING_POINTS[point]))} ({section_text(place)})"
            for point, place in gaps.items()
        ]
        whole = _("Everything that the section names is dealt with.")
        self.verdict.setText("\n".join(missing) or whole)
        self.verdict.set_tone("warning" if missing else "success")
        words = _("Goals without indicator, measures, responsible party or schedule: {count}")
        self.flaws.setText(words.format(count=flaws))
        self.flaws.setVisible(flaws > 0)

    def primary(self) -> None:
        """Give out the document as it is, under the next number."""
        with self.workspace.database.transaction(_("version given out")) as session:
            document = open_document(session, self.kind)
            officer, now = self.workspace.officer_id, self.workspace.now()
            number = give_out(session, document, officer, now).number
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(_("Version {number} is kept as it is now.").format(number=number))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons of the document."""
        return (self.save, self.issue)

    def section_here(self) -> Section:
        """Return the section of the planning."""
        return PLANNING

    def draft(self, language: str) -> bytes:
        """Return the document as it is today, as a PDF."""
        with self.workspace.database.transaction() as session:
            document = open_document(session, self.kind)
            content = content_of(session, document, self.workspace.today())
        return programme_pdf(ProgrammeSheet(content, language))

    def paper_of(self, version: ProgrammeVersion, language: str) -> bytes:
        """Return a version as it was given out, as a PDF."""
        return programme_pdf(ProgrammeSheet(kept_content(version), language, version.number))

    def delete_goal(self) -> None:
        """Delete the chosen goal with its follow-up; Ctrl+Z brings it back."""
        self._delete(self.goals, "goals", _("goal deleted"))

    def delete_partner(self) -> None:
        """Delete the chosen partner."""
        self._delete(self.partners, "partners", _("partner deleted"))

    def _delete(self, shown: RowList, name: str, label: str) -> None:
        key = shown.current_item().id
        with self.workspace.database.transaction(label) as session:
            document = open_document(session, self.kind)
            rows = getattr(document, name)
            rows.remove(next(row for row in rows if row.id == key))
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(f"{capital(label)}.")

    def _choose(self, kind: str) -> None:
        self.kind = DocumentKind(kind)
        self.refresh()

    def _write(self) -> None:
        self.navigate.emit(Destination(PageName.DOCUMENT_FORM, focus=self.kind.value))

    def _open_goal(self, goal: ProgrammeGoal | None = None) -> None:
        known = goal.id if goal is not None else None
        self._ask(GoalDialog(self.workspace, self.kind, known, self.window()))

    def _open_partner(self, partner: ProgrammePartner | None = None) -> None:
        known = partner.id if partner is not None else None
        self._ask(PartnerDialog(self.workspace, self.kind, known, self.window()))

    def _follow(self) -> None:
        goal = self.goals.current_item()
        self._ask(FollowUpDialog(self.workspace, self.kind, goal, self.window()))

    def _ask(self, dialog: QDialog) -> None:
        if dialog.exec():
            self.workspace.changed.emit()
            self.refresh()

    def _save(self, language: str) -> None:
        self.export.choose_and_save(self.draft, language, _(FILE_WORDS[self.kind]))

    def _save_version(self, version: ProgrammeVersion) -> None:
        name = f"{_(FILE_WORDS[self.kind])}-{version.number}"
        self.export.choose_and_save(
            lambda language: self.paper_of(version, language), interface_language(), name
        )

    def _lay_out(self) -> None:
        clicks: tuple[tuple[Button, Callable[[], None]], ...] = (
            (self.write, self._write),
            (self.issue, self.primary),
            (self.add_goal, self._open_goal),
            (self.follow, self._follow),
            (self.add_partner, self._open_partner),
            (self.drop_goal, self.delete_goal),
            (self.drop_partner, self.delete_partner),
        )
        for button, act in clicks:
            button.clicked.connect(lambda _on=False, act=act: act())
        self.issue.show_key("Ctrl+Return")
        self.kinds.chosen.connect(self._choose)
        self.save.chosen.connect(self._save)
        self.goals.opened.connect(self._open_goal)
        self.partners.opened.connect(self._open_partner)
        self.versions.opened.connect(self._save_version)
        head = Row(gap=2)
        head.put(self.kinds, self.write, None)
        self.check = Card(_("What the planning lacks"))
        link = SectionLink(WHOLE)
        link.opened.connect(self.section_clicked)
        self.check.put(link, self.verdict, self.flaws)
        goals, partners = Card(_("Goals")), Card(_("Partners"))
        goals.put_head(self.drop_goal, self.follow, self.add_goal)
        goals.put(self.nothing["goals"], self.goals)
        partners.put_head(self.drop_partner, self.add_partner)
        partners.put(self.nothing["partners"], self.partners)
        versions = Card(_("Versions"))
        versions.put(self.nothing["versions"], self.versions)
        area = ScrollColumn((5, 1, 5, 4), 3)
        area.column.addLayout(head)
        area.put(self.check, goals, partners, versions, None)
        Column(self, gap=0).put((area, 1))
