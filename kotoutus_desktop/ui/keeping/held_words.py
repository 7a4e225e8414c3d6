"""Words for what the log leaves out and the right of access does not."""

from collections.abc import Mapping

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.noting import Act

MORE_FIELDS: Mapping[str, str] = {
    "seen": N_("What the joined record said"),
    "added_on": N_("Added on"),
    "answer_by": N_("Answer wanted by"),
    "attendance": N_("How the person took part"),
    "born_precision": N_("How exactly the date of birth is known"),
    "broken_off": N_("Broken off"),
    "broken_off_reason": N_("Why it was broken off"),
    "certificate": N_("Certificate"),
    "consent_note": N_("About the consent"),
    "created_at": N_("Recorded at"),
    "credits": N_("Credits"),
    "digest": N_("Digest of the paper"),
    "earlier_agreed": N_("What was agreed earlier"),
    "earlier_study_plan": N_("Earlier study plan"),
    "entry_tested_on": N_("Tested at the beginning on"),
    "flip": N_("Change of standing"),
    "frozen_case": N_("The case as it was agreed"),
    "frozen_digest": N_("Digest of the agreed case"),
    "handling_unknown": N_("The day of handling is not known"),
    "hours_attended": N_("Hours attended"),
    "hours_offered": N_("Hours offered"),
    "level": N_("Level"),
    "media_type": N_("Kind of file"),
    "occasion": N_("When it was found"),
    "onward": N_("Guidance onward"),
    "onward_on": N_("Guided onward on"),
    "other_needed": N_("Other necessary data"),
    "override_reason": N_("Why it went on all the same"),
    "place_ground": N_("Why the place was told"),
    "position": N_("Place in the order"),
    "prior_learning": N_("Earlier learning that was recognised"),
    "prior_learning_on": N_("Earlier learning recognised on"),
    "receiver": N_("Kind of receiver"),
    "receiver_contact": N_("How to reach the receiver"),
    "receiver_name": N_("Receiver"),
    "sort_name": N_("Name for sorting"),
    "size": N_("Size in bytes"),
    "skill": N_("Skill"),
    "tested_on": N_("Tested on"),
    "title": N_("What the scan shows"),
    "wanted_from": N_("Wanted from"),
    "work_ends_on": N_("Practical work ends"),
    "work_place": N_("Place of practical work"),
    "work_starts_on": N_("Practical work begins"),
}
"""Columns that the log has no words for."""

MORE_SUBJECTS: Mapping[str, str] = {
    "attachment": N_("Scan"),
    "language_level": N_("Level of a language skill"),
    "referral": N_("Referral to a service"),
    "referral_step": N_("Referral: what happened"),
    "training": N_("Training"),
}

HANDLING: Mapping[str, str] = {
    Act.CHANGE: N_("recorded"),
    Act.VIEW: N_("opened"),
    Act.SEARCH: N_("found by a search"),
    Act.PRINT: N_("printed"),
    Act.SAVE: N_("saved as PDF"),
    Act.EXPORT: N_("exported"),
    Act.MERGE: N_("taken in from another laptop"),
    Act.RESTRICTED_OPEN: N_("restricted case opened"),
    Act.RESTRICTED_REFUSED: N_("opening refused"),
    Act.LET_IN: N_("somebody let in"),
    Act.SHUT_OUT: N_("access taken back"),
    Act.READ_LOG: N_("log read"),
}
"""What was done with the data, without whom."""
