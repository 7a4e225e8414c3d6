"""Reminds of applying for the State's reimbursement before the year ends, until it is a task."""

from functools import partial

from kotoutus_desktop.casework.claims import claim_to_plan
from kotoutus_desktop.casework.own_tasks import add_task
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.reimbursement import claim_latest
from kotoutus_desktop.rules.section import REIMBURSEMENT_CLAIM
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.today.today_acts import TodayActs
from kotoutus_desktop.ui.workspace import Workspace

KEY = "claim"


def claim_message(workspace: Workspace, acts: TodayActs) -> Message | None:
    """Return what is said over the lists; None where nothing has to be thought of."""
    with workspace.database.reading() as session:
        year = claim_to_plan(session, workspace.today())
    if year is None:
        return None
    text = _("Costs of {year} are reimbursed only if applied for by {date} ({section}).")
    said = text.format(
        year=year,
        date=date_text(claim_latest(year)),
        section=section_text(REIMBURSEMENT_CLAIM),
    )
    make = Act(_("Make it a task"), partial(_add, workspace, acts, year), "plus")
    return Message(said, Tone.INFO, (make,), key=KEY)


def _add(workspace: Workspace, acts: TodayActs, year: int) -> None:
    text = _("Apply for the reimbursement of costs of {year} ({section})")
    words = text.format(year=year, section=section_text(REIMBURSEMENT_CLAIM))
    officer, today = workspace.officer_id, workspace.today()
    with workspace.database.transaction(_("New task")) as session:
        add_task(session, words, claim_latest(year), officer, today)
    acts.done.emit(_("The task was added."))
