import pytest
from sqlalchemy import select, text

from kotoutus_desktop.casework.drafts import draft_of, keep_draft
from kotoutus_desktop.casework.due import find_clients
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.engine import LOG_KEY
from kotoutus_desktop.models.hiding import hidden_from
from kotoutus_desktop.models.history.sealing import first_broken_link
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.models.orientation import Course, CourseKind, Enrolment
from kotoutus_desktop.models.subkeys import subkey
from tests.conftest import KEY, TODAY

ASKED = [
    "SELECT * FROM client",
    "SELECT born FROM client",
    "SELECT count(*) FROM client WHERE identity_code <> ''",
    "SELECT * FROM contact",
    "SELECT fields FROM operation",
    "SELECT * FROM name_key",
    "SELECT * FROM plan JOIN goal ON goal.plan_id = plan.id",
    "UPDATE client SET family_names = ''",
    "DELETE FROM client",
    "DELETE FROM assessment",
]


@pytest.fixture
def known(database, office, officer, make_client):
    """A client in a file that a trainer has opened."""
    client = make_client()
    with database.transaction() as session:
        store_client(session, client, TODAY)
    database.act_as(officer.id)
    database.show_to(Role.TRAINER)
    return client


@pytest.mark.parametrize("statement", ASKED)
def test_a_trainer_is_refused_whatever_the_statement(database, known, statement):
    with pytest.raises(NotAllowed), database.transaction() as session:
        session.execute(text(statement))


def test_a_trainer_is_refused_at_the_doors_of_casework(database, known):
    with pytest.raises(NotAllowed), database.reading() as session:
        get_client(session, known.id)
    with pytest.raises(NotAllowed), database.reading() as session:
        session.scalars(select(Client)).all()


def test_a_trainer_sees_who_is_on_a_course(database, known):
    with database.transaction() as session:
        course = Course(name="Syksy", kind=CourseKind.ORIENTATION)
        session.add(course)
        session.flush()
        session.add(Enrolment(course_id=course.id, client_id=known.id))

    with database.reading() as session:
        enrolled = session.scalars(select(Enrolment)).one()
        assert find_clients(session, {enrolled.client_id})[known.id].full_name == known.full_name


def test_what_a_trainer_does_is_in_the_log_and_its_chain_is_whole(database, known):
    with database.transaction() as session:
        session.add(Course(name="Syksy", kind=CourseKind.ORIENTATION))

    database.show_to(Role.COUNSELLOR)
    with database.reading() as session:
        raw = session.connection().connection.driver_connection
        subjects = [row[0] for row in raw.execute("SELECT subject FROM log_entry")]
        assert subjects[-1] == "course"
        assert first_broken_link(raw, subkey(KEY, LOG_KEY)) is None


def test_a_trainer_has_drafts_of_their_own(database, known, officer):
    from datetime import UTC, datetime

    with database.transaction() as session:
        keep_draft(session, "settings", None, {"a": 1}, datetime(2026, 11, 24, tzinfo=UTC))
    with database.reading() as session:
        assert draft_of(session, "settings", None).content == {"a": 1}


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_works_with_clients_is_refused_nothing(database, known, role):
    database.show_to(role)

    with database.reading() as session:
        assert get_client(session, known.id).full_name == known.full_name


def test_every_table_with_clients_is_hidden_except_those_of_courses():
    hidden = hidden_from(Role.TRAINER)

    assert {"client", "contact", "plan", "assessment", "hand_over_tick"} <= hidden
    assert not {"course", "course_meeting", "enrolment", "attendance", "office"} & hidden
    assert hidden_from(Role.COUNSELLOR) == frozenset()
