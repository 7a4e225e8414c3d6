"""What the stay rests on, since when, and the group of § 2 that follows from it."""

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.reference.permits import ResidencePermit, residence_permits
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from kotoutus_desktop.rules.section import ACT, ASSESSMENT, SCOPE, UNACCOMPANIED, Section
from kotoutus_desktop.ui.clients.intake_choices import enum_choices, ground_choices
from kotoutus_desktop.ui.clients.intake_section import (
    IntakeSection,
    day_of,
    member_of,
    value_of,
)
from kotoutus_desktop.ui.fields.choice_field import ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.form_page import FormPage

PROTECTED = Section(ACT, "2", 3)

CONDITIONS = {
    "only with a municipality of residence": N_("only with a municipality of residence"),
    "when the tie existed before arrival": N_(
        "only when the family tie existed before the other came to Finland"
    ),
    "after an application for protection": N_("only after an application for protection"),
    "when 54.5 § applies": N_("only when the permit is under Aliens Act § 54(5)"),
    "of the older Act": N_("under the older Act"),
}
DOUBTS = {
    "migration pact": N_("The effect of the EU pact on migration (since 12.6.2026) is unchecked."),
    "Pact on Migration": N_(
        "The effect of the EU pact on migration (since 12.6.2026) is unchecked."
    ),
    "ask a lawyer": N_("That the Act applies is the program's own reading: ask a lawyer."),
    "own class": N_("This is a class of the program, not a ground in law."),
    "from the bill": N_("The number of the section comes from the bill."),
    "remembered": N_("Not all details of this ground have been checked."),
}


def doubts_of(permit: ResidencePermit) -> list[str]:
    """Return what is not certain about a ground, in the counsellor's language."""
    found = (message for mark, message in DOUBTS.items() if mark in permit.note)
    return [_(message) for message in dict.fromkeys(found)]


class ResidenceSection(IntakeSection):
    """Ground, right of residence, the first day that counts, protection."""

    subject = "residence"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Residence"))
        today = page.workspace.today
        self.ground = self.bind(
            "residence_ground",
            SearchChoiceField(
                _("Ground of stay"),
                ground_choices(),
                hint=_("Search by name or section, for example 87."),
            ),
            wide=True,
        )
        self.right = self.bind(
            "right_of_residence",
            ChoiceField(_("Right of residence"), enum_choices(RightOfResidence), section=SCOPE),
            to_field=value_of,
            to_column=member_of(RightOfResidence),
        )
        self.protection = self.bind(
            "protection",
            ChoiceField(_("Protection or family"), enum_choices(Protection), section=PROTECTED),
            to_field=value_of,
            to_column=member_of(Protection),
        )
        self.bind(
            "first_granted",
            DateField(
                _("First permit, card or registration"),
                today,
                section=ASSESSMENT,
                hint=_("The three years count from this day."),
            ),
            to_column=day_of,
        )
        self.bind(
            "permit_valid_until",
            DateField(_("Permit valid until"), today, hint=_("Empty: no end.")),
            to_column=day_of,
        )
        self.bind("arrived_on", DateField(_("Arrived in Finland"), today), to_column=day_of)
        self.unaccompanied = self.bind(
            "came_unaccompanied",
            CheckField(_("Came as an unaccompanied minor"), section=UNACCOMPANIED),
            wide=True,
        )
        self.add_source()
        self.ground.changed.connect(self._follow_ground)

    def load(self, client: Client) -> None:
        """Show what is recorded, and what is not certain about the ground."""
        super().load(client)
        self._explain(self._permit())

    def _permit(self) -> ResidencePermit | None:
        code = "" if self.ground.fault() else self.ground.value()
        return residence_permits().get(code) if code else None

    def _follow_ground(self) -> None:
        """Fill in what follows from the ground; what it leaves open is asked."""
        permit = self._permit()
        if permit is not None:
            self._fill(permit)
        self._explain(permit)

    def _fill(self, permit: ResidencePermit) -> None:
        if permit.right_of_residence:
            self.right.set_value(permit.right_of_residence)
        if not permit.condition:
            self.protection.set_value(permit.protection or "")

    def _explain(self, permit: ResidencePermit | None) -> None:
        doubts = doubts_of(permit) if permit else []
        self.ground.set_help(" ".join(doubts), "warning", "alert-triangle" if doubts else "")
        said = ""
        if permit and permit.protection and permit.condition:
            condition = _(CONDITIONS.get(permit.condition, permit.condition))
            group = _group_text(permit.protection)
            said = _("This ground gives “{group}” {condition}. Choose it if that is so.").format(
                group=group, condition=condition
            )
        self.protection.set_help(said, "warning", "alert-triangle" if said else "")


def _group_text(value: str) -> str:
    choices = {choice.value: choice.label for choice in enum_choices(Protection)}
    return choices.get(value, value)
