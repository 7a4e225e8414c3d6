"""The log in the settings: is it whole, what is on a sheet of paper, and the spot check."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from kotoutus_desktop.casework.log.checking import (
    Printed,
    Verdict,
    check,
    compare_printed,
    last_anchor,
)
from kotoutus_desktop.casework.people import names_of_all
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _, interface_language, ngettext
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.lock.roles import checks_others
from kotoutus_desktop.ui.log.anchors import kept_anchors, lost_anchor
from kotoutus_desktop.ui.log.line_words import LineWords
from kotoutus_desktop.ui.log.log_reminder import lost_text
from kotoutus_desktop.ui.log.value_words import ValueWords, moment_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.workspace import Workspace

PRINTED = {
    Printed.HOLDS: (N_("The log still holds what it held when the sheet was made."), "success"),
    Printed.CUT_OFF: (N_("The log was shortened: it has no entry of that number."), "danger"),
    Printed.REWRITTEN: (
        N_("The log was rewritten: the entry of that number has another seal."),
        "danger",
    ),
}


class LogPart(Part):
    """Says whether the log is whole; the check reads all of it, in the background."""

    wanted = Signal(object)  # a Destination

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            _("Log"),
            _(
                "Every change, look, search, print and export is noted. Each entry is sealed "
                "together with all before it. Where the log ends is kept with each backup copy, "
                "by this computer, and on each log sheet."
            ),
        )
        self._workspace = workspace
        self.job: Job | None = None
        self.state = wrapped("", "strong")
        self.found = wrapped("", "body")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("The log is being checked"))
        self.check = Button(_("Check the whole log"), "primary", "shield-check")
        self.printed = TextField(_("Anchor on a log sheet"), placeholder="1042-7f3a19c08b2d")
        self.compare = Button(_("Compare"))
        self.compared = wrapped("", "body")
        self.spot_check = Button(_("Spot check …"), icon="search")
        self._lay_out()

    def shown(self) -> None:
        """Compare with the anchors that were kept."""
        with self._workspace.database.reading() as session:
            anchor = last_anchor(session)
        lost = lost_anchor(self._workspace)
        ending = _("The log ends at {anchor}.").format(anchor=anchor) if anchor else ""
        self.state.setText(lost_text(lost) if lost else ending)
        self.state.set_tone("danger" if lost else "")

    def check_all(self) -> None:
        """Read the whole log in the background, and say what was found."""
        if self.job is not None:
            return
        database, kept = self._workspace.database, kept_anchors(self._workspace)
        self.job = Job(lambda _report: check(database, kept))
        self.job.succeeded.connect(self._tell)
        self.job.failed.connect(self._fail)
        self.job.finished.connect(self._ended)
        self.bar.show()
        self.check.setEnabled(False)
        self.job.start()

    def compare_with_paper(self) -> None:
        """Compare the typed anchor with the log."""
        try:
            with self._workspace.database.reading() as session:
                found = compare_printed(session, str(self.printed.value()))
        except InvalidInput as error:
            self.printed.show_error(explain(error))
            self.printed.take_focus()
            return
        words, tone = PRINTED[found]
        self.printed.clear_error()
        self._say(self.compared, _(words), tone)

    def _tell(self, verdict: Verdict) -> None:
        if verdict.broken is None:
            self._say(self.found, _whole(verdict), "success")
            return
        with self._workspace.database.reading() as session:
            people = names_of_all(session)
        words = LineWords(ValueWords(interface_language(), people))
        self._say(self.found, _broken(verdict, words), "danger")

    def _fail(self, error: Any) -> None:
        if not isinstance(error, KotoutusError):
            raise error
        self._say(self.found, explain(error), "danger")

    def _ended(self) -> None:
        self.job = None
        self.bar.hide()
        self.check.setEnabled(True)

    def _say(self, label: Any, words: str, tone: str) -> None:
        label.setText(words)
        label.set_tone(tone)
        label.show()
        announce(self, words, urgent=tone == "danger")

    def _lay_out(self) -> None:
        whole = Card(_("Is the log whole?"))
        whole.put(self.state, self.found, self.bar, row(self.check, None))
        paper = Card(_("Compare with a sheet"))
        paper.put(self.printed, row(self.compare, None), self.compared)
        self.put(whole, paper)
        self.bar.hide()
        self.found.hide()
        self.compared.hide()
        if checks_others(self._workspace.role):
            others = Card(_("Who looked at whom"))
            said = _(
                "Some clients by lot or chosen ones: who looked, when, and what speaks for it."
            )
            others.put(wrapped(said, "body", "muted"), row(self.spot_check, None))
            self.put(others)
        self.check.clicked.connect(self.check_all)
        self.compare.clicked.connect(self.compare_with_paper)
        self.printed.line.returnPressed.connect(self.compare_with_paper)
        self.spot_check.clicked.connect(lambda: self.wanted.emit(Destination(PageName.SPOT_CHECK)))


def _whole(verdict: Verdict) -> str:
    count = verdict.entries
    entries = ngettext(
        "The log is whole: {n} entry, as it was sealed.",
        "The log is whole: {n} entries, as they were sealed.",
        count,
    ).format(n=count)
    anchors = ngettext(
        "It was compared with {n} kept anchor.",
        "It was compared with {n} kept anchors.",
        verdict.compared,
    ).format(n=verdict.compared)
    return f"{entries} {anchors}"


def _broken(verdict: Verdict, words: LineWords) -> str:
    number, line = verdict.broken, verdict.line
    if line is None:
        text = _("The log is broken at entry {number}: it is missing, or not readable any more.")
        return text.format(number=number)
    text = _(
        "The log is broken at entry {number}. What stands there now: {when}, {who}, {what}. "
        "Entries before it are as they were sealed. Tell your supervisor, and do not go on before "
        "the copies have been looked at."
    )
    return text.format(
        number=number, when=moment_text(line.at), who=words.who(line), what=words.what(line)
    )
