"""A reference to the Act: opens "why this date?". Always with the sign of the scales."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT_DECREE,
    DATA_DECREE,
    ORIENTATION_DECREE,
    Section,
)
from kotoutus_desktop.ui.components.buttons import Button

DECREES = (ASSESSMENT_DECREE, DATA_DECREE, ORIENTATION_DECREE)
NO_BREAK = "\u00a0"


def section_text(section: Section) -> str:
    """Return a section as the interface writes it: "22 § 2 mom.", with the act if another."""
    parts = [_("§ {number}").format(number=section.number)]
    if section.moment:
        parts.append(_("subs. {moment}").format(moment=section.moment))
    if section.point:
        parts.append(_("point {point}").format(point=section.point))
    if section.act in DECREES:
        parts.insert(0, _("Decree {act}").format(act=section.act))
    elif section.act != ACT:
        parts.insert(0, section.act)
    return NO_BREAK.join(part.replace(" ", NO_BREAK) for part in parts)


class SectionLink(Button):
    """A section that can be clicked; says which one was.

    Tab passes it by, or every second stop of a form would be one: Ctrl+I asks why for the
    field or row that has the keyboard.
    """

    opened = Signal(object)  # the Section

    def __init__(self, section: Section) -> None:
        super().__init__(section_text(section), "section", "scale")
        self._section = section
        self.setAccessibleName(_("Why: {section}").format(section=section_text(section)))
        self.setToolTip(f"{_('Why')} (Ctrl+I)")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._open)

    @property
    def section(self) -> Section:
        """The section."""
        return self._section

    def _open(self) -> None:
        self.opened.emit(self._section)


def section_near(widget: QWidget | None) -> SectionLink | None:
    """Return the section that stands nearest to a widget: of its field, row or card."""
    while widget is not None and not widget.isWindow():
        links = [link for link in widget.findChildren(SectionLink) if link.isVisible()]
        if links:
            return links[0]
        widget = widget.parentWidget()
    return None
