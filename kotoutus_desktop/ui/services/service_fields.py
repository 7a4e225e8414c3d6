"""The fields of a service: what each is called, and how it becomes a value of the record."""

from collections.abc import Callable
from datetime import date

from kotoutus_desktop.casework.services.catalogue import MOST_PLACES, MOST_WEEKS
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.service import Organiser
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim
from kotoutus_desktop.rules.section import PROGRAMME, Section
from kotoutus_desktop.ui.clients.intake_choices import enum_choices, language_choices
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import LongTextField, NumberField, TextField
from kotoutus_desktop.ui.orientation.cost_field import CostField

LISTS = ("points", "aims", "groups", "languages")
TEXTS = ("organiser_name", "place", "times", "contact", "phone", "email", "note")
NUMBERS = ("places", "waiting_weeks", "price")
DAYS = ("valid_from", "valid_to")


def in_the_law() -> dict[str, Field]:
    """Return the fields that say what the service is in the law, and for whom."""
    four = Section(PROGRAMME.act, PROGRAMME.number, PROGRAMME.moment, 4)
    return {
        "statutory": CheckField(_("The law obliges somebody to arrange it")),
        "kind": ChoiceField(_("Kind in a plan"), enum_choices(MeasureKind)),
        "points": MultiChoiceField(
            _("What it covers of the programme"), enum_choices(ProgrammePoint), section=PROGRAMME
        ),
        "aims": MultiChoiceField(
            _("What the training promotes"), enum_choices(TrainingAim), section=four
        ),
        "groups": MultiChoiceField(
            _("Groups that it suits"), enum_choices(TargetGroup), hint=_("Empty: everybody.")
        ),
    }


def who_and_where() -> dict[str, Field]:
    """Return the fields that say who arranges it, in which languages, where and when."""
    return {
        "organiser": ChoiceField(_("Organiser"), enum_choices(Organiser)),
        "organiser_name": TextField(_("Name of the organiser"), hint=_("May be left empty.")),
        "languages": MultiChoiceField(_("Languages it is given in"), language_choices()),
        "place": TextField(_("Place")),
        "times": TextField(_("Times"), placeholder=_("Wednesdays 10–12")),
        "places": NumberField(_("Places for how many"), 0, MOST_PLACES),
        "waiting_weeks": NumberField(_("Waiting time in weeks"), 0, MOST_WEEKS),
        "price": CostField(
            _("Price for the client in euros"), hint=_("0: free of charge."), width=120
        ),
    }


def contact_and_days(today: Callable[[], date]) -> dict[str, Field]:
    """Return the fields that say whom to ask, and from when to when it is offered."""
    return {
        "contact": TextField(_("Contact person")),
        "phone": TextField(_("Telephone")),
        "email": TextField(_("E-mail")),
        "valid_from": DateField(_("Offered from"), today),
        "valid_to": DateField(_("Offered until"), today),
        "note": LongTextField(_("Remark for the office"), lines=2),
    }
