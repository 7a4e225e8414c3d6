"""The fields of a booked time: what each is called, and how it becomes a value of the record."""

from collections.abc import Callable, Sequence
from datetime import date

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.appointment import (
    AppointmentPurpose,
    InterpreterKind,
    MeetingWay,
    ToldHow,
)
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.section import FEE
from kotoutus_desktop.ui.clients.intake_choices import enum_choices, language_choices
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField, NumberField, TextField
from kotoutus_desktop.ui.orientation.cost_field import CostField
from kotoutus_desktop.ui.printing.appointment_fields import TimeField
from kotoutus_desktop.ui.words import enum_text

TEXTS = (
    "subject", "place", "interpreter_dialect", "interpreter_agency", "interpreter", "note",
)  # fmt: skip
DAYS = ("booked_on", "cancel_by", "fee_told_on", "cancelling_told_on")
NO_INTERPRETER = "none"
LONGEST, USUAL_LENGTH = 12 * 60, 60
Today = Callable[[], date]


def whom_and_why(officers: Sequence[Officer]) -> dict[str, Field]:
    """Return the fields of the first part: what it is about, with whom."""
    return {
        "purpose": ChoiceField(_("What it is about"), enum_choices(AppointmentPurpose)),
        "officer_id": ChoiceField(
            _("Counsellor"), [Choice(str(each.id), each.name) for each in officers]
        ),
        "subject": TextField(_("The matter in a few words"), hint=_("It stands in the letter.")),
        "with_family": CheckField(_("The whole household is expected")),
    }


def when_and_where(today: Today) -> dict[str, Field]:
    """Return the fields of the second part."""
    return {
        "held_on": DateField(_("Day"), today),
        "starts": TimeField(_("Begins"), width=90, placeholder="9.30"),
        "minutes": NumberField(_("Minutes"), 1, LONGEST),
        "way": SegmentField(
            _("How you meet"), [(each.value, enum_text(each)) for each in MeetingWay]
        ),
        "place": TextField(_("Place or room")),
        "cancel_by": DateField(_("Cancel at the latest"), today),
    }


def interpreter_fields() -> dict[str, Field]:
    """Return the fields of the third part: the interpreter, and what it costs."""
    kinds = [
        (NO_INTERPRETER, _("none")),
        *((each.value, enum_text(each)) for each in InterpreterKind),
    ]
    return {
        "interpreter_kind": SegmentField(_("Interpreter"), kinds),
        "interpreter_language": SearchChoiceField(_("Language"), language_choices()),
        "interpreter_dialect": TextField(_("Dialect or wish")),
        "interpreter_agency": TextField(_("Agency")),
        "interpreter": TextField(_("Interpreter or order number")),
        "interpreter_minutes": NumberField(
            _("Minutes that are paid"), 1, LONGEST, hint=_("Empty: the length of the time.")
        ),
        "interpreter_cost": CostField(
            _("Cost in euros, without tax"),
            hint=_("A fee can never be more than this."),
            section=FEE,
            width=120,
        ),
    }


def telling_fields(today: Today) -> dict[str, Field]:
    """Return the fields of the fourth part: what the client was told at booking."""
    return {
        "booked_on": DateField(_("Booked on"), today),
        "told_in": SearchChoiceField(
            _("Language in which it was told"), language_choices(), section=FEE
        ),
        "fee_told_on": DateField(_("Told of a possible fee on"), today, section=FEE),
        "cancelling_told_on": DateField(_("Told how to cancel on"), today, section=FEE),
        "told_how": ChoiceField(_("How it was told"), enum_choices(ToldHow)),
        "note": LongTextField(_("Remark for the office"), lines=2),
    }
