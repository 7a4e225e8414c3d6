"""The fields of a referral, and how they become values of the record."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.rules.referrals import GROUNDS, Ground, PlaceGround, Receiver
from kotoutus_desktop.rules.section import PRODUCERS_DATA, REFERRAL, Section
from kotoutus_desktop.ui.clients.intake_choices import enum_choices
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.words import enum_text

TEXTS = (
    "receiver_name", "receiver_contact", "reason", "consent_note", "override_reason",
    "earlier_study_plan", "earlier_agreed", "other_needed",
)  # fmt: skip
DAYS = ("wanted_from", "answer_by", "consented_on")
UNTOLD = "untold"
OPEN_AFTER_SENDING = ("answer_by", "receiver_contact")
"""What may still be changed when a referral was sent: the rest is what the receiver read."""

Today = Callable[[], date]


def to_whom(services: Sequence[Choice], book: Phrasebook, today: Today) -> dict[str, Field]:
    """Return the fields of the first part: the service, who gets the referral, by when."""
    return {
        "service_id": SearchChoiceField(
            _("Service of the catalogue"), services, hint=_("Fills in the rest.")
        ),
        "receiver": ChoiceField(_("To"), enum_choices(Receiver)),
        "what": PhraseField(_("What the client is referred to"), [PhraseKind.MEASURE], book),
        "receiver_name": TextField(_("Receiver")),
        "receiver_contact": TextField(_("Contact of the receiver")),
        "reason": LongTextField(
            _("Why, for the receiver"), lines=2, hint=_("Only what the service needs to know.")
        ),
        "wanted_from": DateField(_("Wished from"), today),
        "made_on": DateField(_("Made on"), today, section=REFERRAL),
        "answer_by": DateField(_("Answer asked by"), today),
    }


def on_which_ground(today: Today) -> dict[str, Field]:
    """Return the fields of the second part: on what the giving of data rests."""
    places = [Choice(UNTOLD, _("The place is not told")), *enum_choices(PlaceGround)]
    return {
        "ground": ChoiceField(_("Ground for giving the data"), []),
        "consented_on": DateField(_("The client consented on"), today),
        "consent_note": TextField(_("How the consent was given")),
        "place_ground": ChoiceField(_("Address and telephone of this client"), places),
        "override_reason": LongTextField(
            _("Why it is made without that"),
            lines=2,
            hint=_("Kept with the referral and in the log."),
        ),
    }


def of_school() -> dict[str, Field]:
    """Return the points of § 94(1) that the case itself does not hold."""
    return {
        "earlier_study_plan": LongTextField(
            _("Study plan of earlier training, and how it went"), lines=2, section=_point(16)
        ),
        "earlier_agreed": LongTextField(
            _("Measures and goals agreed in earlier training"), lines=2, section=_point(17)
        ),
        "other_needed": LongTextField(
            _("Other information necessary for taking part"),
            lines=2,
            hint=_("No health data unless taking part is impossible without them."),
            section=_point(18),
        ),
    }


def ground_choices(receiver: Receiver) -> list[Choice]:
    """Return the grounds that there can be for a receiver."""
    return [Choice(each.value, enum_text(each)) for each in GROUNDS[receiver]]


def show_referral(fields: Mapping[str, Any], shown: Referral) -> None:
    """Show a record."""
    fields["receiver"].set_value(shown.receiver.value)
    fields["ground"].set_choices(ground_choices(shown.receiver))
    fields["ground"].set_value(shown.ground.value)
    fields["service_id"].set_value(str(shown.service_id or ""))
    fields["what"].set_value(shown.what)
    fields["made_on"].set_value(shown.made_on)
    fields["place_ground"].set_value(shown.place_ground.value if shown.place_ground else UNTOLD)
    for name in (*TEXTS, *DAYS):
        fields[name].set_value(getattr(shown, name))


def write_referral(fields: Mapping[str, Any], to: Referral) -> None:
    """Write what is typed; raises InvalidInput for what is no day.

    Of one that was sent only what the receiver did not read may change.
    """
    if to.steps:
        to.answer_by = fields["answer_by"].day()
        to.receiver_contact = fields["receiver_contact"].value()
        return
    receiver = Receiver(fields["receiver"].value() or to.receiver)
    ground = fields["ground"].value()
    to.receiver = receiver
    to.ground = Ground(ground) if ground else GROUNDS[receiver][0]
    service = fields["service_id"].value()
    to.service_id = UUID(service) if service else None
    to.what = fields["what"].value()
    to.made_on = fields["made_on"].day() or to.made_on
    place = fields["place_ground"].value()
    to.place_ground = PlaceGround(place) if place not in ("", UNTOLD) else None
    for name in TEXTS:
        setattr(to, name, fields[name].value())
    for name in DAYS:
        setattr(to, name, fields[name].day())
    if to.ground not in (Ground.CONSENT, Ground.MOVE):
        to.consented_on, to.consent_note = None, ""


def _point(number: int) -> Section:
    return Section(PRODUCERS_DATA.act, PRODUCERS_DATA.number, 1, number)
