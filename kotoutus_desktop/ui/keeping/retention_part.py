"""How long closed cases are kept: which may be erased, which are held, what was erased."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from kotoutus_desktop.casework.erasing import Erased, Wanted, erase_cases, erasures
from kotoutus_desktop.casework.people import Administrator, require_own_passphrase
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.retention import PurgeLine, end_hold, holds_of, purge_list
from kotoutus_desktop.documents.erasure_certificate import CertifiedErasure, certificate_pdf
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.models.key_slots import STRONG
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.retention import RetentionHold
from kotoutus_desktop.rules.retention import Standing
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, clear, row
from kotoutus_desktop.ui.components.turning import Turning
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job, JobDialog
from kotoutus_desktop.ui.keeping.erase_dialog import EraseDialog
from kotoutus_desktop.ui.keeping.hold_card import EarlyCard, HoldCard
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.keeping.words import (
    about,
    found_texts,
    hold_text,
    whose,
    why_text,
)
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.plans.tick_list import TickLine
from kotoutus_desktop.ui.settings.part import BESIDE_FROM, Part
from kotoutus_desktop.ui.workspace import Workspace

SHOWN_ERASURES = 50
CERTIFICATE = "poistotodistus"


class RetentionPart(Part):
    """The purge list. Everybody sees it and writes holds; administrators erase."""

    def __init__(self, workspace: Workspace, bars: MessageBars, cost: Cost = STRONG) -> None:
        super().__init__(
            _("Keeping and erasing"),
            _(
                "The program erases nothing by itself. It says which closed cases have been kept "
                "for their time; an administrator erases them, and a pending matter holds them."
            ),
        )
        self._workspace, self._bars, self._cost = workspace, bars, cost
        self._saver = PaperSaver(self, workspace.preferences, bars)
        self._lines: list[PurgeLine] = []
        self.ticks: list[TickLine] = []
        self.due, self.held = Card(_("May be erased")), Card(_("Held"))
        self.kept, self.erased = Card(_("Kept yet")), Card(_("Erased"))
        self._due, self._held, self._erased = Column(gap=2), Column(gap=2), Column(gap=2)
        self.all = Button(_("Choose all"), "link", "check")
        self.erase = Button(_("Erase the chosen …"), icon="trash")
        self.hold = HoldCard(workspace)
        self.early = EarlyCard(workspace)
        self._next = wrapped("", "body")
        self._lay_out()
        self.all.clicked.connect(self.choose_all)
        self.erase.clicked.connect(self.ask_and_erase)
        self.hold.held.connect(self.shown)
        self.early.asked.connect(self.ask_and_erase_early)

    def shown(self) -> None:
        """Read the list anew."""
        today = self._workspace.today()
        with self._workspace.database.reading() as session:
            self._lines = purge_list(session, today)
            holds = {
                line.client_id: holds_of(session, line.client_id, today)
                for line in self._lines
                if line.verdict.holds
            }
            done = [CertifiedErasure(each.erasure, each.officer) for each in erasures(session)]
        self._show_due()
        self._show_held(holds)
        self._show_kept()
        self._show_erased(done)
        self.hold.offer(self._lines)

    def chosen(self) -> list[PurgeLine]:
        """Return the cases that are ticked."""
        ticked = {tick.code for tick in self.ticks if tick.box.isChecked()}
        return [line for line in self._of(Standing.DUE) if line.number in ticked]

    def choose_all(self) -> None:
        """Tick every case that may be erased."""
        for tick in self.ticks:
            tick.box.setChecked(True)

    def ask_and_erase(self) -> None:
        """Ask for the last time, and erase the chosen cases."""
        lines = self.chosen()
        if not lines:
            words = _("Tick the cases that are to be erased first.")
            self._bars.show_message(Message(words, Tone.WARNING, key="erase"))
            return
        self._ask([whose(line) for line in lines], [Wanted(line.client_id) for line in lines])

    def ask_and_erase_early(self, wanted: Wanted, number: str) -> None:
        """Ask for the last time, and erase one case before its time."""
        self._ask([number], [wanted])

    def erase_now(self, wanted: Sequence[Wanted]) -> Job:
        """Erase off the main thread, and offer the certificate."""
        database, now = self._workspace.database, self._workspace.now()
        job = Job(lambda report: erase_cases(database, wanted, now, report))
        job.succeeded.connect(self._done)
        job.failed.connect(self._failed)
        return job

    def certificate(self, made: Sequence[CertifiedErasure]) -> bytes:
        """Return the certificate of some erasures as a PDF."""
        with self._workspace.database.reading() as session:
            office = the_office(session)
        swedish = interface_language() == "sv" and office.name_sv
        name = office.name_sv if swedish else office.name_fi or office.name_sv
        return certificate_pdf(name, self._workspace.today(), made)

    def save_certificate(self, made: Sequence[CertifiedErasure]) -> None:
        """Ask where to, and save the certificate."""
        day = self._workspace.today()
        self._saver.choose_and_save(self.certificate(made), f"{CERTIFICATE}-{day:%Y%m%d}")

    def _ask(self, names: list[str], wanted: list[Wanted]) -> None:
        database, cost = self._workspace.database, self._cost
        dialog = EraseDialog(
            names,
            lambda own: require_own_passphrase(database, Administrator(own, cost)),
            self.window(),
        )
        dialog.accepted.connect(
            lambda: JobDialog(_("The cases are being erased"), self.erase_now(wanted), self).open()
        )
        dialog.open()

    def _done(self, erased: Erased) -> None:
        self._workspace.changed.emit()
        self.shown()
        self.early.empty()
        count = len(erased.erasures)
        words = ngettext("{n} case was erased.", "{n} cases were erased.", count).format(n=count)
        self._bars.withdraw("erase")
        self._bars.show_success(words)
        if erased.remains is not None:
            remains = Message(explain(erased.remains), Tone.WARNING, key="erase")
            self._bars.show_message(remains)
        with self._workspace.database.reading() as session:
            made = [
                CertifiedErasure(each.erasure, each.officer)
                for each in erasures(session)
                if each.erasure.id in erased.erasures
            ]
        self.save_certificate(made)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self.shown()
        self._bars.show_message(Message(explain(error), Tone.DANGER, key="erase"))

    def _lay_out(self) -> None:
        self.due.column.addLayout(self._due)
        self.due.put(row(self.erase, self.all, None))
        self.held.column.addLayout(self._held)
        self.kept.put(self._next)
        self.erased.column.addLayout(self._erased)
        may = self._workspace.role is Role.ADMINISTRATOR
        for widget in (self.erase, self.all):
            widget.setVisible(may)
        self.put(self.due, self.held, self.hold, self.kept, self.erased)
        if may:
            self.put(self.early)

    def _of(self, standing: Standing) -> list[PurgeLine]:
        return [line for line in self._lines if line.verdict.standing is standing]

    def _show_due(self) -> None:
        clear(self._due)
        lines = self._of(Standing.DUE)
        self.ticks = [TickLine(line.number, about(line)) for line in lines]
        self._due.put(*self.ticks)
        if not lines:
            self._due.put(wrapped(_("No case has been kept for its time."), "body", "muted"))
        self.due.set_count(str(len(lines)) if lines else "")
        may = self._workspace.role is Role.ADMINISTRATOR
        self.erase.setVisible(bool(lines) and may)
        self.all.setVisible(bool(lines) and may)

    def _show_held(self, holds: dict[UUID, Sequence[RetentionHold]]) -> None:
        clear(self._held)
        held = [line for line in self._lines if line.client_id in holds]
        for line in held:
            self._held.put(Label(whose(line), "strong"), wrapped(why_text(line), "small", "muted"))
            for hold in holds[line.client_id]:
                over = Button(_("The matter is over"), "link", "check", bulk="small")
                over.setAccessibleName(f"{over.accessibleName()}: {whose(line)}")
                over.clicked.connect(partial(self._end, hold))
                self._held.put(said_with(hold_text(hold), over))
            self._held.put(*map(wrapped, found_texts(line)))
            self._held.put(Rule())
        self.held.setVisible(bool(held))

    def _end(self, hold: RetentionHold) -> None:
        with self._workspace.database.transaction(_("matter that held a case is over")) as session:
            end_hold(session, hold.id, self._workspace.today())
        self._workspace.changed.emit()
        self.shown()

    def _show_kept(self) -> None:
        kept = self._of(Standing.KEPT)
        count = len(kept)
        words = _("None: every closed case stands above.")
        if kept:
            words = ngettext(
                "{n} closed case is kept yet. Its time ends {date}.",
                "{n} closed cases are kept yet. The first time ends {date}.",
                count,
            ).format(n=count, date=date_text(min(line.last_day for line in kept)))
        self._next.setText(words)

    def _show_erased(self, done: Sequence[CertifiedErasure]) -> None:
        clear(self._erased)
        for each in done[:SHOWN_ERASURES]:
            day = each.erasure.erased_at.astimezone().date()
            button = Button(_("Certificate as PDF"), "link", "file-type-pdf", bulk="small")
            button.setAccessibleName(f"{button.accessibleName()}: {each.erasure.number}")
            button.clicked.connect(partial(self.save_certificate, [each]))
            said = _("{number}, erased {date}").format(
                number=each.erasure.number, date=date_text(day)
            )
            self._erased.put(said_with(said, button))
        if not done:
            self._erased.put(wrapped(_("Nothing has been erased."), "body", "muted"))


def said_with(text: str, *buttons: Button) -> Turning:
    """Return a sentence with its acts beside it, or under it where there is no room."""
    line = Turning(BESIDE_FROM, gap=2)
    line.row.put((wrapped(text), 1), *buttons)
    return line
