"""A client's referrals on the client's page: what was sent to whom, and how far it is."""

from uuid import UUID

from PySide6.QtCore import Signal

from kotoutus_desktop.casework.referrals.making import referrals_of
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.section import REFERRAL
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.referrals.referral_words import answer_text, is_late, state_text
from kotoutus_desktop.ui.workspace import Workspace

_COLUMNS = (ListColumn(share=3), ListColumn(share=2))


class ReferralsCard(Card):
    """Only the head while there is no referral."""

    wanted = Signal(object)  # a Destination
    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Referrals"))
        self._workspace = workspace
        self._client: UUID | None = None
        self._book: Phrasebook | None = None
        self.add_button = Button(_("New referral"), "link", "plus", bulk="small")
        self.rows = RowList(self._face, _COLUMNS, name=_("Referrals"), fits=True)
        self.rows.mark_with_keyboard()
        section = SectionLink(REFERRAL)
        section.opened.connect(self.section_clicked)
        self.put_head(section, self.add_button)
        self.put(self.rows)
        self.add_button.clicked.connect(self._add)
        self.rows.opened.connect(self._open)

    def show_client(self, client_id: UUID, book: Phrasebook) -> None:
        """Show the referrals of a client, the latest first."""
        self._client, self._book = client_id, book
        with self._workspace.database.reading() as session:
            found = referrals_of(session, client_id)
        self.rows.set_items(found)
        self.rows.setVisible(bool(found))
        if found and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))

    def _face(self, referral: Referral) -> RowFace:
        today = self._workspace.today()
        assert self._book is not None, "a client is shown"
        what = self._book.text(referral.what).rstrip(".")
        state, answer = state_text(referral, today), answer_text(referral, today)
        late = is_late(referral, today)
        return RowFace(
            cells=(
                Cell(what, note=referral.receiver_name, strong=True),
                Cell(state, note=answer, tone="warning" if late else "", kind=CellKind.TEXT),
            ),
            sentence=", ".join(
                part for part in (what, referral.receiver_name, state, answer) if part
            ),
        )

    def _add(self) -> None:
        self.wanted.emit(Destination(PageName.REFERRAL, self._client))

    def _open(self, referral: Referral) -> None:
        self.wanted.emit(Destination(PageName.REFERRAL, self._client, referral.id))
