"""A path through the services is made or changed."""

from typing import Any
from uuid import UUID

from kotoutus_desktop.casework.services.catalogue import list_services
from kotoutus_desktop.casework.services.paths import get_path, store_path
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.service import PathStep, ServicePath
from kotoutus_desktop.rules.programme import TargetGroup
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.fields.choice_field import Choice
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.language_texts import LanguageTexts, Text
from kotoutus_desktop.ui.services.service_face import service_name
from kotoutus_desktop.ui.services.steps_field import StepsField
from kotoutus_desktop.ui.workspace import Workspace

FORM = "service_path"
NAME, SENTENCE = N_("Name {language}"), N_("One plain sentence {language}")


class PathFormPage(FormPage):
    """`destination.record` is the path, None for a new one."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, FORM, destination.record)
        self.add_section(_("What it is"))
        self.texts = LanguageTexts(
            (Text("name", _(NAME)), Text("sentence", _(SENTENCE), 2)), self.register
        )
        self.put(self.texts)
        groups = MultiChoiceField(
            _("Groups that it suits"), enum_choices(TargetGroup), hint=_("Empty: everybody.")
        )
        self.add("groups", groups)
        self.add_section(_("Steps"))
        self.add("steps", StepsField(self._choices()))
        self.add_section(_("In the languages of clients"))
        self.put(self.texts.more)
        self.body.column.addStretch(1)
        self.set_primary(Button(_("Save the path"), "primary"))
        self.band.set_title(_("New path") if self.subject is None else _("Change path"))
        self.band.back_button.set_label(_("Services"))
        self.band.back_button.show()
        self.band.back.connect(self.back)

    def arrive(self, _destination: Destination) -> None:
        """Show the path or an empty form."""
        self.open_form()
        self.fields["name_fi"].take_focus()

    def primary(self) -> None:
        """Record, and go to the paths."""
        if self.record():
            self.navigate.emit(Destination(PageName.SERVICES, focus="paths"))

    def leave(self) -> None:
        """Keep what is typed; a new path is only recorded when the counsellor says so."""
        if self.subject is None:
            self.keep()
        else:
            super().leave()

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("path added") if self.subject is None else _("path changed")

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft, with the languages that it was typed in."""
        self.texts.make_room(content)
        super().restore(content)

    def load(self) -> None:
        """Show what is recorded."""
        path = ServicePath()
        if self.subject is not None:
            with self.workspace.database.reading() as session:
                path = get_path(session, self.subject)
        self.texts.show_values(name=path.names, sentence=path.sentences)
        self.fields["groups"].set_value(path.groups)
        self.fields["steps"].set_value([_shown(step) for step in path.steps])

    def store(self, session: Any) -> None:
        """Write the form to the path."""
        path = ServicePath() if self.subject is None else get_path(session, self.subject)
        path.names, path.sentences = self.texts.values("name"), self.texts.values("sentence")
        path.groups = self.fields["groups"].value()
        store_path(session, path, [_step(values) for values in self.fields["steps"].value()])
        self.subject = path.id

    def _choices(self) -> list[Choice]:
        """Return the services that a step may name; one that has ended is not offered."""
        with self.workspace.database.reading() as session:
            today = self.workspace.today()
            services = list_services(session, today, interface_language())
        return [Choice(str(service.id), service_name(service)) for service in services]


def _shown(step: PathStep) -> dict[str, Any]:
    return {
        "service": str(step.service_id or ""),
        "texts": step.texts,
        "weeks": step.after_weeks,
    }


def _step(values: dict[str, Any]) -> PathStep:
    service = UUID(values["service"]) if values["service"] else None
    return PathStep(service_id=service, texts=values["texts"], after_weeks=values["weeks"])
