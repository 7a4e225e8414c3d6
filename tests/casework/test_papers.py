import hashlib

from kotoutus_desktop.casework.papers import PaperOrigin, mark_given, papers_of, record_issued
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.issued import IssuedWay
from tests.casebook import NOW


def test_what_was_printed_is_remembered_by_its_digest(database, planned):
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        record_issued(
            session, PaperOrigin.of_plan(plan), b"%PDF", ["fi", "ar"], IssuedWay.PRINTED, NOW
        )

    with database.reading() as session:
        (paper,) = papers_of(session, planned.id)
    assert paper.digest == hashlib.sha256(b"%PDF").hexdigest()
    assert (paper.languages, paper.way) == (["fi", "ar"], IssuedWay.PRINTED)


def test_a_copy_given_is_recorded_on_plan_and_paper(database, planned, today):
    with database.transaction() as session:
        plan = get_client(session, planned.id).plans[0]
        record_issued(session, PaperOrigin.of_plan(plan), b"%PDF", ["fi"], IssuedWay.SAVED, NOW)
        session.flush()
        mark_given(session, plan, today, "ar")

    with database.reading() as session:
        (paper,) = papers_of(session, planned.id)
        plan = get_client(session, planned.id).plans[0]
    assert (paper.given_on, plan.copy_given_on, plan.copy_language) == (today, today, "ar")


def test_a_copy_written_by_hand_is_recorded_without_a_paper(database, planned, today):
    with database.transaction() as session:
        mark_given(session, get_client(session, planned.id).plans[0], today, "fi")

    with database.reading() as session:
        assert papers_of(session, planned.id) == []
