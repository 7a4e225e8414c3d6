"""The client's seventy hours of civic orientation, on the client's page."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.orientation.hours import ClientHours, hours_of
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.orientation import Topic, problem_section
from kotoutus_desktop.rules.section import ORIENTATION_HOURS
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.orientation.hours_bar import HoursBar
from kotoutus_desktop.ui.orientation.progress_face import finishing_text, whole_text
from kotoutus_desktop.ui.orientation.study_dialog import StudyDialog
from kotoutus_desktop.ui.orientation.study_list import StudyList
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import enum_text, language_name
from kotoutus_desktop.ui.workspace import Workspace


class HoursCard(Card):
    """Hidden while there is nothing of orientation; says what was recorded in `bars`."""

    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(_("Civic orientation"))
        self._workspace, self._bars = workspace, bars
        self._client: UUID | None = None
        self.hours: ClientHours | None = None
        self.bar = HoursBar()
        self.sum = wrapped("", "strong")
        self.outlook = wrapped("", "body")
        self.parts = wrapped("", "small", "muted")
        self.studies = StudyList(workspace, self._withdrawn)
        self.topics_title = wrapped("", "smallstrong", "muted")
        topics = QFrame()
        topics.setProperty("kind", "plain")
        self.topics = Flow(topics, gap=1)
        self.problems = Column(gap=1)
        self.study_button = Button(_("Add self-study…"), "link", "book", bulk="small")
        section = SectionLink(ORIENTATION_HOURS)
        section.opened.connect(self.section_clicked)
        self.put_head(section, self.study_button)
        self.put(self.bar, self.sum, self.outlook, self.parts, self.studies)
        self.put(self.topics_title, topics)
        self.column.addLayout(self.problems)
        self.study_button.clicked.connect(self.ask_study)

    def show_client(self, client_id: UUID) -> None:
        """Show the hours of a client."""
        self._client = client_id
        with self._workspace.database.reading() as session:
            self.hours = hours_of(session, client_id, self._workspace.today())
        self.studies.show_client(client_id)
        self.setVisible(self.hours.begun or not self.studies.isHidden())
        self._show(self.hours)

    def ask_study(self) -> StudyDialog:
        """Ask for hours of self-study."""
        assert self._client is not None, "a client is shown"
        dialog = StudyDialog(self._workspace, self._client, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._stored)
        dialog.open()
        return dialog

    def _stored(self) -> None:
        self._say(_("Self-study recorded."))

    def _withdrawn(self) -> None:
        self._say(_("The hours do not count any more."))

    def _say(self, words: str) -> None:
        assert self._client is not None
        self.show_client(self._client)
        self._bars.show_success(words, self._workspace.undo)
        self._workspace.changed.emit()

    def _show(self, hours: ClientHours) -> None:
        self.bar.show_hours(hours)
        self.bar.setAccessibleName(whole_text(hours))
        self.sum.setText(sum_text(hours))
        self.outlook.setText(_outlook(hours))
        self.parts.setText(parts_text(hours))
        missing = set(hours.topics_missing)
        count = len(missing)
        self.topics_title.setText(
            ngettext("{n} topic is missing", "{n} topics are missing", count).format(n=count)
            if count
            else _("All twelve topics have been dealt with")
        )
        clear(self.topics)
        for topic in sorted(Topic, key=lambda each: each not in missing):
            open_ = topic in missing
            self.topics.addWidget(
                Chip(enum_text(topic), "" if open_ else "success", "circle" if open_ else "check")
            )
        clear(self.problems)
        for problem in hours.problems:
            link = SectionLink(problem_section(problem))
            link.opened.connect(self.section_clicked)
            line = Row(gap=2)
            line.put((wrapped(enum_text(problem), "body", "warning"), 1), link)
            self.problems.addLayout(line)


def sum_text(hours: ClientHours) -> str:
    """Return the hours done and still needed."""
    if not hours.missing:
        return whole_text(hours)
    return _("{done}; {missing} still needed").format(
        done=whole_text(hours), missing=hours_text(hours.missing)
    )


def parts_text(hours: ClientHours) -> str:
    """Return what the hours are made of: each course, self-study, elsewhere before."""
    parts = [
        f"{course.number} {language_name(course.language)} {hours_text(course.minutes)}".strip()
        for course in hours.courses
    ]
    if hours.self_study:
        parts.append(_("self-study {n}").format(n=hours_text(hours.self_study)))
    if hours.earlier:
        parts.append(_("elsewhere earlier {n}").format(n=hours_text(hours.earlier)))
    return " · ".join(parts)


def _outlook(hours: ClientHours) -> str:
    said = finishing_text(hours)
    said = said[:1].upper() + said[1:]
    if hours.uncalled:
        waiting = ngettext(
            "{n} past meeting waits for its roll",
            "{n} past meetings wait for their roll",
            hours.uncalled,
        )
        said = f"{said}. {waiting.format(n=hours.uncalled)}"
    return f"{said}."
