"""This laptop's card, and the laptops that are trusted."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from kotoutus_desktop.casework.exchange.laptops import (
    card_of,
    end_trust,
    known_laptops,
    name_laptop,
    own_card,
    read_card,
    trust,
)
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.history.recording import become_another
from kotoutus_desktop.models.laptop import KnownLaptop
from kotoutus_desktop.models.transfer.laptop_keys import CARD_SUFFIX, LONGEST_CARD, Card
from kotoutus_desktop.ui.components import card as cards
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear, column
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.exchange.trust_dialog import TrustDialog
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

_UNREADABLE = N_("The file {name} cannot be read. Copy it to this computer and try again.")


class LaptopsPart(Part):
    """One's own name and fingerprint; those of the others, with what ends the trust."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.name = TextField(_("Name of this laptop"), hint=_("As your colleagues know it."))
        self.keep_name = Button(_("Keep the name"))
        self.fingerprint = _spelled()
        self.save_card = Button(_("Save my card …"), icon="download")
        self.add = Button(_("Add a laptop …"), "primary", "plus")
        self.copied = Button(_("This file is a copy …"), icon="copy")
        self._own = cards.Card(_("This laptop"))
        self._others = cards.Card(_("Laptops that are trusted"))
        self._list = Column(gap=2)
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read what is known; the keyboard goes to what is missing."""
        self.refresh()
        (self.name.line if not self.name.value() else self.add).setFocus()

    def refresh(self) -> None:
        """Read the laptops again."""
        with self.workspace.database.transaction() as session:
            own, known = own_card(session), known_laptops(session)
        if not self.name.line.isModified():
            self.name.set_value(own.name)
        self.fingerprint.setText(own.fingerprint)
        clear(self._list)
        for laptop in known:
            self._list.put(self._line(laptop), Rule())
        if not known:
            text = _("No laptop is trusted yet. Ask a colleague for the card of theirs.")
            self._list.put(wrapped(text, "body", "muted"))

    def acts(self) -> tuple[QWidget, ...]:
        """Return the button for a new laptop."""
        return (self.add,)

    def primary(self) -> None:
        """Add a laptop."""
        self.choose_card()

    def rename(self) -> None:
        """Keep the name of this laptop."""
        try:
            with self.workspace.database.transaction() as session:
                name_laptop(session, self.name.value())
        except InvalidInput as error:
            self.name.show_error(explain(error))
            return
        self.name.line.setModified(False)
        self.refresh()
        self.said.emit(Message(_("The name was kept."), Tone.SUCCESS, key="laptop"))

    def ask_renew(self) -> None:
        """Ask before the file gets an identity of its own."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(_("Was this file copied from another laptop?"))
        box.setInformativeText(
            _(
                "It then gets an identity and a fingerprint of its own, so that both can go on and"
                " exchange what they do. Other laptops have to add its new card. Do this on the"
                " copy only."
            )
        )
        yes = box.addButton(_("Give it its own identity"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Back"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(self.renew)
        box.open()

    def renew(self) -> None:
        """Give this file an identity of its own: it was copied from another laptop's."""
        with self.workspace.database.transaction() as session:
            become_another(session.connection())
        self.refresh()
        words = _("This file has an identity of its own now. Give the others its new card.")
        self.said.emit(Message(words, Tone.SUCCESS, key="laptop"))

    def choose_where(self) -> None:
        """Ask where the card is saved to."""
        start = self.workspace.preferences.last_folder / f"{_('laptop')}{CARD_SUFFIX}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save my card"), str(start), f"*{CARD_SUFFIX}"
        )
        if chosen:
            self.save_card_to(Path(chosen))

    def save_card_to(self, path: Path) -> None:
        """Save the card, which holds no secret; what goes wrong is said."""
        path = path if path.suffix == CARD_SUFFIX else path.with_suffix(CARD_SUFFIX)
        with self.workspace.database.transaction() as session:
            text = own_card(session).text()
        try:
            save_paper(path, text.encode())
        except KotoutusError as error:
            self.refuse(explain(error))
            return
        self.workspace.preferences.last_folder = path.parent
        words = _("Saved: {name}. Give it to the other laptop on a stick, or send it.")
        self.said.emit(Message(words.format(name=path.name), Tone.SUCCESS, key="laptop"))

    def choose_card(self) -> None:
        """Ask for the card of the other laptop."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("The card of the other laptop"),
            str(self.workspace.preferences.last_folder),
            f"*{CARD_SUFFIX}",
        )
        if chosen:
            self.read_card_from(Path(chosen))

    def read_card_from(self, path: Path) -> TrustDialog | None:
        """Show the fingerprint of a card, to be compared; None when it is none."""
        try:
            with path.open("rb") as file:
                text = file.read(LONGEST_CARD).decode(errors="replace")
        except OSError:
            self.refuse(_(_UNREADABLE).format(name=path.name))
            return None
        try:
            with self.workspace.database.transaction() as session:
                card = read_card(session, text)
        except InvalidInput as error:
            self.refuse(explain(error))
            return None
        dialog = TrustDialog(card, partial(self._trust, card), self)
        dialog.open()
        return dialog

    def _trust(self, card: Card, name: str) -> None:
        """Keep a laptop whose fingerprint was compared; raises InvalidInput for `name`."""
        with self.workspace.database.transaction() as session:
            trust(session, card, name, self.workspace.today())
        self.refresh()
        words = _("{name} is trusted. Files can go both ways once it trusts this laptop too.")
        self.said.emit(Message(words.format(name=name.strip()), Tone.SUCCESS, key="laptop"))

    def end(self, laptop_id: UUID) -> None:
        """Trust a laptop no more."""
        with self.workspace.database.transaction() as session:
            end_trust(session, laptop_id, self.workspace.today())
        self.refresh()
        words = _(
            "The laptop is trusted no more: nothing is sent to it and nothing taken from it. To"
            " trust it again, add its card again."
        )
        self.said.emit(Message(words, Tone.INFO, key="laptop"))

    def _line(self, laptop: KnownLaptop) -> QWidget:
        facts = [
            card_of(laptop).fingerprint,
            _("trusted since {day}").format(day=date_text(laptop.paired_on)),
            *_moments(laptop),
        ]
        words = column(
            wrapped(laptop.name, "strong"), wrapped(" · ".join(facts), "small", "muted"), gap=0
        )
        end = Button(_("Trust no more"), bulk="small")
        end.setAccessibleName(_("Trust {name} no more").format(name=laptop.name))
        end.clicked.connect(lambda: self.end(laptop.id))
        line = Row(gap=3)
        line.put((words, 1), end)
        return _framed(line)

    def _lay_out(self) -> None:
        self.keep_name.clicked.connect(self.rename)
        self.name.line.returnPressed.connect(self.rename)
        self.save_card.clicked.connect(self.choose_where)
        self.copied.clicked.connect(self.ask_renew)
        self.add.show_key("Ctrl+Return")
        self.add.clicked.connect(self.choose_card)
        advice = wrapped(
            _(
                "The fingerprint of this laptop. Whoever adds this laptop reads it aloud with you,"
                " face to face or on the phone: only then is it certain whose card it is."
            ),
            "small",
            "muted",
        )
        naming = Row(gap=2)
        naming.put((self.name, 1))
        naming.addWidget(self.keep_name, 0, Qt.AlignmentFlag.AlignBottom)
        card_row = Row(gap=2)
        card_row.put(self.save_card, self.copied, None)
        self._own.put(_framed(naming), self.fingerprint, advice, _framed(card_row))
        self._others.column.addLayout(self._list)
        body = ScrollColumn((5, 2, 5, 5))
        body.put(self._own, self._others, None)
        Column(self, gap=0).put((body, 1))


def _moments(laptop: KnownLaptop) -> list[str]:
    sent, received = laptop.sent_at, laptop.received_at
    return [
        words.format(day=date_text(moment.astimezone().date()))
        for words, moment in ((_("sent {day}"), sent), (_("received {day}"), received))
        if moment is not None
    ]


def _spelled() -> Label:
    label = Label("", "title")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(_("Fingerprint of this laptop"))
    return label


def _framed(layout: Row) -> QWidget:
    frame = QWidget()
    frame.setLayout(layout)
    return frame
