"""What was deleted and comes back for thirty days; what was done since the file was unlocked."""

from functools import partial
from uuid import UUID

from kotoutus_desktop.casework.deleted import Deleted, in_the_bin, put_back
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.people import names_of_officers
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, clear, column
from kotoutus_desktop.ui.components.turning import Turning
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.keeping.bin_words import about_text, name_text
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.settings.part import BESIDE_FROM, Part
from kotoutus_desktop.ui.workspace import Workspace

SHOWN_AT_MOST = 200


class BinPart(Part):
    """A list of what can be put back, and the last hundred changes by name."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(
            _("Bin and undo"),
            _(
                "What is deleted lies in the bin for 30 days and can be put back with everything "
                "that belonged to it. After that it is forgotten, also by the history."
            ),
        )
        self._workspace, self._bars = workspace, bars
        self._library, self._names = Library(()), dict[UUID, str]()
        self.bin, self.undo = Card(_("In the bin")), Card(_("Last changes"))
        self._bin, self._undo = Column(gap=2), Column(gap=2)
        self.bin.column.addLayout(self._bin)
        said = _(
            "Ctrl+Z takes back the last one. Here several are taken back at once, down to the one "
            "that you choose; at most a hundred are remembered until the file is locked."
        )
        self.undo.put(wrapped(said, "small", "muted"))
        self.undo.column.addLayout(self._undo)
        self.put(self.bin, self.undo)
        self.items: list[Deleted] = []

    def shown(self) -> None:
        """Read both lists anew."""
        with self._workspace.database.reading() as session:
            self.items = in_the_bin(session, self._workspace.now())
            self._names = names_of_officers(session)
            self._library = office_library(session)
        self._show_bin()
        self._show_undo()

    def put_back(self, item: Deleted) -> None:
        """Bring a record back, or say why it does not come."""
        try:
            with self._workspace.database.transaction() as session:
                count = put_back(session, item.row, self._workspace.now())
        except KotoutusError as error:
            self._bars.show_message(Message(explain(error), Tone.WARNING, key="bin"))
            return
        self._bars.withdraw("bin")
        words = ngettext("{n} record was put back.", "{n} records were put back.", count)
        self._bars.show_success(words.format(n=count))
        self._workspace.changed.emit()
        self.shown()

    def undo_down_to(self, number: int) -> None:
        """Take back the last changes down to the one of a number, which counts from 1."""
        self._bars.withdraw("undo")
        try:
            done = self._workspace.undo_many(number)
        except KotoutusError as error:
            self._bars.show_message(Message(explain(error), Tone.WARNING, key="undo"))
        else:
            words = ngettext("{n} change was undone.", "{n} changes were undone.", done)
            self._bars.show_success(words.format(n=done))
        self.shown()

    def _show_bin(self) -> None:
        clear(self._bin)
        for number, item in enumerate(self.items[:SHOWN_AT_MOST]):
            if number:
                self._bin.put(Rule())
            self._bin.put(self._line(item))
        if not self.items:
            self._bin.put(wrapped(_("The bin is empty."), "body", "muted"))
        self.bin.set_count(str(len(self.items)) if self.items else "", "accent")

    def _line(self, item: Deleted) -> Turning:
        name = name_text(item)
        what = about_text(item, self._library)
        about = (wrapped(what),) if what else ()
        when = wrapped(self._when(item), "small", "muted")
        words = column(Label(name, "strong"), *about, when, gap=0)
        button = Button(_("Put back"), icon="arrow-back-up", bulk="small")
        button.setAccessibleName(f"{_('Put back')}: {name}")
        button.clicked.connect(partial(self.put_back, item))
        line = Turning(BESIDE_FROM, gap=2)
        line.row.put((words, 1), button)
        return line

    def _when(self, item: Deleted) -> str:
        here = item.at.astimezone()
        who = self._names.get(item.actor) if item.actor else None
        said = _("Deleted {date} {time} by {name}; forgotten {until}.").format(
            date=date_text(here.date()),
            time=f"{here.hour}.{here.minute:02d}",
            name=who or _("Somebody unknown"),
            until=date_text(item.until.astimezone().date()),
        )
        if not item.with_it:
            return said
        more = ngettext(
            "{n} more record went with it.", "{n} more records went with it.", item.with_it
        )
        return f"{said} {more.format(n=item.with_it)}"

    def _show_undo(self) -> None:
        clear(self._undo)
        labels = self._workspace.undo_labels()
        for number, label in enumerate(labels, start=1):
            text = _("Undo") if number == 1 else _("Undo down to here")
            button = Button(text, "link", "arrow-back-up", bulk="small")
            button.setAccessibleName(f"{text}: {label}")
            button.clicked.connect(partial(self.undo_down_to, number))
            line = Turning(BESIDE_FROM, gap=2)
            line.row.put((wrapped(f"{number}. {label}"), 1), button)
            self._undo.put(line)
        if not labels:
            self._undo.put(wrapped(_("Nothing has been changed yet."), "body", "muted"))
