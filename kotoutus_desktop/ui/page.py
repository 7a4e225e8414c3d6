"""The one shape of a page, and how pages lead to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.rules.reason import Reason


class PageName(StrEnum):
    """The pages of the main window."""

    TODAY = "today"
    CLIENTS = "clients"
    LEDGER = "ledger"
    CLIENT = "client"
    INTAKE = "intake"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"
    REFERRAL = "referral"
    TRAINING = "training"
    PRINT = "print"
    RESPONSIBILITY = "responsibility"
    HAND_OVER = "hand_over"
    NATIONAL = "national"
    PAIRS = "pairs"
    JOIN = "join"
    LOG = "log"
    SPOT_CHECK = "spot_check"
    ORIENTATION = "orientation"
    COURSE = "course"
    COURSE_FORM = "course_form"
    SERVICES = "services"
    SERVICE_FORM = "service_form"
    PATH_FORM = "path_form"
    DOCUMENT_FORM = "document_form"
    APPOINTMENTS = "appointments"
    BOOKING = "booking"
    EXCHANGE = "exchange"
    STATISTICS = "statistics"
    IMPORT = "import"
    SETTINGS = "settings"
    HELP = "help"


@dataclass(frozen=True)
class Destination:
    """A page with what it shows.

    `client` None means a new client (intake) or none; `record` is the assessment, plan or
    review; `focus` the key of a missing line, or the name typed before "new client".
    """

    page: PageName
    client: UUID | None = None
    record: UUID | None = None
    focus: str = ""


class Page(QWidget):
    """A page of the main window, made as `SomePage(workspace, destination)`.

    It asks for another page by `navigate` (a Destination), for the one before by `back`, and
    for the panel that says why by `why_asked` (a list of Why).
    Today and the list of clients stay; a page about a record is made anew for each visit.
    """

    navigate = Signal(object)
    back = Signal()
    why_asked = Signal(object)

    def arrive(self, destination: Destination) -> None:
        """Come to the front: read what is shown, put the keyboard where work begins."""

    def place(self, here: Destination) -> Destination:
        """Return where what the page shows is found again; it was opened as `here`."""
        return here

    def leave(self) -> None:
        """Keep what is being typed; called before another page comes to the front."""

    def pause(self) -> None:
        """Keep what is being typed as it is; called before the program locks."""
        self.leave()

    def primary(self) -> None:
        """Do the page's next step (Ctrl+Enter)."""

    def new_client(self) -> None:
        """Begin to register somebody (Ctrl+N)."""
        self.navigate.emit(Destination(PageName.INTAKE))

    def sums(self) -> Sequence[Reason]:
        """Return the sums of what is typed here and not recorded yet, for the panel."""
        return ()

    def refresh(self) -> None:
        """Read again what is shown; called when something was recorded or undone."""
