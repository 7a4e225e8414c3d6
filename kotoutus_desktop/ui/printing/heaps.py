"""Papers that are made for many clients at once: the plans of a list, a course's certificates."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from kotoutus_desktop.casework.orientation.certifying import certifiable, record_certificate
from kotoutus_desktop.casework.papers import PaperOrigin
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.printing.papers import Order, Paper, make_paper, maker
from kotoutus_desktop.ui.printing.plan_paper import PaperChoice, offered_language, sheet_of_plan
from kotoutus_desktop.ui.words import language_name

if TYPE_CHECKING:
    from kotoutus_desktop.models.client import Client
    from kotoutus_desktop.models.office import Office
    from kotoutus_desktop.models.plan import Plan
    from kotoutus_desktop.ui.workspace import Workspace


@dataclass(frozen=True)
class Making:
    """A paper that can be made: what is recorded of it, its languages, and what makes it."""

    origin: PaperOrigin
    languages: tuple[str, ...]
    make: Callable[[Report], Paper]
    plan_number: int = 0


NOTHING = Making(PaperOrigin(UUID(int=0)), (), lambda _report: Paper(b"", (), 0))


class Heap(Protocol):
    """One kind of paper for many. `told` is an N_ text; `job` stands in the printer's list."""

    told: str
    job: str
    file_word: str

    def title(self, count: int) -> str:
        """Return what the heap is called."""

    def ready(self, count: int) -> str:
        """Return how many are ready."""

    def making(self, workspace: "Workspace", client_id: UUID, *, large: bool) -> Making:
        """Return the paper of a client; raises InvalidInput with why there is none."""

    def given(self, session: Any, client_id: UUID, today: date) -> None:
        """Record what else follows when a paper was delivered."""


class PlanHeap:
    """The plan in force, or the last that was agreed."""

    told = N_(
        "Each plan is made in the official language beside the client's own. Clients under "
        "a non-disclosure order are left out and listed."
    )
    job = N_("Integration plan")
    file_word = N_("plan")

    def title(self, count: int) -> str:
        """Return whose plans these are."""
        return ngettext("Plan of {n} client", "Plans of {n} clients", count).format(n=count)

    def ready(self, count: int) -> str:
        """Return how many plans are ready."""
        return ngettext("{n} plan is ready.", "{n} plans are ready.", count).format(n=count)

    def making(self, workspace: "Workspace", client_id: UUID, *, large: bool) -> Making:
        """Return the plan of a client; raises InvalidInput with why there is none."""
        client, office = _records(workspace, client_id)
        plan = _plan_of(client, workspace.today())
        if plan is None:
            raise InvalidInput("plan", N_("No agreed plan."))
        choice = _choice(client, office, large=large)
        sheet = sheet_of_plan(workspace.database, client_id, plan.id, choice)
        make = partial(make_paper, sheet)
        return Making(PaperOrigin.of_plan(plan), tuple(choice.languages), make, plan.number)

    def given(self, session: Any, client_id: UUID, today: date) -> None:
        """Record nothing more."""


class CertificateHeap:
    """Certificates of completed civic orientation; who has not completed it gets none."""

    told = N_(
        "Each certificate is made in the official language beside the participant's own. Whoever "
        "has not completed the orientation, or has a non-disclosure order, is left out and listed."
    )
    job = N_("Certificate of civic orientation")
    file_word = N_("certificate")

    def title(self, count: int) -> str:
        """Return for how many certificates are made."""
        words = ngettext(
            "Certificate of {n} participant", "Certificates of {n} participants", count
        )
        return words.format(n=count)

    def ready(self, count: int) -> str:
        """Return how many certificates are ready."""
        words = ngettext("{n} certificate is ready.", "{n} certificates are ready.", count)
        return words.format(n=count)

    def making(self, workspace: "Workspace", client_id: UUID, *, large: bool) -> Making:
        """Return a certificate; raises InvalidInput where the orientation is not complete."""
        today = workspace.today()
        with workspace.database.reading() as session:
            certifiable(session, client_id, today).require_complete()
        choice = _choice(*_records(workspace, client_id), large=large)
        order = Order(PaperKind.CERTIFICATE, client_id, workspace.officer_id, choice, today=today)
        return Making(order.origin(), tuple(choice.languages), maker(workspace.database, order))

    def given(self, session: Any, client_id: UUID, today: date) -> None:
        """Record that a certificate was given."""
        record_certificate(session, client_id, today)


PLANS, CERTIFICATES = PlanHeap(), CertificateHeap()


def _records(workspace: "Workspace", client_id: UUID) -> tuple["Client", "Office"]:
    with workspace.database.reading() as session:
        return get_client(session, client_id), the_office(session)


def _plan_of(client: "Client", today: date) -> "Plan | None":
    agreed = [plan for plan in client.plans if plan.is_frozen]
    return plan_in_force(client, today) or (agreed[-1] if agreed else None)


def _choice(client: "Client", office: "Office", *, large: bool) -> PaperChoice:
    """Return official beside own language; raises InvalidInput where there is no such paper."""
    official = office.official_language
    wanted = client.service_language or client.mother_tongue
    other = offered_language(wanted, official)
    if not other and wanted != official:
        language = language_name(wanted) or _("the language is not known")
        raise InvalidInput(
            "language", N_("No paper in the client's language: {language}."), language=language
        )
    return PaperChoice(official, other, large=large)
