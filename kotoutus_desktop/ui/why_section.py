"""Beside a form: what the section means on which a field or a missing line rests."""

from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import ACT, Section
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.section_words import section_words


def explanation(section: Section) -> QFrame:
    """Return the section, what it means in our own words, and where the Act's words are."""
    frame = QFrame()
    frame.setProperty("kind", "plain")
    act = _("Integration Act {act}") if section.act == ACT else _("Act {act}")
    words = section_words(section) or _("Nothing has been written about this section yet.")
    Column(frame, gap=2).put(
        Label(section_text(section), "strong"),
        Label(act.format(act=section.act), "small", "muted"),
        1,
        wrapped(words),
        1,
        wrapped(_("The words are ours. The text of the Act is in Finlex."), "small", "muted"),
    )
    return frame
