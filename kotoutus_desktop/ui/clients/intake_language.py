"""The languages of the person: spoken, read, of the service, to be learnt."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import ACT, Section
from kotoutus_desktop.ui.clients.intake_choices import language_choices, literacy_choices
from kotoutus_desktop.ui.clients.intake_section import IntakeSection, free_text_hint
from kotoutus_desktop.ui.fields.choice_field import ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.form_page import FormPage

SERVICE = Section(ACT, "73", 1, 4)


class LanguageSection(IntakeSection):
    """Mother tongue, language of service, interpreter, literacy, other arrangements."""

    subject = "languages"

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, _("Languages"))
        languages = language_choices()
        self.mother_tongue = self.bind(
            "mother_tongue", SearchChoiceField(_("Mother tongue"), languages)
        )
        self.service = self.bind(
            "service_language",
            SearchChoiceField(_("Language of service"), languages, section=SERVICE),
        )
        self.bind("other_languages", MultiChoiceField(_("Other languages known well"), languages))
        self.bind("reads", MultiChoiceField(_("Reads in these languages"), languages))
        self.bind("interpreter_needed", CheckField(_("Needs an interpreter")))
        self.bind("dialect", TextField(_("Dialect, for the interpreter")))
        self.bind("literacy", ChoiceField(_("Reading and writing"), literacy_choices()))
        self.bind(
            "integration_language",
            SegmentField(_("Language to be learnt"), [("fi", _("Finnish")), ("sv", _("Swedish"))]),
        )
        self.bind(
            "other_arrangements",
            LongTextField(
                _("Other arrangements that the service needs"),
                hint=free_text_hint(),
                section=SERVICE,
                lines=2,
            ),
            wide=True,
        )
        self.add_source()
        self.mother_tongue.left.connect(self._suggest_service)

    def _suggest_service(self) -> None:
        """Take the mother tongue for the language of service while none was chosen."""
        if self.service.is_empty() and not self.mother_tongue.fault():
            self.service.set_value(self.mother_tongue.value())
