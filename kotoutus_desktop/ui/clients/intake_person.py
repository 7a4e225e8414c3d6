"""The first parts of the intake: who made contact, names, birth and citizenship."""

from datetime import date
from typing import Any

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.clients.contact_rows import ContactRows
from kotoutus_desktop.ui.clients.intake_choices import citizenship_choices
from kotoutus_desktop.ui.clients.intake_identity import IdentityCodeField
from kotoutus_desktop.ui.clients.intake_section import IntakeSection
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.date_text import EnteredDate
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import OwnScriptField, TextField
from kotoutus_desktop.ui.form_page import FormPage


class ContactSection(IntakeSection):
    """Who told the office about the person, when, and with whose consent (§ 9)."""

    subject = "contact"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Contact"))
        self.columns.add("contacts")
        self.rows = ContactRows(page.workspace.today)
        self.grid.put(self.rows, wide=True)
        page.register("contacts", self.rows)
        self.add_source()

    def load(self, client: Client) -> None:
        """Show the contacts that are recorded."""
        self.rows.show_contacts(client)
        self._load_source(client)

    def write(self, client: Client, *, lenient: bool = False) -> None:
        """Write the contacts."""
        if lenient and self.rows.fault():
            return
        self.rows.write_contacts(client, self.page.workspace.officer_id)


class NameSection(IntakeSection):
    """Names as in the passport, in the own script, and how to address the person."""

    subject = "names"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Names"))
        passport = _("As in the passport; all of them.")
        self.family = self.bind("family_names", TextField(_("Family names"), hint=passport))
        self.given = self.bind("given_names", TextField(_("Given names"), hint=passport))
        self.bind(
            "call_name", TextField(_("How to address"), hint=_("The name that the person uses."))
        )
        self.own = self.bind(
            "own_script_name",
            OwnScriptField(_("Name in own script"), hint=_("In the letters of the own language.")),
        )
        self.bind("earlier_names", TextField(_("Earlier names")), wide=True)
        self.add_source()

    def put_typed(self, typed: str) -> None:
        """Put a name that was searched for where it belongs: "Amal Hassan Noor", "Noor, Amal"."""
        if any(letter.isdigit() for letter in typed):
            return
        if any(ord(letter) > 0x24F and letter.isalpha() for letter in typed):
            self.own.set_value(typed)
            return
        family, comma, given = typed.partition(",")
        if not comma:
            given, _space, family = typed.strip().rpartition(" ")
        self.family.set_value(family.strip())
        self.given.set_value(given.strip())

    def names(self) -> tuple[list[str], str]:
        """Return the Latin names and the name in the own script, as typed so far."""
        return [self.given.value(), self.family.value()], self.own.value()


class BirthSection(IntakeSection):
    """Identity code, date of birth with its precision, citizenships."""

    subject = "birth"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Birth and citizenship"))
        self.code = self.bind("identity_code", IdentityCodeField(page.workspace.today))
        self.born = DateField(
            _("Date of birth"),
            page.workspace.today,
            hint=_("For example 14.3.1988, 3/1988 or 1988."),
            birth=True,
        )
        self.grid.put(self.born)
        page.register("born", self.born)
        self.columns |= {"born", "born_precision"}
        self.bind(
            "citizenships",
            MultiChoiceField(
                _("Citizenships"),
                citizenship_choices(),
                hint=_("Several are possible; also stateless or unknown."),
            ),
            wide=True,
        )
        self.add_source()
        self.code.read.connect(self._fill_birth)
        self.code.changed.connect(self.compare)
        self.born.changed.connect(self.compare)

    def load(self, client: Client) -> None:
        """Show what is recorded; the date of birth as exactly as it is known."""
        super().load(client)
        self.born.set_date(client.born, client.born_precision)
        self.compare()

    def write(self, client: Client, *, lenient: bool = False) -> None:
        """Write the fields, and how exactly the date of birth is known."""
        super().write(client, lenient=lenient)
        if lenient and self.born.fault():
            return
        entered = self.born.value()
        client.born = entered.day if entered else None
        client.born_precision = entered.precision if entered else Precision.UNKNOWN

    def birth_date(self) -> date | None:
        """Return the date of birth as far as it can be read."""
        return None if self.born.fault() else self.born.day()

    def compare(self) -> None:
        """Say aloud when code and date of birth disagree; which one is right is asked."""
        inside, entered = self.code.born(), self._entered()
        exact = entered.exact if entered else None
        if inside is None or exact is None or exact == inside:
            self.code.say_agreement()
            return
        before = self.code.help.text()
        self.code.say_disagreement(exact, self._take_date_of_code)
        if self.code.help.text() != before:
            announce(self.code.line, self.code.help.text(), urgent=True)

    def _entered(self) -> EnteredDate | None:
        return None if self.born.fault() else self.born.value()

    def _fill_birth(self, born: Any) -> None:
        if self.born.is_empty():
            self.born.set_value(born)
            self.born.set_help(_("Filled in from the identity code."), icon="info-circle")

    def _take_date_of_code(self) -> None:
        self.born.set_value(self.code.born())
        self.compare()
