"""What a line of the log says: who did what, in the words of the interface, in any language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kotoutus_desktop.casework.log.lines import FieldChange, LogLine, Way
from kotoutus_desktop.casework.log.spot_check import Ground
from kotoutus_desktop.casework.office_file import BY_RECOVERY
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.log.field_words import FIELDS, INNER
from kotoutus_desktop.ui.log.subject_words import SUBJECTS
from kotoutus_desktop.ui.log.value_words import ValueWords
from kotoutus_desktop.ui.printing.paper_kinds import paper_words

WAYS: Mapping[Way, str] = MappingProxyType(
    {
        Way.ADDED: N_("{what}: recorded"),
        Way.CHANGED: N_("{what}: changed"),
        Way.DELETED: N_("{what}: deleted"),
        Way.BROUGHT_BACK: N_("{what}: brought back"),
    }
)
ACTS: Mapping[Act, str] = MappingProxyType(
    {
        Act.CHANGE: N_("Recorded"),
        Act.VIEW: N_("Opened: {what}"),
        Act.SEARCH: N_("Found the client by a search"),
        Act.PRINT: N_("Printed: {what}"),
        Act.SAVE: N_("Saved as PDF: {what}"),
        Act.EXPORT: N_("Exported: {what}"),
        Act.UNLOCK: N_("Unlocked the file"),
        Act.UNLOCK_FAILED: N_("Wrong passphrases before that: {detail}"),
        Act.LOCK: N_("Locked or closed the file"),
        Act.RESTORE: N_("Went back to the copy of {detail}"),
        Act.MERGE: N_("Took in cases of another laptop"),
        Act.ERASE: N_("Erased a client for good"),
        Act.RESTRICTED_OPEN: N_("Opened the restricted case: {detail}"),
        Act.RESTRICTED_REFUSED: N_("Tried to open the restricted case, and was refused"),
        Act.LET_IN: N_("Let in {person}: {detail}"),
        Act.SHUT_OUT: N_("Took back the access of {person}: {detail}"),
        Act.VERIFY: N_("Checked the log"),
        Act.MEND: N_("Mended the damaged file"),
        Act.READ_LOG: N_("Read the log: {what}"),
    }
)
WHAT: Mapping[str, str] = MappingProxyType(
    {
        "client": N_("the client's page"),
        "intake": N_("the client's data"),
        "assessment": N_("the assessment"),
        "plan": N_("the plan"),
        "review": N_("the review of the plan"),
        "print": N_("printing"),
        "responsibility": N_("Who is responsible?"),
        "hand_over": N_("the hand-over lists"),
        "pairs": N_("who may be registered twice"),
        "join": N_("two records side by side"),
        "national": N_("the pack for Koto-AJ and A-TMT"),
        "log": N_("the client's log"),
        "log_sheet": N_("log sheet"),
        "spot_check": N_("spot check"),
        "attachment": N_("attachment"),
        "case_file": N_("case file"),
        "appointments": N_("booked times as a calendar file"),
        "appointments_report": N_("numbers of booked times"),
        "calendar": N_("calendar file"),
        "course_calendar": N_("calendar file of a course"),
        "ledger": N_("numbers of Monitoring"),
        "statistics": N_("statistics of a period"),
        "course_report": N_("report on courses"),
        "waiting": N_("numbers of those who wait for orientation"),
        "trainer_plan": N_("plan for the trainer"),
        "sign_in_sheet": N_("sign-in sheet of a course"),
        "transfer": N_("transfer file for another laptop"),
        "suitcase": N_("suitcase for an outreach point"),
        "receive_report": N_("report of what was received"),
        "access": N_("everything that is held on the client"),
        "training_summary": N_("summary of training"),
        "office_file": N_("the whole office as files"),
        "clients": N_("list of clients"),
        "file": N_("the file"),
    }
)
"""What an act was done to, where it is no paper."""

GROUNDS: Mapping[Ground, str] = MappingProxyType(
    {
        Ground.REASON: N_("wrote why"),
        Ground.OWN_CLIENT: N_("the client's counsellor"),
        Ground.RECORDED: N_("recorded something of the client that day"),
        Ground.NOT_LET_IN: N_("was not let in"),
        Ground.SEEN_IN_LIST: N_("only seen in a list"),
        Ground.NONE: N_("nothing was recorded that day: ask why"),
    }
)
BY_SHEET = N_("Unlocked the file by the recovery sheet")
NOBODY = N_("the program")
CHANGED = N_("{field}: {before} → {after}")
SET = N_("{field}: {after}")
HIDDEN = N_("{field}: changed, not shown here")


@dataclass(frozen=True)
class LineWords:
    """Says lines of the log by the values' words."""

    values: ValueWords

    def who(self, line: LogLine) -> str:
        """Return who did it."""
        known = self.values.people.get(line.who) if line.who else None
        return known or self.values.say(NOBODY)

    def what(self, line: LogLine) -> str:
        """Return what was done, as a sentence without the person."""
        say = self.values.say
        if line.way is not None:
            subject = say(SUBJECTS.get(line.subject, line.subject))
            return say(WAYS[line.way]).format(what=subject)
        if line.act is Act.UNLOCK and line.subject == BY_RECOVERY:
            return say(BY_SHEET)
        person = self.values.people.get(line.row, "–") if line.row else "–"
        return say(ACTS[line.act]).format(
            what=self._done_to(line.subject), detail=line.detail or "–", person=person
        )

    def particulars(self, line: LogLine) -> list[str]:
        """Return what was there before and is now, a text for each field."""
        return [self._change(each) for each in line.changes if each.field not in INNER]

    def ground(self, ground: Ground) -> str:
        """Return what speaks for a look."""
        return self.values.say(GROUNDS[ground])

    def _done_to(self, subject: str) -> str:
        say = self.values.say
        if subject in WHAT:
            return say(WHAT[subject])
        return say(paper_words(subject)) if subject else "–"

    def _change(self, change: FieldChange) -> str:
        say, value = self.values.say, self.values.value
        name = say(FIELDS.get(change.field, change.field))
        if change.hidden:
            return say(HIDDEN).format(field=name)
        after = value(change.field, change.after)
        if change.before is None:
            return say(SET).format(field=name, after=after)
        before = value(change.field, change.before)
        return say(CHANGED).format(field=name, before=before, after=after)
