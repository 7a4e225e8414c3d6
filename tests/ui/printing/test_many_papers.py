import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest

from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.ui.printing.many_papers import Batch, ManyPapers, OnePaper
from tests import casebook
from tests.ui.printing.conftest import listed

WAIT_MS = 30_000


@pytest.fixture
def deliver_all(qtbot, workspace, database):
    """Return what runs a batch to its end."""

    def run(deliver, stop_after: int | None = None) -> Batch:
        papers = ManyPapers(workspace, listed(database), deliver, IssuedWay.SAVED)
        if stop_after is not None:
            papers.progressed.connect(lambda done, _all: done >= stop_after and papers.stop())
        with qtbot.waitSignal(papers.ended, timeout=WAIT_MS) as ended:
            papers.start()
        return ended.args[0]

    return run


def text_of(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_everybody_gets_the_paper_in_their_own_language(with_plan, deliver_all):
    with_plan(service_language="ru")
    with_plan(service_language="so")
    made: list[OnePaper] = []

    batch = deliver_all(made.append)

    assert {paper.languages for paper in made} == {("fi", "ru"), ("fi", "so")}
    russian = next(paper for paper in made if paper.languages[1] == "ru")
    assert "План интеграции" in text_of(russian.content)
    assert batch == Batch(2, ())


def test_a_client_under_non_disclosure_is_left_out_and_listed(with_plan, deliver_all, database):
    with_plan(service_language="ru", non_disclosure=True)
    with_plan(service_language="ru")
    hidden = next(row.number for row in listed(database) if row.non_disclosure)
    made: list[OnePaper] = []

    batch = deliver_all(made.append)

    assert [paper.number for paper in made] == [
        row.number for row in listed(database) if not row.non_disclosure
    ]
    assert [each.number for each in batch.left_out] == [hidden]
    assert "Non-disclosure" in batch.left_out[0].reason


def test_who_has_no_plan_or_no_paper_in_the_language_is_listed(
    with_plan, deliver_all, database, office, officer, make_client, today
):
    with_plan(service_language="ta")
    with database.transaction() as session:
        casebook.registered(session, make_client(service_language="ru"), officer, today)

    batch = deliver_all(lambda _paper: pytest.fail("there is nothing to deliver"))

    assert batch.delivered == 0
    assert sorted(each.reason for each in batch.left_out) == [
        "No agreed plan.",
        "No paper in the client's language: Tamil.",
    ]


def test_a_stopped_batch_keeps_what_was_delivered(with_plan, deliver_all):
    for _each in range(3):
        with_plan(service_language="ru")
    made: list[OnePaper] = []

    batch = deliver_all(made.append, stop_after=1)

    assert (batch.delivered, batch.not_reached, len(made)) == (1, 2, 1)


def test_a_folder_that_vanishes_ends_the_batch_with_its_reason(with_plan, deliver_all):
    for _each in range(2):
        with_plan(service_language="ru")
    first: list[OnePaper] = []

    def deliver(paper: OnePaper) -> None:
        if first:
            raise CannotWrite("gone")
        first.append(paper)

    batch = deliver_all(deliver)

    assert (batch.delivered, batch.not_reached) == (1, 1)
    assert batch.error is not None


def test_each_delivered_paper_is_recorded_with_its_client(with_plan, deliver_all, database):
    with_plan(service_language="ru")

    deliver_all(lambda _paper: None)

    [row] = listed(database)
    with database.reading() as session:
        [paper] = papers_of(session, row.id)
    assert (paper.languages, paper.way) == (["fi", "ru"], IssuedWay.SAVED)


def test_a_batch_that_goes_away_hears_nothing_of_its_last_paper(
    qtbot, workspace, database, with_plan
):
    with_plan(service_language="ru")
    made: list[OnePaper] = []
    papers = ManyPapers(workspace, listed(database), made.append, IssuedWay.SAVED)
    papers.start()

    papers.deleteLater()
    QTest.qWait(0)

    pool = QThreadPool.globalInstance()
    qtbot.waitUntil(lambda: pool.activeThreadCount() == 0, timeout=WAIT_MS)
    QTest.qWait(20)
    assert made == []
