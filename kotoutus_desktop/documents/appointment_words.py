"""The fixed texts of the reminder of a booked time, and of the decision on a fee (§ 32 a).

Where a value stands in the text, it keeps its basic form ("Pay at the latest: {date}").
"""

from dataclasses import dataclass

from kotoutus_desktop.i18n import N_


@dataclass(frozen=True)
class ReminderWords:
    """A reminder, besides what the invitation says."""

    title: str = N_("Reminder of an appointment")
    reminded: str = N_("Remember your appointment.")
    family: str = N_("Your family is expected, too.")


@dataclass(frozen=True)
class FeeDecisionWords:
    """The decision on a fee, with how to ask for it to be corrected."""

    title: str = N_("Decision on a fee for an unused appointment")
    decided_on: str = N_("Date of the decision: {date}")
    did_not_come: str = N_("You did not come to the appointment that was booked for you.")
    decision: str = N_("Decision")
    pay: str = N_("You have to pay: {amount} euros")
    due: str = N_("Pay at the latest: {date}")
    bill: str = N_("You will get a bill for it.")
    late: str = N_(
        "If you pay late, interest is added. The fee can be collected by enforcement without a "
        "court decision."
    )
    reasons: str = N_("Reasons")
    told: str = N_(
        "You were told of the possible fee and of how to cancel. Day: {date}. Language: {language}."
    )
    not_cancelled: str = N_("You did not cancel the time beforehand.")
    no_excuse: str = N_("No acceptable reason for not coming is known.")
    not_unreasonable: str = N_("The fee is not unreasonable.")
    cost: str = N_("Costs of the interpreter: {amount} euros")
    highest: str = N_("Highest possible fee: {amount} euros")
    disagree: str = N_("If you disagree with the decision")
    review: str = N_("You may ask the authority in writing to correct its decision.")
    review_time: str = N_(
        "The authority must get your letter within 30 days of the day on which you received this "
        "decision. A decision sent by post is taken to be received on the seventh day after it was "
        "sent, unless you show otherwise."
    )
    review_content: str = N_(
        "Write which decision you mean, what should be changed and why. Write your name and how "
        "to reach you."
    )
    review_place: str = N_("Send the letter here: {address}")
    ground: str = N_(
        "Act 681/2023, sections 32 a and 95; Administrative Procedure Act 434/2003, chapter 7 a"
    )


REMINDER = ReminderWords()
FEE_DECISION = FeeDecisionWords()
