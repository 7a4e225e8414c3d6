"""Every paper and file that can be made in which a client could stand, by name."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casefile import case_text
from kotoutus_desktop.casework.appointments.booked import booked_of
from kotoutus_desktop.casework.case_export import case_to_export
from kotoutus_desktop.casework.due import what_is_due
from kotoutus_desktop.casework.hand_over import hand_overs
from kotoutus_desktop.casework.ledger import ledger_rows
from kotoutus_desktop.casework.ledger_counts import ledger_lines
from kotoutus_desktop.casework.ledger_courses import Selection
from kotoutus_desktop.casework.log.lines import LogFilter
from kotoutus_desktop.casework.national.waiting import still_to_enter
from kotoutus_desktop.casework.orientation.waiting import waiting_list
from kotoutus_desktop.casework.own_tasks import open_tasks
from kotoutus_desktop.casework.reckon import keep_reckoned
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.documents.facts_sheet import facts_pdf
from kotoutus_desktop.documents.statistics_sheet import statistics_sheet
from kotoutus_desktop.rules.statistics import Period
from kotoutus_desktop.ui.appointments.times_export import write_times
from kotoutus_desktop.ui.ledger.export import ExportKind, LedgerExport
from kotoutus_desktop.ui.ledger.export import content_of as ledger_file
from kotoutus_desktop.ui.log.log_paper import SheetChoice, log_paper
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.national.pack_page import PackPage
from kotoutus_desktop.ui.national.pack_sheet import pack_sheet, waiting_sheet
from kotoutus_desktop.ui.orientation.course_papers import (
    CourseOrder,
    CoursePaper,
    course_maker,
    save_calendar,
    save_client_calendar,
)
from kotoutus_desktop.ui.orientation.report_part import ReportPart
from kotoutus_desktop.ui.orientation.report_part import content_of as report_file
from kotoutus_desktop.ui.orientation.waiting_export import CountsFile, table_of
from kotoutus_desktop.ui.orientation.waiting_export import content_of as counts_file
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.booked_papers import booked_appointment
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.printing.papers import Order, maker
from kotoutus_desktop.ui.printing.plan_paper import PaperChoice
from kotoutus_desktop.ui.statistics.export import ExportKind as StatisticsFile
from kotoutus_desktop.ui.statistics.export import content_of as statistics_file
from kotoutus_desktop.ui.statistics.export import scope_of
from kotoutus_desktop.ui.statistics.words import line_text
from kotoutus_desktop.ui.today.calendar_export import save_calendar as save_days
from kotoutus_desktop.ui.workspace import Workspace
from tests.ui.hidden.world import World

OFFICIAL_ALONE = (PaperKind.HAND_OVER,)
Make = Callable[[], bytes]


def silent(_done: int, _total: int) -> None:
    """Report progress to nobody."""


def papers(workspace: Workspace, world: World) -> Iterator[tuple[str, Make]]:
    """Yield every paper of a client, in large print too."""
    for kind in PaperKind:
        yield f"paper {kind}", lambda kind=kind: _paper(workspace, world, kind)


def _paper(workspace: Workspace, world: World, kind: PaperKind) -> bytes:
    other = "" if kind in OFFICIAL_ALONE else "ar"
    order = Order(
        kind,
        world.client_id,
        world.officer_id,
        PaperChoice("fi", other),
        plan_id=world.plan_id,
        appointment=booked_appointment(workspace, world.appointment_id),
        flip=_flip(workspace, world.client_id) if kind is PaperKind.HAND_OVER else "",
        today=_day(workspace, kind),
        course_id=world.course_id,
        booked_id=world.appointment_id,
        referral_id=world.referral_id,
    )
    paper = maker(workspace.database, order)(silent)
    assert paper.content, f"{kind} was not made: {[each.text() for each in paper.problems]}"
    return paper.content


def _day(workspace: Workspace, kind: PaperKind) -> date:
    """Return the day of a paper: a change of standing is a week old when its list is made."""
    return workspace.today() + timedelta(days=7 * (kind is PaperKind.HAND_OVER))


def _flip(workspace: Workspace, client_id: UUID) -> str:
    today = _day(workspace, PaperKind.HAND_OVER)
    with workspace.database.reading() as session:
        client, office = get_client(session, client_id), the_office(session)
        return hand_overs(session, client, office, today)[0].flip.key


def of_the_person(workspace: Workspace, world: World, folder: Path) -> Iterator[tuple[str, Make]]:
    """Yield the files that are about the client alone."""
    database, now = workspace.database, workspace.now()
    target = folder / "file"

    def calendar() -> bytes:
        save_client_calendar(database, target, world.enrolment_id, world.course_id, now)
        return target.read_bytes()

    def case_file() -> bytes:
        with database.transaction() as session:
            number = get_client(session, world.client_id).number
            case = case_to_export(session, number, reason="Asked for a paper")
            fields = (case.office, case.officer, case.client, case.assessment, case.plan)
            return case_text(*fields, phrases=case.phrases).encode()

    def pack(make: Callable[[PackPage], bytes]) -> bytes:
        return make(PackPage(workspace, Destination(PageName.NATIONAL, world.client_id)))

    def pack_paper(page: PackPage) -> bytes:
        return facts_pdf(pack_sheet(page.client, page.pack, page.office, ""))

    def pack_file(page: PackPage) -> bytes:
        page.save_file(target)
        return target.read_bytes()

    yield "calendar of one who takes part", calendar
    yield "pack for Koto-AJ", lambda: pack(pack_paper)
    yield "pack for Koto-AJ as a file", lambda: pack(pack_file)
    yield "case file", case_file
    for official in ("fi", "sv"):
        choice = SheetChoice(official)
        yield (
            f"log sheet {official}",
            lambda choice=choice: log_paper(workspace, world.client_id, LogFilter(), choice),
        )


def of_many(workspace: Workspace, world: World, folder: Path) -> Iterator[tuple[str, Make]]:
    """Yield the papers and files in which the client stands among others."""
    database, today, now = workspace.database, workspace.today(), workspace.now()
    target = folder / "file"

    def days(named: bool) -> bytes:
        keep_reckoned(database, today)
        with database.reading() as session:
            due, tasks = what_is_due(session, today), open_tasks(session, today)
        entries = [*due.rows, *due.snoozed, *tasks]
        assert any(each.client and each.client.id == world.client_id for each in entries)
        save_days(target, entries, now, with_names=named)
        return target.read_bytes()

    def times() -> bytes:
        with database.reading() as session:
            found = booked_of(session, world.client_id)
        assert found
        write_times(target, found, now)
        return target.read_bytes()

    def to_enter() -> bytes:
        with database.reading() as session:
            found, office = still_to_enter(session, today), the_office(session)
        assert any(each.client.id == world.client_id for each in found)
        return facts_pdf(waiting_sheet(found, office, ""))

    yield "list of what is to be entered", to_enter
    yield "calendar of Today", lambda: days(False)
    yield "calendar of Today with names", lambda: days(True)
    yield "calendar of booked times", times


def of_numbers(workspace: Workspace) -> Iterator[tuple[str, Make]]:
    """Yield the files that count clients and name none."""
    database, today = workspace.database, workspace.today()

    def waiting(kind: CountsFile) -> bytes:
        with database.reading() as session:
            rows = waiting_list(session, today)
        return counts_file(table_of(workspace, rows), kind)

    def ledger(kind: ExportKind) -> bytes:
        selection = Selection(date(today.year - 1, 1, 1), date(today.year + 4, 12, 31))
        with database.reading() as session:
            lines = ledger_lines(ledger_rows(session, selection, today))
        page = QWidget()
        sheet = LedgerExport(page, workspace, MessageBars()).sheet(selection, lines, [])
        return ledger_file(sheet, kind)

    def report(ending: str) -> bytes:
        part = ReportPart(workspace)
        part.refresh()
        return report_file(ending)(part.sheet())

    def counted(kind: StatisticsFile) -> bytes:
        period = Period(date(today.year - 5, 1, 1), date(today.year + 4, 12, 31))
        with database.reading() as session:
            tables = statistics(session, period, today)
        scope = scope_of(workspace, period, ())
        return statistics_file(statistics_sheet(scope, list(tables.values()), line_text), kind)

    for file in StatisticsFile:
        yield f"statistics {file}", lambda file=file: counted(file)
    for counts in CountsFile:
        yield f"waiting {counts}", lambda counts=counts: waiting(counts)
    for kind in ExportKind:
        yield f"ledger {kind}", lambda kind=kind: ledger(kind)
        yield f"report {kind}", lambda kind=kind: report(kind.value)


def of_courses(workspace: Workspace, world: World, folder: Path) -> Iterator[tuple[str, Make]]:
    """Yield what is about a course: its own place stands there, and the client as a code."""
    database, now, target = workspace.database, workspace.now(), folder / "file"

    def paper(kind: CoursePaper) -> bytes:
        make = course_maker(database, CourseOrder(kind, world.course_id, world.meeting_id))
        assert make is not None
        return make(silent).content

    def calendar(whole: bool) -> bytes:
        save_calendar(database, target, world.course_id, now, whole_trainer=whole)
        return target.read_bytes()

    for kind in CoursePaper:
        yield f"course {kind}", lambda kind=kind: paper(kind)
    yield "calendar of a course", lambda: calendar(False)
    yield "calendar of a trainer", lambda: calendar(True)
