"""One hand-over list: what goes to whom, on which ground, with a tick for each line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from kotoutus_desktop.casework.hand_over import Done, HandOver
from kotoutus_desktop.documents import hand_over_words as words
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.hand_over import HandOverLine, Item
from kotoutus_desktop.rules.status_flips import Flip
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import SectionLink, section_text
from kotoutus_desktop.ui.dates import date_text


def change_text(flip: Flip) -> str:
    """Return what changed, and when where that is recorded."""
    change = _(words.CHANGES[flip.change])
    if flip.on is None:
        return change
    return _(words.CHANGED_ON).format(change=change, date=date_text(flip.on))


def progress_text(hand_over: HandOver) -> str:
    """Return how much of a list is done."""
    if hand_over.is_complete:
        return _("all done")
    done, count = len(hand_over.done), len(hand_over.lines)
    return _("{done} of {all} done").format(done=done, all=count)


class LineFrame(QFrame):
    """A line of the list; ticking it is recorded at once."""

    ticked = Signal(str, bool)  # the item, and whether it is done
    section_clicked = Signal(object)

    def __init__(self, line: HandOverLine, done: Done | None) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.item = line.item
        text = self._title(line)
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setChecked(done is not None)
        self.box.toggled.connect(self._tell)
        said = Column(gap=0)
        said.addWidget(wrapped(text, "strong"))
        for more in self._more(line, done):
            said.addWidget(wrapped(more, "small", "muted"))
        said.addWidget(self._grounds(line))
        row = Row(self, gap=2)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)

    def _title(self, line: HandOverLine) -> str:
        receiver = _(words.RECEIVERS[line.receiver])
        return _(words.TO).format(item=_(words.ITEMS[line.item]), receiver=receiver)

    def _more(self, line: HandOverLine, done: Done | None) -> list[str]:
        found = [_(words.DATA[line.item])] if line.item in words.DATA else []
        sharing = words.SHARINGS[line.sharing]
        if sharing:
            section = section_text(line.shared_by) if line.shared_by else ""
            found.append(_(sharing).format(section=section))
        if done is not None:
            found.append(_(words.DONE).format(date=date_text(done.on), name=done.by or "–"))
        return found

    def _grounds(self, line: HandOverLine) -> QWidget:
        """Return the sections, and that a line is only a suggestion."""
        holder = QFrame()
        holder.setProperty("kind", "plain")
        flow = Flow(holder)
        if line.basis is Basis.SUGGESTION:
            flow.addWidget(Chip(_("suggestion")))
        sections = [line.section, *([line.shared_by] if line.shared_by else [])]
        for section in dict.fromkeys(sections):
            link = SectionLink(section)
            link.opened.connect(self.section_clicked)
            flow.addWidget(link)
        return holder

    def _tell(self, on: bool) -> None:
        self.ticked.emit(self.item.value, on)


class HandOverCard(Card):
    """The list of one change of standing, with the act that prints it."""

    ticked = Signal(str, str, bool)  # key of the change, the item, whether it is done
    print_wanted = Signal(str)  # key of the change
    section_clicked = Signal(object)

    def __init__(self, hand_over: HandOver) -> None:
        super().__init__(change_text(hand_over.flip), gap=3)
        self.key = hand_over.flip.key
        tone = "success" if hand_over.is_complete else "info"
        self.set_count(progress_text(hand_over), tone)
        self.print = Button(_("Print the list"), icon="printer")
        self.print.clicked.connect(self._ask_print)
        self.put_head(self.print)
        if hand_over.flip.on is None:
            self.put(wrapped(_("The day is not recorded"), "small", "muted"))
        self.lines: dict[Item, LineFrame] = {}
        for number, line in enumerate(hand_over.lines):
            frame = LineFrame(line, hand_over.done.get(line.item))
            frame.ticked.connect(self._tell)
            frame.section_clicked.connect(self.section_clicked)
            self.lines[line.item] = frame
            self.put(*([Rule()] if number else []), frame)

    def _tell(self, item: str, on: bool) -> None:
        self.ticked.emit(self.key, item, on)

    def _ask_print(self) -> None:
        self.print_wanted.emit(self.key)
