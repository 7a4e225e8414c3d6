"""How the interview was held: days, place, language, interpreter, who took part, the county."""

from uuid import UUID

from kotoutus_desktop.casework.assess import ON_PREMISES
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.assessment import (
    Assessment,
    AssessmentParticipant,
    Interpretation,
    ParticipantRole,
    Place,
)
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.rules.county_prompts import CountyPrompt
from kotoutus_desktop.rules.section import (
    ASSESSMENT_LANGUAGE,
    ASSESSMENT_PLACE,
    ASSESSMENT_START,
    STORED_ASSESSMENT,
)
from kotoutus_desktop.ui.assessment.choices import language_choices, members
from kotoutus_desktop.ui.assessment.county_group import CountyGroup
from kotoutus_desktop.ui.assessment.head_part import said
from kotoutus_desktop.ui.assessment.part import Part, beside, code_of, day_of
from kotoutus_desktop.ui.assessment.rows_field import EntryRow, RowsField, store_rows
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook

REASON_HINT = N_(
    "The interview is held on the premises unless a weighty reason speaks for another place."
)


class ParticipantRow(EntryRow):
    """Someone who took part: in which role, who, from where."""

    def __init__(self) -> None:
        super().__init__(_("Remove the participant"))
        self.role = ChoiceField(_("Role"), members(ParticipantRole))
        self.name = TextField(_("Name"))
        self.organisation = TextField(_("Organisation"))
        self.fields = {"role": self.role, "name": self.name, "organisation": self.organisation}
        self.first(self.role)
        self.column.put(beside((self.name, 1), (self.organisation, 1), gap=3))

    def is_complete(self) -> bool:
        """Tell whether it is known in which role somebody took part."""
        return bool(code_of(self.role))

    def show_record(self, record: AssessmentParticipant) -> None:
        """Show a participant of the file."""
        self.role.set_value(record.role.value)
        self.name.set_value(record.name)
        self.organisation.set_value(record.organisation)

    def write_record(self, record: AssessmentParticipant) -> None:
        """Put what is entered into a participant of the file."""
        record.role = ParticipantRole(code_of(self.role))
        record.name, record.organisation = self.name.value(), self.organisation.value()


class InterviewPart(Part):
    """Days, counsellor, place, language and interpreter, participants, county."""

    def __init__(
        self,
        phrasebook: Phrasebook,
        officers: list[Officer],
        languages: list[str],
        prompts: list[CountyPrompt],
    ) -> None:
        super().__init__(_("Participants and interpreter"), STORED_ASSESSMENT)
        self._put_days(phrasebook)
        self._put_place(phrasebook, officers)
        self._put_language(languages)
        self.add_heading(_("Who took part"))
        self.participants = self.add(
            "participants",
            RowsField(
                _("Beside the client and the counsellor"),
                ParticipantRow,
                _("Add a participant"),
                _("Nobody else."),
            ),
        )
        self.county = CountyGroup(prompts, phrasebook.workspace)
        self.put(self.county)
        for name, field in self.county.fields.items():
            self.keep(name, field)
        self.end()
        self.settle()

    def read(self, assessment: Assessment) -> None:
        """Show how the interview was held."""
        self.learned.set_value(assessment.learned_on)
        self.started.set_value(assessment.started_on)
        self.interviewed.set_value(assessment.interviewed_on)
        self.officer.set_value(str(assessment.officer_id or ""))
        self.place.set_value(assessment.place.value if assessment.place else "")
        self.reason.set_value(assessment.place_reason)
        self.language.set_value(assessment.language)
        way = assessment.interpretation
        self.interpretation.set_value(way.value if way else "")
        self.interpreter.set_value(assessment.interpreter)
        self.participants.set_value(assessment.participants)
        self.county.read(assessment)
        self.settle()

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into the assessment; what is not asked any more is left out."""
        assessment.learned_on, assessment.started_on = day_of(self.learned), day_of(self.started)
        assessment.interviewed_on = day_of(self.interviewed)
        officer, place, way = code_of(self.officer), self._place(), self._way()
        assessment.officer_id = UUID(officer) if officer else None
        assessment.place = place
        assessment.place_reason = said(self.reason)
        assessment.language, assessment.interpretation = code_of(self.language), way
        helped = way not in (None, Interpretation.NOT_NEEDED)
        assessment.interpreter = self.interpreter.value() if helped else ""

        def new() -> AssessmentParticipant:
            return AssessmentParticipant(client_id=assessment.client_id, role=ParticipantRole.OTHER)

        assessment.participants = store_rows(assessment.participants, self.participants.kept(), new)
        self.county.write(assessment)

    def settle(self) -> None:
        """Ask the weighty reason and the interpreter's name only where they are needed."""
        place = self._place()
        self.reason.setVisible(place is not None and place not in ON_PREMISES)
        self.interpreter.setVisible(self._way() not in (None, Interpretation.NOT_NEEDED))
        self.county.settle()

    def _place(self) -> Place | None:
        chosen = code_of(self.place)
        return Place(chosen) if chosen else None

    def _way(self) -> Interpretation | None:
        chosen = code_of(self.interpretation)
        return Interpretation(chosen) if chosen else None

    def _put_days(self, phrasebook: Phrasebook) -> None:
        today = phrasebook.workspace.today
        self.interviewed = self.keep("interviewed_on", DateField(_("Interview held"), today))
        self.learned = self.keep("learned_on", DateField(_("Office learned of the person"), today))
        self.started = self.keep("started_on", DateField(_("Assessment started"), today))
        self.put(beside((self.interviewed, 1), (self.learned, 1), (self.started, 1)))

    def _put_place(self, phrasebook: Phrasebook, officers: list[Officer]) -> None:
        names = [Choice(str(officer.id), officer.name) for officer in officers]
        self.officer = self.keep(
            "officer", ChoiceField(_("Interviewed by"), names, section=ASSESSMENT_START)
        )
        self.place = self.keep(
            "place", ChoiceField(_("Place"), members(Place), section=ASSESSMENT_PLACE)
        )
        self.put(beside((self.officer, 1), (self.place, 1)))
        self.reason = self.add(
            "place_reason",
            PhraseField(
                _("Weighty reason"),
                [PhraseKind.PLACE],
                phrasebook,
                hint=_(REASON_HINT),
                section=ASSESSMENT_PLACE,
            ),
        )

    def _put_language(self, languages: list[str]) -> None:
        self.language = self.keep(
            "language",
            SearchChoiceField(
                _("Language"),
                language_choices(languages),
                section=ASSESSMENT_LANGUAGE,
            ),
        )
        self.interpretation = self.keep(
            "interpretation",
            ChoiceField(_("Interpretation"), members(Interpretation), section=ASSESSMENT_LANGUAGE),
        )
        self.put(beside((self.language, 1), (self.interpretation, 1)))
        self.interpreter = self.add(
            "interpreter", TextField(_("Interpreter or interpreting company"))
        )
