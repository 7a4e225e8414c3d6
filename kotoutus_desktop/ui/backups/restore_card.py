"""Going back to a copy: choose it, open it, see what would be lost, and only then do it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.backups.preview import Lost, Preview
from kotoutus_desktop.models.backups.shelf import Copy, copies_in, copy_at
from kotoutus_desktop.models.place import copies_folder
from kotoutus_desktop.ui.backups.words import about_copy, moment_text, state_of_copy
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.start.frame import StartCard
from kotoutus_desktop.ui.start.passphrase import PassphraseField
from kotoutus_desktop.ui.start.unlock_card import wide


class RestoreCard(StartCard):
    """`asked` to look into a copy, then `confirmed` to put it in the place of the file."""

    asked = Signal(object, str)  # Copy, passphrase
    confirmed = Signal()
    read_wanted = Signal(object, str)  # Copy, passphrase
    gave_up = Signal()
    lost_asked = Signal(object, str)  # Copy, passphrase

    def __init__(self, path: Path, second: Path | None) -> None:
        super().__init__(
            _("Go back to a copy"),
            _("The file of now is kept as a copy first. Nothing is changed before you agree."),
        )
        self._path = path
        self._copies: list[Copy] = []
        self.copy = ChoiceField(_("Copy"), [])
        self.about = wrapped("", "small", "muted")
        self.other = Button(_("A copy in another folder …"), "link", "folder-open")
        self.passphrase = PassphraseField(_("Passphrase of the day of the copy"))
        self.look = wide(Button(_("Show what would be lost"), "primary", bulk="large"))
        self.read = Button(_("Open this copy for reading only"), "link", "eye")
        self.lost = Button(_("A computer was lost: save what was on it …"), "link", "file-type-pdf")
        self._preview = Column(gap=2)
        self.agree = wide(Button(_("Go back to this copy"), "primary", "history", bulk="large"))
        self.back = Button(_("Back"), "link", "chevron-left")
        self.column.put(self.copy, self.about, self.other, self.passphrase, self.look)
        self.column.put(self.read, self.lost)
        self.column.addLayout(self._preview)
        self.column.put(self.agree, self.back)
        self._connect()
        places = [copies_folder(path), *([second] if second else [])]
        self.offer([copy for place in places for copy in copies_in(place, path)])

    @property
    def chosen(self) -> Copy | None:
        """The copy that is chosen, None when there is none."""
        return next((each for each in self._copies if str(each.path) == self.copy.value()), None)

    def offer(self, copies: Sequence[Copy]) -> None:
        """List these copies, the first of them chosen."""
        self._copies = list(copies)
        self.copy.set_choices(
            [Choice(str(each.path), moment_text(each.made_at), each.path.name) for each in copies]
        )
        self.copy.set_value(str(copies[0].path) if copies else "")
        self._forget_preview()

    def choose_other(self) -> None:
        """Ask for a copy that lies elsewhere."""
        title = _("Choose a copy")
        start = str(copies_folder(self._path).parent)
        name, _kind = QFileDialog.getOpenFileName(self, title, start, f"*{self._path.suffix}")
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Offer a copy from anywhere, and choose it."""
        self.offer([copy_at(path, self._path), *self._copies])
        self.passphrase.take_focus()

    def set_busy(self, busy: bool) -> None:
        """Rest while the copy is opened or restored."""
        for button in (self.look, self.read, self.lost, self.agree, self.back):
            button.setEnabled(not busy)

    def refuse(self, text: str) -> None:
        """Say at the passphrase why the copy cannot be opened."""
        self.passphrase.show_error(text)
        self.passphrase.take_focus()

    def show_preview(self, preview: Preview) -> None:
        """Say what would be lost; from here one can go on."""
        clear(self._preview)
        self._preview.put(Label(_("What would be lost"), "heading"))
        for text in preview_texts(preview, self.chosen):
            self._preview.put(wrapped(text))
        self.look.hide()
        self.lost.hide()
        self.passphrase.hide()
        self.read.hide()
        self.agree.show()
        self.agree.setFocus()

    def _connect(self) -> None:
        self.copy.changed.connect(self._forget_preview)
        self.other.clicked.connect(self.choose_other)
        self.look.clicked.connect(lambda: self._ask(self.asked))
        self.read.clicked.connect(lambda: self._ask(self.read_wanted))
        self.lost.clicked.connect(lambda: self._ask(self.lost_asked))
        self.passphrase.line.returnPressed.connect(lambda: self._ask(self.asked))
        self.agree.clicked.connect(self.confirmed)
        self.back.clicked.connect(self.gave_up)

    def _forget_preview(self) -> None:
        clear(self._preview)
        chosen = self.chosen
        self.agree.hide()
        for widget in (self.copy, self.passphrase, self.look, self.read, self.lost):
            widget.setVisible(bool(self._copies))
        about = _("No copy was found in the folder of the file. Choose one elsewhere.")
        if chosen is not None:
            about = f"{about_copy(chosen)}, {state_of_copy(chosen)}\n{chosen.path.parent}"
        self.about.setText(about)

    def _ask(self, signal: SignalInstance) -> None:
        chosen = self.chosen
        if chosen is None or not self.look.isEnabled():
            return
        if self.passphrase.is_empty():
            self.refuse(_("Type the passphrase first."))
        else:
            signal.emit(chosen, self.passphrase.value())


def preview_texts(preview: Preview, copy: Copy | None) -> list[str]:
    """Say in sentences what would be lost, by people."""
    if preview.lost is None:
        return [
            _(
                "The file as it is now cannot be compared with the copy: it cannot be read, or was "
                "encrypted anew. It is kept beside the copies as it is."
            )
        ]
    if not preview.lost:
        return [_("Nothing: the copy holds everything that was recorded.")]
    texts = [_by_person(lost) for lost in preview.lost]
    then = copy.manifest.clients if copy and copy.manifest else None
    if then is not None and preview.clients_now is not None:
        words = _("Clients now {now}, in the copy {then}.")
        texts.append(words.format(now=preview.clients_now, then=then))
    return texts


def _by_person(lost: Lost) -> str:
    changes = ngettext("{n} change", "{n} changes", lost.changes).format(n=lost.changes)
    clients = ngettext("about {n} client", "about {n} clients", lost.clients)
    words = _("{name}: {changes} {clients}, the last {when}.")
    return words.format(
        name=lost.name or _("Somebody unknown"),
        changes=changes,
        clients=clients.format(n=lost.clients),
        when=moment_text(lost.last_at),
    )
