"""Words for the tables and columns of the whole office that no case has."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.casework.office_export.schema import Kind
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.ui.keeping.held_words import MORE_FIELDS, MORE_SUBJECTS
from kotoutus_desktop.ui.log.field_words import FIELDS
from kotoutus_desktop.ui.log.subject_words import SUBJECTS
from kotoutus_desktop.ui.log.value_words import ValueWords

TABLES: Mapping[str, str] = {
    "course": N_("Course of civic orientation"),
    "course_meeting": N_("Meeting of a course"),
    "course_template": N_("Template of a course"),
    "erasure": N_("Erased case, by number"),
    "fee_cap": N_("Highest fee for a time that was not used"),
    "goal_follow_up": N_("Follow-up of a goal of the programme"),
    "office": N_("The office"),
    "officer": N_("Person who works here"),
    "operation": N_("History: what was recorded, with what stood there before"),
    "own_phrase": N_("Own phrase of the office"),
    "path_step": N_("Box of a path"),
    "programme_document": N_("Integration programme or strategic document"),
    "programme_goal": N_("Goal of the programme"),
    "programme_partner": N_("Partner of the programme"),
    "programme_version": N_("Version of a programme document that was given out"),
    "school_holiday": N_("School holiday"),
    "service": N_("Service of the catalogue"),
    "service_path": N_("Path through services"),
    "template_meeting": N_("Meeting of a template"),
}

COLUMNS: Mapping[str, str] = {
    "absence_contact": N_("Whom to tell of an absence"),
    "active": N_("In use"),
    "actor": N_("Who did it"),
    "after_weeks": N_("Weeks after the box before"),
    "aims": N_("What the service aims at"),
    "approved_by": N_("Who approved it"),
    "approved_on": N_("Approved on"),
    "area": N_("Area of the goal"),
    "assessment_target_days": N_("Own target for the assessment, days"),
    "at": N_("Moment, milliseconds since 1970"),
    "break_minutes": N_("Minutes of break"),
    "bring": N_("What to bring"),
    "carried_from": N_("Measure of the plan before that goes on"),
    "case_id": N_("Client of the row, empty for the office's own"),
    "case_prefix": N_("Beginning of client numbers"),
    "client_id": N_("Client of the row"),
    "contact": N_("Contact person"),
    "contact_target_days": N_("Own target for a contact, days"),
    "content": N_("The document as it was given out"),
    "copies_until": N_("Until when copies hold it"),
    "delegates_to_employment_authority": N_("Tasks are given to the employment authority"),
    "erased_at": N_("Erased at"),
    "fields": N_("New values by column"),
    "first": N_("First day"),
    "followed_on": N_("Followed up on"),
    "form": N_("Form of teaching"),
    "found": N_("What was found"),
    "groups": N_("Groups it suits"),
    "heads": N_("Texts by heading"),
    "household": N_("Key of the household; its members share it"),
    "id": N_("Key of the row"),
    "indicator": N_("Indicator"),
    "interpreted": N_("Interpreted"),
    "interpreted_ground": N_("Ground for teaching with an interpreter"),
    "interpreted_reason": N_("Why teaching is interpreted"),
    "last": N_("Last day"),
    "link": N_("Link to remote teaching"),
    "map_text": N_("How to find there"),
    "measures": N_("Measures"),
    "moved_to": N_("Place on another course that follows"),
    "municipalities": N_("Municipalities"),
    "municipality": N_("Municipality"),
    "name_fi": N_("Name in Finnish"),
    "name_sv": N_("Name in Swedish"),
    "names": N_("Name by language"),
    "official": N_("Holds a public office"),
    "official_language": N_("Official language of the papers"),
    "organiser": N_("Who arranges it"),
    "organiser_name": N_("Name of the organiser"),
    "orientation_behind_percent": N_("Who falls behind on a course, per cent"),
    "part": N_("What the partner does"),
    "places": N_("Places"),
    "points": N_("Points of § 13(1)"),
    "price": N_("Price"),
    "producer": N_("Producer"),
    "remark": N_("Remark"),
    "remote": N_("Remote teaching"),
    "replaces": N_("Cancelled meeting that it replaces"),
    "replica": N_("Key of the laptop's file"),
    "retention_years": N_("Years that closed cases are kept"),
    "row": N_("Key of the row that was changed"),
    "rows": N_("Number of rows that were erased"),
    "seen": N_("Values of the second record when they were joined"),
    "self_study_ground": N_("Ground for self-study"),
    "sentences": N_("Plain sentence by language"),
    "seq": N_("Running number on that laptop"),
    "since": N_("From this day"),
    "state_reason": N_("Reason of the state"),
    "statute_files": N_("Files of statute texts on this computer"),
    "statutory": N_("Based on law"),
    "subject": N_("What it is about"),
    "template": N_("Ready-made set it came from"),
    "texts": N_("Text by language"),
    "times": N_("Times"),
    "title_fi": N_("Title in Finnish"),
    "title_sv": N_("Title in Swedish"),
    "titles": N_("Title by language"),
    "trainer": N_("Trainer"),
    "unit_fi": N_("Unit in Finnish"),
    "unit_sv": N_("Unit in Swedish"),
    "valid_from": N_("Offered from"),
    "valid_to": N_("Offered until"),
    "waiting_weeks": N_("Waiting time, weeks"),
    "years": N_("Years that it was kept"),
}
KEYS: Mapping[str, str] = {
    "appointment_id": "appointment",
    "assessment_id": "assessment",
    "course_id": "course",
    "document_id": "programme_document",
    "enrolment_id": "enrolment",
    "goal_id": "goal",
    "joined_id": "client",
    "measure_id": "measure",
    "meeting_id": "course_meeting",
    "path_id": "service_path",
    "person_id": "client",
    "plan_id": "plan",
    "referral_id": "referral",
    "service_id": "service",
    "template_id": "course_template",
    "training_id": "training",
}
"""Columns that hold the key of a row of another table."""
BELONGS_TO = N_("Belongs to: {table}")
_OTHER_KEYS = {("goal_follow_up", "goal_id"): "programme_goal"}
_ITEMS = {
    ("school_holiday", "name"): N_("Name of the holiday"),
    ("course", "child_care"): N_("Care of children is arranged"),
}

KINDS: Mapping[Kind, str] = {
    Kind.KEY: N_("key (UUID)"),
    Kind.DAY: N_("day, year-month-day"),
    Kind.MOMENT: N_("moment in UTC"),
    Kind.YES_OR_NO: N_("true or false"),
    Kind.NUMBER: N_("whole number"),
    Kind.CENTS: N_("amount in cents"),
    Kind.MINUTE_OF_DAY: N_("minutes after midnight"),
    Kind.CODE: N_("one of the codes"),
    Kind.PHRASE: N_("number of a phrase with its slots, or free text with its language"),
    Kind.LIST_OR_MAP: N_("list, or values by key, as JSON"),
    Kind.TEXT: N_("text"),
}


class OfficeWords:
    """Says tables, columns and codes in the language of the interface."""

    def __init__(self) -> None:
        self._values = ValueWords(interface_language())

    def table(self, name: str) -> str:
        """Return what a row of a table is; its own name where no word was given to it yet."""
        known = TABLES.get(name) or SUBJECTS.get(name) or MORE_SUBJECTS.get(name)
        return _(known) if known else name

    def column(self, table: str, name: str) -> str:
        """Return what a column holds; its own name where no word was given to it yet."""
        if key := _OTHER_KEYS.get((table, name)) or KEYS.get(name):
            return _(BELONGS_TO).format(table=self.table(key))
        known = _ITEMS.get((table, name)) or self._of_table(table, name)
        return _(known) if known else name

    def code(self, value: StrEnum) -> str:
        """Return what a code means."""
        return self._values.value("", value)

    def kind(self, kind: Kind) -> str:
        """Return how values of a kind are written."""
        return _(KINDS[kind])

    def _of_table(self, table: str, name: str) -> str | None:
        places = (FIELDS, MORE_FIELDS, COLUMNS)
        if table in TABLES:  # the words of a case may say something else there
            places = (COLUMNS, FIELDS, MORE_FIELDS)
        return next((words[name] for words in places if name in words), None)
