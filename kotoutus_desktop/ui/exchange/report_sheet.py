"""What another laptop's file brought, on paper: new, changed by whom, and what is to be decided."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from kotoutus_desktop.casework.exchange.clashes import Clash, Side, list_clashes
from kotoutus_desktop.casework.exchange.news import CaseNews, News
from kotoutus_desktop.casework.register import officers, the_office
from kotoutus_desktop.documents.facts_sheet import FactsSheet, Table, facts_pdf, made_line
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.exchange.clashes_part import question, value_of
from kotoutus_desktop.ui.exchange.news_words import case_face, summary
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.log.exports import note_export
from kotoutus_desktop.ui.log.value_words import ValueWords, moment_text
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.workspace import Workspace

REPORT = "receive_report"
"""The subject of the note that a report left the program."""
SHARES = (0.26, 0.38, 0.2, 0.16)


class ReportButton(Button):
    """Saves the report of what is shown, or of what was taken last; hidden while there is none."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(_("Report as PDF …"), icon="printer")
        self._workspace = workspace
        self._news: News | None = None
        self.saver = PaperSaver(bars, workspace.preferences, bars)
        self.clicked.connect(self.save)

    def offer(self, news: News | None) -> None:
        """Offer the report of some news, or none."""
        self._news = news
        self.setEnabled(news is not None and not news.is_empty)

    def save(self) -> None:
        """Ask where to, and save; the log says whose cases stand in it."""
        news = self._news
        if news is None:
            return
        workspace = self._workspace
        content = facts_pdf(report_of(workspace, news))
        note_export(workspace, REPORT, [case.case_id for case in news.cases], Act.PRINT)
        self.saver.choose_and_save(content, f"{_('received')}-{workspace.today():%Y%m%d}")


def report_of(workspace: Workspace, news: News) -> FactsSheet:
    """Return the paper of what a file brings or brought, read with its open questions."""
    with workspace.database.reading() as session:
        office = the_office(session)
        people = {each.id: each.name for each in officers(session)}
        cases = {case.case_id for case in news.cases}
        clashes = [
            each for each in list_clashes(session) if each.client and each.client.id in cases
        ]
    made = made_line(office.name_fi or office.name_sv, workspace.today())
    words = ValueWords(interface_language(), people)
    return report_sheet(news, clashes, words, made)


def report_sheet(news: News, clashes: Sequence[Clash], words: ValueWords, made: str) -> FactsSheet:
    """Return the paper. A restricted case stands by its number, and its values are not told."""
    heads = (_("Client"), _("What"), _("By whom and when"), _("State"))
    groups = (
        (_("New clients"), [case for case in news.cases if case.is_new]),
        (_("Changed clients"), [case for case in news.cases if not case.is_new]),
    )
    tables = [
        Table(title, [_row(case, words.people) for case in cases], heads, SHARES)
        for title, cases in groups
        if cases
    ]
    questions = [row for clash in clashes for row in _questions(clash, words)]
    if questions:
        asked = (_("Client"), _("Question"), _("Value"), _("Story"))
        tables.append(Table(_("To be decided"), questions, asked, (0.2, 0.3, 0.25, 0.25)))
    return FactsSheet(
        title=_("What {laptop} sent").format(laptop=news.laptop),
        office="",
        lines=[made, summary(news)],
        tables=tables,
        notes=[_("What does not hold stays in the log of each client.")],
    )


def _row(case: CaseNews, people: Mapping[UUID, str]) -> tuple[str, ...]:
    cells = case_face(case, people).cells
    return tuple("\n".join(part for part in (cell.text, cell.note) if part) for cell in cells)


def _questions(clash: Clash, words: ValueWords) -> Iterator[tuple[str, str, str, str]]:
    client = clash.client
    assert client is not None, "only those of clients are asked for"
    name = client.number if client.hides_place else f"{client.full_name} {client.number}"
    for place, side in enumerate(clash.sides):
        value = "–" if client.hides_place else value_of(clash, side, words)
        yield ("" if place else name, "" if place else question(clash), value, _story(side, words))


def _story(side: Side, words: ValueWords) -> str:
    where = _("on this laptop") if side.is_here else _("on another laptop")
    who = words.people.get(side.actor, "") if side.actor else ""
    return "\n".join(part for part in (who, where, moment_text(side.at)) if part)
