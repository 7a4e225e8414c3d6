"""The text of a document: title, time, its chapters and the target groups."""

from typing import Any

from kotoutus_desktop.casework.programme.documents import HEADS, open_document, store_document
from kotoutus_desktop.documents.programme_sheet import HEADS as HEAD_WORDS
from kotoutus_desktop.documents.programme_words import GROUPS, PLANNING_POINTS, capital
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.programme import DocumentKind, ProgrammeDocument
from kotoutus_desktop.rules.programme import TargetGroup
from kotoutus_desktop.rules.programme_gaps import PLANNING_SECTIONS, PlanningPoint
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.language_texts import LanguageTexts, Text
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

FORMS = {DocumentKind.PROGRAMME: "programme_text", DocumentKind.STRATEGY: "strategy_text"}
IN_LANGUAGE = N_("Text {language}")
DAYS = ("starts_on", "ends_on", "approved_on")


class DocumentFormPage(FormPage):
    """`destination.focus` is the kind of the document."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        known = destination.focus in list(DocumentKind)
        self.kind = DocumentKind(destination.focus) if known else DocumentKind.PROGRAMME
        super().__init__(workspace, FORMS[self.kind])
        self.passages: dict[str, LanguageTexts] = {}
        self.add_section(_("Title and time"))
        self.titles = LanguageTexts(
            (Text("title", _("Title {language}"), 2),), self.register, for_clients=False
        )
        self.put(self.titles)
        self._put_facts()
        for code in HEADS[self.kind]:
            self._put_passage(f"head_{code}", self._head_title(code), self._section(code))
        for group in TargetGroup:
            self._put_passage(f"group_{group.value}", capital(_(GROUPS[group])))
        self.body.column.addStretch(1)
        self.set_primary(Button(_("Save the text"), "primary"))
        self.band.set_title(enum_text(self.kind))
        self.band.back_button.set_label(_("Services"))
        self.band.back_button.show()
        self.band.back.connect(self.back)

    def arrive(self, _destination: Destination) -> None:
        """Show the text."""
        self.open_form()
        self.fields["title_fi"].take_focus()

    def primary(self) -> None:
        """Record, and go to the documents."""
        if self.record():
            focus = f"documents:{self.kind.value}"
            self.navigate.emit(Destination(PageName.SERVICES, focus=focus))

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("text of the document")

    def load(self) -> None:
        """Show what is recorded."""
        with self.workspace.database.transaction() as session:
            document = open_document(session, self.kind)
        self.titles.show_values(title=document.titles)
        for name, texts in self.passages.items():
            texts.show_values(**{name: _passage(document, name)})
        self.fields["approved_by"].set_value(document.approved_by)
        for name in DAYS:
            self.fields[name].set_value(getattr(document, name))

    def store(self, session: Any) -> None:
        """Write the form to the document."""
        document = open_document(session, self.kind)
        document.titles = self.titles.values("title")
        written = {name: texts.values(name) for name, texts in self.passages.items()}
        for prefix, field in (("head_", "heads"), ("group_", "groups")):
            part = {n.removeprefix(prefix): t for n, t in written.items() if n.startswith(prefix)}
            setattr(document, field, part)
        document.approved_by = self.fields["approved_by"].value()
        for name in DAYS:
            entered = self.fields[name].value()
            setattr(document, name, entered.day if entered else None)
        store_document(session, document)

    def _put_facts(self) -> None:
        grid, today = FieldGrid(), self.workspace.today
        for name, field in (
            ("starts_on", DateField(_("Begins"), today)),
            ("ends_on", DateField(_("Ends"), today)),
            ("approved_by", TextField(_("Approved by"))),
            ("approved_on", DateField(_("Approved on"), today)),
        ):
            self.register(name, field)
            grid.put(field)
        self.put(grid)

    def _put_passage(self, name: str, title: str, link: SectionLink | None = None) -> None:
        self.add_section(title)
        if link is not None:
            link.opened.connect(self.section_clicked)
            self.put(link)
        texts = LanguageTexts((Text(name, _(IN_LANGUAGE), 3),), self.register, for_clients=False)
        self.passages[name] = texts
        self.put(texts)

    def _head_title(self, code: str) -> str:
        if code in HEAD_WORDS:
            return _(HEAD_WORDS[code])
        return capital(_(PLANNING_POINTS[PlanningPoint(code)]))

    def _section(self, code: str) -> SectionLink | None:
        known = code not in HEAD_WORDS
        return SectionLink(PLANNING_SECTIONS[PlanningPoint(code)]) if known else None


def _passage(document: ProgrammeDocument, name: str) -> dict[str, str]:
    kind, _line, code = name.partition("_")
    texts: dict[str, str] = (document.heads if kind == "head" else document.groups).get(code, {})
    return texts
