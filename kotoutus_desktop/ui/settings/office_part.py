"""The office and the counsellor: what stands at the head of every paper."""

from kotoutus_desktop.casework.office import LONGEST_TARGET_DAYS, WHOLE
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.policies import DECIDED, policies
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.rules.retention import LONGEST_YEARS
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.text_field import NumberField, TextField
from kotoutus_desktop.ui.settings.part import Part


class OfficePart(Part):
    """Fields of Office, under its own names."""

    def __init__(self) -> None:
        super().__init__(_("Office"), _("The papers of the clients carry these details."))
        language = interface_language()
        places = [
            Choice(place.code, place.name(language), f"{place.fi} {place.sv}")
            for place in municipalities()
        ]
        self.add(municipality=ChoiceField(_("Municipality"), places, width=320))
        self.add_pair(
            name_fi=TextField(_("Name of the office in Finnish")),
            name_sv=TextField(_("Name of the office in Swedish")),
        )
        self.add_pair(
            unit_fi=TextField(_("Unit in Finnish")), unit_sv=TextField(_("Unit in Swedish"))
        )
        self.add(street=TextField(_("Street address")))
        self.add_pair(
            postal_code=TextField(_("Postal code"), width=120), town=TextField(_("Post office"))
        )
        self.add_pair(phone=TextField(_("Telephone")), email=TextField(_("E-mail")))
        self.add(
            official_language=SegmentField(
                _("Official language of the papers"), [("fi", _("Finnish")), ("sv", _("Swedish"))]
            ),
            delegates_to_employment_authority=CheckField(
                _("The employment authority has the municipality's tasks"),
                hint=_(
                    "If it is agreed so, the employment authority is responsible for every "
                    "client, also for those who are not jobseekers (§ 8)."
                ),
            ),
            contact_target_days=NumberField(
                _("Own target for handling a contact, in days"),
                1,
                LONGEST_TARGET_DAYS,
                hint=_(
                    "The Act gives no number of days here either, it says: without delay "
                    "(§ 9). This too is the office's own aim."
                ),
            ),
            assessment_target_days=NumberField(
                _("Own target for starting an assessment, in days"),
                1,
                LONGEST_TARGET_DAYS,
                hint=_(
                    "The Act gives no number of days, it says: without delay (§ 14). This is "
                    "the office's own aim, and the program shows it as such."
                ),
            ),
            orientation_behind_percent=NumberField(
                _("Own limit of falling behind in civic orientation, per cent"),
                1,
                WHOLE,
                hint=_(
                    "Whoever was there for less than this share of the hours held is marked on "
                    "the course. No law sets a limit: this is the office's own, 80 until you "
                    "change it."
                ),
            ),
        )
        self._add_retention()

    def _add_retention(self) -> None:
        years = policies().retention_years
        field = NumberField(
            _("A closed case is kept for this many years"),
            1,
            LONGEST_YEARS,
            hint=_(DECIDED)
            if years
            else _(
                "The Act has four years for the national resource (§ 77). How long this file "
                "keeps a case your municipality decides; ask who looks after its records."
            ),
        )
        if years is None:
            self.add(retention_years=field)
            return
        field.set_value(years)
        field.line.setReadOnly(True)
        self.put(field)


class PersonPart(Part):
    """Fields of Officer, under its own names."""

    def __init__(self) -> None:
        super().__init__(
            _("Yourself"), _("Your name and title stand on the papers that you draw up.")
        )
        self.add(name=TextField(_("Your name")))
        self.add_pair(
            title_fi=TextField(_("Title in Finnish")), title_sv=TextField(_("Title in Swedish"))
        )
        self.add_pair(phone=TextField(_("Your telephone")), email=TextField(_("Your e-mail")))
        self.add(
            official=CheckField(
                _("I am an official (viranhaltija)"),
                hint=_("By the authorities' guidance an official holds the initial interview."),
            )
        )
