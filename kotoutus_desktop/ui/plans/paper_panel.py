"""The paper beside the form: the real PDF, made anew a moment after the typing stops."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel

from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.progress import Report, ignore
from kotoutus_desktop.ui.components.buttons import IconButton, Segments
from kotoutus_desktop.ui.components.labels import IconLabel, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.paper_rows import RowPlace, row_places
from kotoutus_desktop.ui.plans.plan_document import PlanDocument
from kotoutus_desktop.ui.printing.pages import page_count, page_image, page_size
from kotoutus_desktop.ui.theme import Mode, theme, tokens

AFTER_TYPING_MS = 700
BOTH, OFFICIAL, OTHER = "both", "official", "other"
MakeSheet = Callable[[str], Sheet]


@dataclass(frozen=True)
class Paper:
    """The PDF, or why there is none; how many texts stay in one language."""

    content: bytes
    one_language: int
    error: KotoutusError | None = None


def printed(sheet: Sheet, _report: Report = ignore) -> Paper:
    """Make the paper; for a job."""
    one_language = sum(not problem.blocks for problem in problems(sheet))
    try:
        return Paper(sheet_pdf(sheet), one_language)
    except KotoutusError as error:
        return Paper(b"", one_language, error)


def pictures(content: bytes, width: int) -> list[QImage]:
    """Return the pages, each `width` pixels wide; in the main thread, where pdfium lives."""
    return [
        page_image(content, number, width / page_size(content, number).width())
        for number in range(page_count(content))
    ]


def sheet_of(document: PlanDocument, phrasebook: Phrasebook, edition: str) -> Sheet:
    """Return the sheet of a plan in one of the editions of the panel."""
    other = None if edition == OFFICIAL else document.paper_language()
    return document.sheet(phrasebook.library, other=other, only_other=edition == OTHER)


class PaperPage(QLabel):
    """One page as a picture; the row that is being edited lies on soft ground."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.setProperty("kind", "paper")
        self._place: RowPlace | None = None
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setFixedSize(QSize(round(image.width() / ratio), round(image.height() / ratio)))

    def mark(self, place: RowPlace | None) -> None:
        """Mark a row, or none."""
        self._place = place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the mark over the page, as a marker pen would."""
        super().paintEvent(event)
        if self._place is None:
            return
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        top, bottom = self._place.top * self.height(), self._place.bottom * self.height()
        margin = self.width() * 0.045
        painter.fillRect(
            QRectF(margin, top, self.width() - 2 * margin, bottom - top),
            QColor(tokens()[Mode.LIGHT]["selected"]),  # paper is white in the dark too
        )
        painter.end()


class PaperPanel(QFrame):
    """How the client gets the plan, in both languages or one of them."""

    closed = Signal()

    def __init__(self, make_sheet: MakeSheet, languages: tuple[str, str | None]) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._make_sheet = make_sheet
        self._job: Job | None = None
        self._marked = ""
        self._stale = False
        self._places: list[RowPlace] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_TYPING_MS)
        self._timer.timeout.connect(self._make)
        self.close_button = IconButton("x", _("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.pages: list[PaperPage] = []
        self._scroll = ScrollColumn((4, 1, 4, 3), 3, kind="surface")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("The paper as the client gets it"))
        self._note_icon = IconLabel("shield-check", "text_muted", 18)
        self._note = wrapped("", "small", "muted")
        foot = Row(margins=(4, 2, 4, 2), gap=2)
        foot.put(self._note_icon, (self._note, 1))
        self.setContentsMargins(theme().px(2), 0, 0, 0)  # the edge of the panel
        layout = Column(self, gap=0)
        layout.addLayout(self._head(languages))
        layout.put((self._scroll, 1))
        layout.addLayout(foot)

    def ask(self) -> None:
        """Make the paper anew once the typing has stopped, if it can be seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Catch up with what was typed while the paper was away."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self._timer.start(0)

    def mark_row(self, number: str) -> None:
        """Mark the row with this number and scroll to it."""
        self._marked = number
        place = self._place_of(number)
        for at, page in enumerate(self.pages):
            page.mark(place if place and place.page == at else None)
        if place is not None and place.page < len(self.pages):
            page = self.pages[place.page]
            top = page.y() + round(place.top * page.height())
            self._scroll.ensureVisible(0, top, 0, self._scroll.height() // 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc where it lies over the form."""
        if event.key() == Qt.Key.Key_Escape and not self.close_button.isHidden():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _head(self, languages: tuple[str, str | None]) -> Row:
        official, other = languages
        self._edition = Segments(
            [
                (BOTH, f"{official} + {other}"),
                (OFFICIAL, official),
                (OTHER, str(other)),
            ],
            BOTH,
            name=_("Languages of the paper"),
            bulk="small",
        )
        if other is None:
            self._edition.hide()  # showing it before it has its place would open a window
        self._edition.chosen.connect(self._make)
        head = Row(margins=(4, 3, 4, 2), gap=2)
        head.put((Label(_("How the client gets it"), "heading"), 1), self._edition)
        head.addWidget(self.close_button)
        return head

    def _make(self) -> None:
        """Start making the paper; a change that comes meanwhile makes it once more."""
        if self._job is not None:
            self._stale = True
            return
        self._stale = False
        job = Job(partial(printed, self._make_sheet(self._edition.value())))
        job.succeeded.connect(self._show)
        job.failed.connect(self._fail)
        job.finished.connect(self._done)
        self._job = job
        job.start()

    def _fail(self, error: BaseException) -> None:
        raise error

    def _done(self) -> None:
        self._job = None
        if self._stale:
            self.ask()

    def _show(self, paper: Paper) -> None:
        self._say(paper)
        if paper.error is not None:
            return
        at = self._scroll.verticalScrollBar().value()
        room = self._scroll.viewport().width() - 2 * theme().space(4)
        width = round(max(room, theme().px(200)) * self.devicePixelRatioF())
        self._places = row_places(paper.content)
        clear(self._scroll.column)
        self.pages = [PaperPage(image) for image in pictures(paper.content, width)]
        self._scroll.put(*self.pages, None)
        self._scroll.verticalScrollBar().setValue(at)
        self.mark_row(self._marked)

    def _say(self, paper: Paper) -> None:
        if paper.error is not None:
            self._note.setText(explain(paper.error))
            self._note_icon.show_icon("circle-dashed", "warning")
        elif paper.one_language:
            self._note.setText(
                ngettext(
                    "{count} text stays in one language: the interpreter explains it.",
                    "{count} texts stay in one language: the interpreter explains them.",
                    paper.one_language,
                ).format(count=paper.one_language)
            )
            self._note_icon.show_icon("ear", "text_muted")
        else:
            self._note.setText(_("Everything prints in every language of the paper."))
            self._note_icon.show_icon("shield-check", "success")

    def _place_of(self, number: str) -> RowPlace | None:
        return next((place for place in self._places if place.number == number), None)
