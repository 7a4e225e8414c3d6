"""Who may open the file; shown to administrators."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.people import (
    Administrator,
    PersonOfFile,
    add_person,
    give_passphrase,
    people,
    remove_person,
    set_role,
)
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.key_slots import STRONG
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Row, column
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.settings.passphrase_part import ASK_CURRENT
from kotoutus_desktop.ui.start.passphrase import PassphraseField
from kotoutus_desktop.ui.workspace import Workspace

ROLES = (
    (Role.COUNSELLOR, N_("Counsellor")),
    (Role.SUPERVISOR, N_("Supervisor")),
    (Role.ADMINISTRATOR, N_("Administrator")),
    (Role.TRAINER, N_("Trainer: courses only")),
)
CHOOSE = N_("Choose the person first.")
CHOOSE_ROLE = N_("Choose the role first.")
REMOVED = N_(
    "{name} can open the file no more, and it was encrypted anew. Copies made before still open "
    "with the old passphrases: delete those that are not needed."
)


class PeoplePart(Part):
    """The list, what can be done with the person chosen in it, and a new person.

    Every act asks for the administrator's own passphrase, once for all of them while the
    subject is shown. They run in the main thread: nothing else may use the file meanwhile.
    """

    def __init__(self, workspace: Workspace, bars: MessageBars, cost: Cost = STRONG) -> None:
        super().__init__(
            _("People"),
            _("Everybody has a passphrase of their own. What each change asks for is yours."),
        )
        self._workspace, self._bars, self.cost = workspace, bars, cost
        self._found: dict[str, PersonOfFile] = {}
        self.listing = wrapped("", "body")
        self.who = ChoiceField(_("Person"), [])
        self.who.changed.connect(self._show_role)
        self.role = ChoiceField(_("Role"), _roles())
        self.own = PassphraseField(_("Your own passphrase"))
        self.change = _act(_("Change the role"), "user", self.change_role)
        self.renew = _act(_("Give a new first passphrase"), "key", self.give_first)
        self.remove = _act(_("Remove from the file"), "x", self.remove_chosen)
        self.name = TextField(_("Name"))
        self.job = TextField(_("Title"))
        self.new_role = ChoiceField(_("Role"), _roles())
        self.new_role.set_value(str(Role.COUNSELLOR))
        self.add_one = _act(_("Add"), "plus", self.add_new)
        self.told = Button(_("It was passed on"), "primary")
        self.told.clicked.connect(self._put_away)
        self._first = Label("", "title")
        self._advice = wrapped("", "body", "muted")
        self._first_title = Label("", "heading")
        self._secret = column(self._first_title, self._first, self._advice, _line(self.told), gap=2)
        self._secret.hide()
        removing = _(
            "Removing encrypts the whole file anew. It takes some seconds, for a large file a "
            "minute."
        )
        self._acts = column(
            self.listing,
            self.own,
            self.who,
            self.role,
            _line(self.change),
            _line(self.renew),
            _line(self.remove),
            wrapped(removing, "small", "muted"),
            Rule(),
            Label(_("Add a person"), "heading"),
            self.name,
            self.job,
            self.new_role,
            _line(self.add_one),
            gap=4,
        )
        self.put(self._secret, self._acts)

    def shown(self) -> None:
        """Read who is there; forget what was typed."""
        self.own.set_value("")
        self._read()

    def change_role(self) -> None:
        """Give the chosen person another role."""
        person = self._chosen()
        if person is None:
            return
        role = self._role_of(self.role)
        if role is None:
            return
        words = _("The role of {name} changes at the next opening.").format(name=person.name)
        self._do(lambda by: set_role(self._workspace.database, by, person.id, role), words)

    def give_first(self) -> None:
        """Let the chosen person begin anew with a passphrase that is passed on."""
        person = self._chosen()
        if person is None:
            return
        role = person.role or self._role_of(self.role)
        if role is None:
            return
        self._do(
            lambda by: self._show_first(
                person.name, give_passphrase(self._workspace.database, by, person.id, role)
            )
        )

    def remove_chosen(self) -> None:
        """Let the chosen person open the file no more."""
        person = self._chosen()
        if person is None:
            return
        QThreadPool.globalInstance().waitForDone()
        self._do(
            lambda by: remove_person(self._workspace.database, by, person.id),
            _(REMOVED).format(name=person.name),
        )

    def add_new(self) -> None:
        """Add a person, and show the passphrase to pass on."""
        person = Officer(name=self.name.value().strip(), title_fi=self.job.value().strip())
        role = self._role_of(self.new_role)
        if role is None:
            return
        self._do(
            lambda by: self._show_first(
                person.name, add_person(self._workspace.database, by, person, role)
            )
        )

    def _do(self, act: Callable[[Administrator], object], words: str = "") -> None:
        if self.own.is_empty():
            self._refuse(self.own, _(ASK_CURRENT))
            return
        try:
            act(Administrator(self.own.value(), self.cost))
        except InvalidInput as error:
            self._refuse(self.name, explain(error))
        except KotoutusError as error:
            self._refuse(self.own, explain(error))
        else:
            self._read()
            if words:
                self._bars.show_message(Message(words, Tone.SUCCESS, key="people"))

    def _refuse(self, field: TextField, words: str) -> None:
        field.show_error(words)
        field.take_focus()

    def _chosen(self) -> PersonOfFile | None:
        person = self._found.get(str(self.who.value()))
        if person is None:
            self.who.show_error(_(CHOOSE))
        return person

    def _role_of(self, field: ChoiceField) -> Role | None:
        if not field.value():
            field.show_error(_(CHOOSE_ROLE))
            return None
        return Role(field.value())

    def _show_first(self, name: str, passphrase: str) -> None:
        self._first_title.setText(_("First passphrase of {name}").format(name=name))
        self._first.setText(passphrase)
        words = _(
            "Pass it on by mouth. It is not shown again; {name} changes it at the first opening."
        )
        self._advice.setText(words.format(name=name))
        self._acts.hide()
        self._secret.show()
        self.told.setFocus()
        for field in (self.name, self.job):
            field.set_value("")

    def _put_away(self) -> None:
        self._first.setText("")
        self._secret.hide()
        self._acts.show()
        self.who.take_focus()

    def _read(self) -> None:
        with self._workspace.database.reading() as session:
            found = people(session, self._workspace.database.path)
        self._found = {each.id.hex: each for each in found}
        before = self.who.value()
        self.listing.setText("\n".join(_words(each) for each in self._found.values()))
        self.who.box.set_choices([Choice(key, each.name) for key, each in self._found.items()])
        self.who.set_value(before if before in self._found else "")
        self._show_role()
        for field in (self.who, self.own, self.name, self.role):
            field.clear_error()

    def _show_role(self) -> None:
        person = self._found.get(str(self.who.value()))
        self.role.set_value(str(person.role) if person and person.role else "")


def _roles() -> list[Choice]:
    return [Choice(str(role), _(words)) for role, words in ROLES]


def _words(person: PersonOfFile) -> str:
    """Say who it is on one line."""
    states = {
        person.role is None: _("no passphrase"),
        person.waits: _("has not opened the file yet"),
        person.leaving: _("removal not finished: remove again"),
    }
    role = _(dict(ROLES)[person.role]) if person.role else ""
    return " · ".join(part for part in (person.name, person.title, role, states.get(True)) if part)


def _act(label: str, icon: str, act: Callable[[], Any]) -> Button:
    button = Button(label, icon=icon)
    button.clicked.connect(lambda: act())
    return button


def _line(*buttons: Button) -> QWidget:
    holder = QWidget()
    Row(holder, gap=2).put(*buttons, None)
    return holder
