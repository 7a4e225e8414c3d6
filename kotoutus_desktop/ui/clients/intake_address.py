"""Where the person lives, how to reach them safely, and the non-disclosure order."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.section import REIMBURSEMENT_START
from kotoutus_desktop.ui.clients.intake_choices import municipality_choices
from kotoutus_desktop.ui.clients.intake_section import IntakeSection, day_of
from kotoutus_desktop.ui.fields.choice_field import SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.form_page import FormPage


class AddressSection(IntakeSection):
    """Home municipality, address, phone, e-mail, safe contact, turvakielto."""

    subject = "address"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Home and contact details"))
        today = page.workspace.today
        self.order = self.bind(
            "non_disclosure",
            CheckField(_("Non-disclosure for personal safety is in force")),
            wide=True,
        )
        self.until = self.bind(
            "non_disclosure_until",
            DateField(_("In force until"), today, hint=_("Empty: until further notice.")),
            to_column=day_of,
            wide=True,
        )
        self.bind(
            "restricted",
            CheckField(_("Restricted: a relative or friend of somebody who works here")),
            wide=True,
        )
        self.bind(
            "home_municipality",
            SearchChoiceField(
                _("Municipality of residence"),
                municipality_choices(),
                hint=_("Empty: none yet."),
            ),
        )
        self.bind(
            "first_home_municipality_on",
            DateField(
                _("First registered on"),
                today,
                hint=_("The first municipality of residence in Finland."),
                section=REIMBURSEMENT_START,
            ),
            to_column=day_of,
        )
        self.bind("street", TextField(_("Street address")), wide=True)
        self.bind("postal_code", TextField(_("Postal code"), width=120))
        self.bind("town", TextField(_("Post office")))
        self.bind("phone", TextField(_("Phone")))
        self.bind("email", TextField(_("E-mail")))
        self.bind(
            "safe_contact",
            TextField(
                _("Safe way to be contacted"),
                hint=_("For example: only text messages, never the spouse's phone."),
            ),
            wide=True,
        )
        self.add_source()
        self.order.changed.connect(self._say_what_is_hidden)

    def load(self, client: Client) -> None:
        """Show what is recorded."""
        super().load(client)
        self._say_what_is_hidden()

    def _say_what_is_hidden(self) -> None:
        """Say what the order hides while it is in force (661/2009 § 36)."""
        on = self.order.value()
        self.order.set_help(
            _(
                "Lists and search show the client by number only: no name, place or date. "
                "Contact details are not shown or printed."
            )
            if on
            else "",
            "warning",
            "lock" if on else "",
        )
        self.show_only(self.until, on or not self.until.is_empty())
