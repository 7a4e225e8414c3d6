"""The fields of a course: what each is called, and how it becomes a value of the record."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import CourseForm, CourseKind
from kotoutus_desktop.rules.orientation import InterpretedGround, SelfStudyGround
from kotoutus_desktop.rules.section import INTERPRETED_TEACHING, SELF_STUDY
from kotoutus_desktop.ui.clients.intake_choices import (
    enum_choices,
    language_choices,
    municipality_choices,
)
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import LongTextField, NumberField, TextField
from kotoutus_desktop.ui.orientation.cost_field import CostField

TEXTS = (
    "name", "trainer", "interpreter", "producer", "place", "map_text", "link", "bring",
    "absence_contact", "interpreted_reason", "note",
)  # fmt: skip
EUROS = ("cost", "interpreter_cost")
TAUGHT, INTERPRETED, ALONE = "taught", "interpreted", "alone"


def who_and_how() -> dict[str, Field]:
    """Return the fields of the first part: for whom, in which way."""
    ways = [
        Choice(TAUGHT, _("taught in the group's language")),
        Choice(INTERPRETED, _("interpreted")),
        Choice(ALONE, _("self-study")),
    ]
    return {
        "language": SearchChoiceField(_("Language of the group"), language_choices()),
        "kind": ChoiceField(
            _("Kind"),
            enum_choices(CourseKind),
            hint=_("The hours of an introduction day do not count towards the 70 hours."),
        ),
        "form": ChoiceField(_("Form"), enum_choices(CourseForm)),
        "way": ChoiceField(_("How it is given"), ways),
        "interpreted_ground": ChoiceField(
            _("Why it is interpreted"),
            enum_choices(InterpretedGround),
            section=INTERPRETED_TEACHING,
        ),
        "interpreted_reason": TextField(_("The reason in words")),
        "self_study_ground": ChoiceField(
            _("Why it is self-study"), enum_choices(SelfStudyGround), section=SELF_STUDY
        ),
        "name": TextField(_("Name of the course"), hint=_("May be left empty.")),
        "municipalities": MultiChoiceField(
            _("Municipalities that share it"), municipality_choices()
        ),
        "places": NumberField(
            _("Places"), 1, 200, hint=_("8 to 20 is a good size; over 20 is much for a group.")
        ),
    }


def people_and_place() -> dict[str, Field]:
    """Return the fields of the second part: who teaches, where."""
    return {
        "trainer": TextField(_("Trainer")),
        "interpreter": TextField(_("Interpreter")),
        "producer": TextField(_("Producer"), hint=_("Empty: the office itself.")),
        "place": TextField(_("Place"), hint=_("Address and room.")),
        "map_text": LongTextField(_("How to find there"), lines=2),
        "link": TextField(_("Link for remote teaching")),
    }


def for_participants() -> dict[str, Field]:
    """Return the fields of the third part: what participants must know, what it costs."""
    return {
        "child_care": ChoiceField(
            _("Child care"),
            [Choice("yes", _("arranged")), Choice("no", _("not arranged"))],
        ),
        "bring": TextField(_("What to bring")),
        "absence_contact": TextField(_("How to report absence")),
        "cost": CostField(_("Cost in euros, without tax"), width=120),
        "interpreter_cost": CostField(_("Interpreter's cost in euros, without tax"), width=120),
        "note": LongTextField(_("Remark for the office"), lines=2),
    }
