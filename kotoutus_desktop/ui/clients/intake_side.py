"""Beside the intake: whether the person is known already, and what is still missing."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.duplicates import Match
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.clients.person_button import PersonButton
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.components.missing_list import MissingList, MissingRow
from kotoutus_desktop.ui.words import enum_text, language_name

MISSING = {
    "contacts": N_("Consent to the contact"),
    "service_language": N_("Language of service"),
    "right_of_residence": N_("Right of residence"),
    "first_granted": N_("Day of the first permit, card or registration"),
    "judged_to_need": N_("Judgement: does the person need an assessment"),
    "need_reason": N_("Reason for the judgement"),
    "reached_on": N_("Day when the services reached the person"),
    "benefit_periods": N_("Judgement: is social assistance temporary, and why"),
}


class DuplicateCard(Card):
    """Is this the same person? One click opens the client who is known already."""

    opened = Signal(object)  # the client's id

    def __init__(self) -> None:
        super().__init__(_("Is this the same person?"))
        self.matches: tuple[Match, ...] = ()
        self.put(wrapped(_("If so, open the client: what you typed is kept."), "small", "muted"))
        self._list = Column(gap=1)
        self.column.addLayout(self._list)
        self.hide()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show who may be meant, the likeliest first; nobody hides the card."""
        if tuple(matches) == self.matches:
            return
        appeared = bool(matches) and not self.matches
        self.matches = tuple(matches)
        clear(self._list)
        for match in matches:
            button = PersonButton(
                match.number if match.non_disclosure else match.name, facts(match)
            )
            button.clicked.connect(partial(self._open, match.client_id))
            self._list.addWidget(button)
        self.setVisible(bool(matches))
        if appeared:
            announce(self, _("Is this the same person?"))

    def buttons(self) -> list[PersonButton]:
        """Return the people shown, in order."""
        return [b for b in self.findChildren(PersonButton) if b.parent() is self]

    def _open(self, client: UUID, _checked: bool = False) -> None:
        self.opened.emit(client)


def facts(match: Match) -> str:
    """Return year of birth, language and why a person may be the same."""
    parts = [
        _("Non-disclosure") if match.non_disclosure else match.number,
        _("b. {year}").format(year=match.born.year) if match.born else "",
        language_name(match.language),
        *(enum_text(reason) for reason in match.reasons),
    ]
    return ", ".join(part for part in parts if part)


class MissingCard(Card):
    """What the right to an assessment cannot be told without."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = MissingList()
        self._shown: tuple[Missing, ...] | None = None
        self.put(
            self.rows,
            wrapped(
                _("One name is enough to register. The rest can follow later."), "small", "muted"
            ),
        )

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these lines and no others."""
        if tuple(missing) != self._shown:
            self._shown = tuple(missing)
            self.rows.set_rows([MissingRow(m.key, _(MISSING[m.key]), m.section) for m in missing])
