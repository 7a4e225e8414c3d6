"""The panel of the print page for one client: which papers there are, and the one asked for."""

from typing import TYPE_CHECKING

from kotoutus_desktop.ui.printing.appointment_fields import AppointmentFields
from kotoutus_desktop.ui.printing.booked_papers import (
    booked_appointment,
    booked_of_focus,
    has_decision,
)
from kotoutus_desktop.ui.printing.paper_kinds import (
    PaperKind,
    course_of,
    flip_of,
    offered_papers,
)
from kotoutus_desktop.ui.printing.papers import orientation_papers
from kotoutus_desktop.ui.printing.plan_paper import BOTH, OFFICIAL, PaperChoice, offered_language
from kotoutus_desktop.ui.printing.print_panel import PrintPanel
from kotoutus_desktop.ui.printing.referral_papers import referral_of_focus, referral_papers
from kotoutus_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.office import Office
    from kotoutus_desktop.models.plan import Plan


def panel_for(
    workspace: Workspace, client: "Client", office: "Office", plan: "Plan | None", focus: str
) -> PrintPanel:
    """Return the panel with the papers of a client, the one that `focus` names chosen."""
    other = client_language(client, office)
    choice = PaperChoice(office.official_language, other, BOTH if other else OFFICIAL)
    flip, course = flip_of(focus), course_of(focus)
    others = [*orientation_papers(workspace.database, client.id, workspace.today())]
    fields = AppointmentFields(workspace, client, office)
    booked = booked_of_focus(focus)
    if booked is not None:
        fields.show_booked(booked_appointment(workspace, booked))
        decided = has_decision(workspace.database, booked)
        others += [PaperKind.REMINDER, *([PaperKind.FEE_DECISION] if decided else [])]
    referral = referral_of_focus(focus)
    if referral is not None:
        others += referral_papers(workspace.database, client.id, referral)
    papers = offered_papers(client, plan, bool(flip), bool(course), others)
    panel = PrintPanel(choice, papers, fields)
    asked = PaperKind.HAND_OVER if flip else focus.split(":")[0]
    if asked in papers:
        panel.paper.set_value(asked)
    return panel


def client_language(client: "Client", office: "Office") -> str:
    """Return the language that stands beside the official one, "" where there is no paper in it."""
    language = client.service_language or client.mother_tongue
    return offered_language(language, office.official_language)
