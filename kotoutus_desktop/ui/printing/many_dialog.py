"""Printing or saving a paper for each client of a list, with what was left out and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QProgressBar, QWidget

from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.printing.heaps import PLANS, Heap
from kotoutus_desktop.ui.printing.many_papers import (
    Batch,
    Deliver,
    ManyPapers,
    Named,
    OnePaper,
)
from kotoutus_desktop.ui.printing.printer import print_to, printer_names
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace


class ManyPapersDialog(QDialog):
    """Asks how, shows how far it is, and then who got no paper."""

    def __init__(
        self,
        workspace: Workspace,
        clients: Sequence[Named],
        parent: QWidget,
        heap: Heap = PLANS,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._workspace, self._clients, self._heap = workspace, clients, heap
        self._papers: ManyPapers | None = None
        title = heap.title(len(clients))
        self.setWindowTitle(title)
        self.large = CheckField(_("Large print"))
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Printer"))
        self.printer.addItems(printer_names())
        self.save = Button(_("Save in a folder"), icon="file-type-pdf")
        self.print = Button(_("Print"), "primary", "printer", key="Ctrl+P")
        self.stop, self.shut = Button(_("Stop")), Button(_("Close"), key="Esc")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.words = wrapped("", "body")
        self.left_out = ScrollColumn((0, 0, 0, 0), 1)
        self._build(title)
        self._connect()
        self._rest()

    def save_in(self, folder: Path) -> None:
        """Save every paper in a folder, named by the client's number."""
        self._workspace.preferences.last_folder = folder
        word = _(self._heap.file_word)
        self._start(lambda paper: save_paper(folder / file_name(paper, word), paper.content))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Stop on Esc while papers are made; close otherwise."""
        if event.key() == Qt.Key.Key_Escape and self._papers is not None:
            self._papers.stop()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Close, but never leave a batch running behind."""
        if self._papers is None:
            super().reject()
        else:
            self._papers.stop()

    def _build(self, title: str) -> None:
        buttons = Row(gap=2)
        buttons.put(None, self.shut, self.stop, self.save, self.print)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(title, "title"),
            wrapped(_(self._heap.told), "body", "muted"),
            self.large,
            self.printer,
            self.bar,
            self.words,
            (self.left_out, 1),
            buttons,
        )
        self.resize(theme().px(560), theme().px(440))

    def _connect(self) -> None:
        self.save.clicked.connect(self._ask_folder)
        self.print.clicked.connect(self._print)
        self.shut.clicked.connect(self.reject)
        self.stop.clicked.connect(self.reject)

    def _rest(self) -> None:
        """Show what can be chosen while nothing runs."""
        busy, printers = self._papers is not None, self.printer.count() > 0
        self.large.setEnabled(not busy)
        self.printer.setVisible(printers)
        self.print.setVisible(printers and not busy)
        self.save.setVisible(not busy)
        self.save.set_kind("" if printers else "primary")
        self.stop.setVisible(busy)
        self.shut.setVisible(not busy)
        self.bar.setVisible(busy)
        self.left_out.setVisible(not busy)

    def _ask_folder(self) -> None:
        start = str(self._workspace.preferences.last_folder)
        folder = QFileDialog.getExistingDirectory(self, _("Save in a folder"), start)
        if folder:
            self.save_in(Path(folder))

    def _print(self) -> None:
        printer, job = self.printer.currentText(), _(self._heap.job)

        def deliver(paper: OnePaper) -> None:
            if not print_to(paper.content, printer, 1, job):
                raise CannotWrite(N_("The printer does not answer. Check it, or save the PDF."))

        self._start(deliver, IssuedWay.PRINTED)

    def _start(self, deliver: Deliver, way: IssuedWay = IssuedWay.SAVED) -> None:
        self._papers = ManyPapers(self._workspace, self._clients, deliver, way, self)
        self._papers.heap = self._heap
        self._papers.large = bool(self.large.value())
        self._papers.progressed.connect(self._show_progress)
        self._papers.ended.connect(self._show_result)
        clear(self.left_out.column)
        self._rest()
        self.stop.setFocus()
        self._papers.start()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(_("{done} of {total} ready").format(done=done, total=total))

    def _show_result(self, batch: Batch) -> None:
        self._papers = None
        said = [self._heap.ready(batch.delivered)]
        if batch.error is not None:
            said.insert(0, explain(batch.error))
        if batch.not_reached:
            words = ngettext("{n} was not reached.", "{n} were not reached.", batch.not_reached)
            said.append(words.format(n=batch.not_reached))
        self.words.setText(" ".join(said))
        if batch.left_out:
            self.left_out.put(Label(_("Left out"), "heading"))
        for each in batch.left_out:
            self.left_out.put(wrapped(f"{each.number}: {each.reason}", "small"))
        self.left_out.put(None)
        self._rest()
        self.shut.setFocus()


def file_name(paper: OnePaper, word: str) -> str:
    """Return a name for the file: what it is, the client's number and the plan's, never a name."""
    number = "".join(letter if letter.isalnum() else "-" for letter in paper.number)
    plan = (str(paper.plan_number),) if paper.plan_number else ()
    return f"{'-'.join((word, number, *plan, *paper.languages))}.pdf"
