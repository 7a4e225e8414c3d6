import pytest
from sqlalchemy.orm import Session

from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.visit import Visit, visit_of


def test_notes_come_back_in_their_order_when_they_could_not_be_written():
    visit, first, second = Visit(), Note(Act.VIEW, detail="1"), Note(Act.VIEW, detail="2")
    visit.add(first)

    def write_on_a_full_disk():
        with visit.waiting() as notes:
            assert notes == (first,)
            visit.add(second)
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_on_a_full_disk()

    with visit.waiting() as notes:
        assert notes == (first, second)
    assert not visit.has_notes


def test_a_session_of_the_file_knows_who_works(database, officer):
    database.act_as(officer.id)
    with database.reading() as session:
        assert visit_of(session).officer == officer.id


def test_a_session_of_nobody_has_opened_nothing():
    visit = visit_of(Session())

    assert visit.officer is None
    assert visit.opened == set()
