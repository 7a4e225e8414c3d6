"""A file that came back: what it changes, who answers for it, and recording it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.phrases.returned import Returned, reviewer_name
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.translations.changes_view import ChangesView

SHOWN_UNKNOWN = 8


class ReturnedCard(QFrame):
    """Nothing is recorded before the reviewer's name is there and the button is pressed."""

    recorded = Signal(object, str)  # Returned, the reviewer's name
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._returned = Returned("", (), (), ())
        self.title = Label(_("What the file changes"), "heading")
        self.sum = wrapped("", "body")
        self.unknown = wrapped("", "small", "warning")
        self.changes = ChangesView()
        self._list = ListCard(self.changes)
        self.all_read = CheckField(
            _("The reviewer has read every row of the file"),
            hint=_("Otherwise only rows that were changed or marked as read count as reviewed."),
        )
        self.all_read.changed.connect(self._say)
        self.reviewer = TextField(
            _("Name of the reviewer"),
            hint=_("Who read the translations and answers for them. It is kept with each text."),
            width=420,
        )
        self.record = Button(_("Record as reviewed"), "primary", "check")
        self.record.clicked.connect(self._record)
        self.reviewer.line.returnPressed.connect(self._record)
        self.cancel = Button(_("Leave as it was"))
        self.cancel.clicked.connect(self.cancelled)
        buttons = QFrame()
        flow = Flow(buttons)
        flow.addWidget(self.record)
        flow.addWidget(self.cancel)
        Column(self, gap=4).put(
            self.title, self.sum, self._list, self.unknown, self.all_read, self.reviewer, buttons
        )

    def show_returned(self, returned: Returned) -> None:
        """Show what a file says."""
        self._returned = returned
        self.changes.show_changes(returned.language, returned.changes)
        self._list.setVisible(bool(returned.changes))
        self.all_read.set_value(False)
        self.all_read.setVisible(bool(returned.unread))
        self.reviewer.clear_error()
        self.unknown.setText(_unknown_text(returned.unknown))
        self.unknown.setVisible(bool(returned.unknown))
        self._say()

    def take_focus(self) -> None:
        """Put the keyboard on what there is to read or to do."""
        (self.changes if self._returned.changes else self.reviewer.line).setFocus()

    def _taken(self) -> Returned:
        return self._returned.all_read() if self.all_read.value() else self._returned

    def _say(self) -> None:
        taken = self._taken()
        changed, kept, unread = len(taken.changes), len(taken.confirmed), len(taken.unread)
        said = [
            ngettext("{n} text changes.", "{n} texts change.", changed).format(n=changed),
            ngettext("{n} text was read and stays.", "{n} texts were read and stay.", kept).format(
                n=kept
            ),
            ngettext(
                "{n} text is not marked as read.", "{n} texts are not marked as read.", unread
            ).format(n=unread),
        ]
        self.sum.setText(" ".join(said))
        self.record.setEnabled(bool(taken.read))

    def _record(self) -> None:
        if not self.record.isEnabled():
            return
        try:
            name = reviewer_name(str(self.reviewer.value()))
        except InvalidInput as error:
            self.reviewer.show_error(explain(error))
            self.reviewer.take_focus()
            return
        self.recorded.emit(self._taken(), name)


def _unknown_text(unknown: tuple[str, ...]) -> str:
    if not unknown:
        return ""
    count = len(unknown)
    head = ngettext(
        "{n} row is left out: its original has changed or is gone. Give out a new file for it:",
        "{n} rows are left out: their originals have changed or are gone. Give out a new file "
        "for them:",
        count,
    ).format(n=count)
    more = [] if count <= SHOWN_UNKNOWN else ["…"]
    return "\n".join([head, *unknown[:SHOWN_UNKNOWN], *more])
