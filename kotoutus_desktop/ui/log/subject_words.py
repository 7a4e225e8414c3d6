"""What the tables of a case are called in its log, by what they hold."""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "client": N_("Client's data"),
        "appointment": N_("Appointment"),
        "attachment": N_("Attachment"),
        "assessment": N_("Assessment"),
        "assessment_head": N_("Assessment: interview"),
        "assessment_participant": N_("Assessment: participant"),
        "assessment_told": N_("Assessment: what was told"),
        "attendance": N_("Roll of a meeting"),
        "benefit_period": N_("Benefit"),
        "clarifying_measure": N_("Assessment: clarification"),
        "contact": N_("Contact"),
        "county_set_aside": N_("Wellbeing services county left out"),
        "datum_source": N_("Source of a datum"),
        "enrolment": N_("Place on a course"),
        "entered_field": N_("Entered in Koto-AJ or A-TMT"),
        "fee_decision": N_("Decision on a fee"),
        "goal": N_("Plan: goal"),
        "guardian": N_("Guardian or representative"),
        "guidance_contact": N_("Guidance and advice"),
        "hand_over_tick": N_("Hand-over list"),
        "issued_paper": N_("Printed or saved paper"),
        "jobseeker_period": N_("Time as a jobseeker"),
        "joined_client": N_("Joined with another record"),
        "journal_entry": N_("Journal of the case"),
        "language_level": N_("Language level"),
        "lateness": N_("Reason of lateness"),
        "measure": N_("Plan: measure"),
        "obstacle_period": N_("Obstacle"),
        "orientation_need": N_("Need for orientation"),
        "own_task": N_("Own task"),
        "plan": N_("Integration plan"),
        "plan_participant": N_("Plan: participant"),
        "referral": N_("Referral to a service"),
        "referral_step": N_("What happened to a referral"),
        "restricted_access": N_("Access to a restricted case"),
        "retention_hold": N_("Ground for keeping longer"),
        "review": N_("Review of the plan"),
        "self_study": N_("Self-study"),
        "snooze": N_("Put off"),
        "training": N_("Integration training"),
    }
)
"""The tables of a case by what they hold."""
