from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.assessment import Assessment, HeadEntry
from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.circumstances import BenefitKind, BenefitPeriod, JobseekerPeriod
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.undo import DEPTH, ChangedSince
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import InterviewHead

DAY = date(2026, 11, 24)


def everything(database):
    """Every row of every table but those of the log, which takes nothing back."""
    with database.reading() as session:
        return {
            table.name: sorted(map(repr, session.execute(select(table))))
            for table in Model.metadata.sorted_tables
            if not table.info.get("derived")
        }


def add_client(database, label=None, **values):
    with database.transaction(label) as session:
        client = Client(**values)
        session.add(client)
    return client


def family(session):
    """A client with rows that go with it, two steps deep."""
    client = Client(given_names="Hodan")
    assessment = Assessment(client_id=client.id)
    head = HeadEntry(client_id=client.id, head=InterviewHead.LITERACY, need=Wording.free("a", "fi"))
    assessment.heads.append(head)
    client.assessments.append(assessment)
    client.jobseeker_periods.append(JobseekerPeriod(client_id=client.id, starts_on=DAY))
    session.add(client)
    return client


def test_an_edit_is_taken_back_and_done_again(database):
    client = add_client(database, given_names="Hodan")
    before = everything(database)
    with database.transaction("Correct the name") as session:
        session.get(Client, client.id).given_names = "Huda"
    after = everything(database)
    assert database.undo_label == "Correct the name"

    database.undo()

    assert everything(database) == before
    assert (database.undo_label, database.redo_label) == (None, "Correct the name")

    database.redo()

    assert everything(database) == after
    assert (database.undo_label, database.redo_label) == ("Correct the name", None)


def test_deleting_a_client_is_taken_back_with_all_that_went_with_it(database):
    with database.transaction() as session:
        client = family(session)
    before = everything(database)
    with database.transaction("Delete the client") as session:
        session.delete(session.get(Client, client.id))
    assert everything(database)["assessment_head"] == []

    database.undo()

    assert everything(database) == before


def test_a_delete_statement_is_taken_back_with_all_that_went_with_it(database):
    with database.transaction() as session:
        client = family(session)
    before = everything(database)
    with database.transaction("Delete the client") as session:
        session.execute(delete(Client).where(Client.id == client.id))

    database.undo()

    assert everything(database) == before


def test_an_update_statement_is_taken_back(database):
    add_client(database, given_names="Hodan")
    before = everything(database)
    with database.transaction("Close all") as session:
        session.execute(update(Client).values(closed_on=DAY))

    database.undo()

    assert everything(database) == before


def test_a_row_taken_off_its_parent_comes_back(database):
    with database.transaction() as session:
        client = family(session)
    before = everything(database)
    with database.transaction("Remove the job search") as session:
        stored = session.get(Client, client.id)
        stored.jobseeker_periods.clear()
    assert everything(database)["jobseeker_period"] == []

    database.undo()

    assert everything(database) == before


def test_rows_come_and_go_in_the_order_that_their_references_need(database):
    with database.transaction("Add a counsellor and a client") as session:
        officer = Officer(name="Maija")
        session.add(officer)
        session.flush()
        session.add(Client(officer_id=officer.id))
    after = everything(database)

    database.undo()
    before = everything(database)
    database.redo()

    assert (before["officer"], before["client"]) == ([], [])
    assert everything(database) == after


@pytest.mark.parametrize("change", [insert(Client), text("DELETE FROM client")])
def test_statements_that_cannot_be_taken_back_are_a_mistake(database, change):
    with pytest.raises(RuntimeError), database.transaction("Do it") as session:
        session.execute(change)


def test_what_changed_nothing_is_not_offered_for_undo(database):
    client = add_client(database, given_names="Hodan")

    with database.transaction("Save") as session:
        session.get(Client, client.id).given_names = "Huda"
        session.flush()
        session.get(Client, client.id).given_names = "Hodan"

    assert database.undo_label is None


def test_a_change_without_label_is_not_offered_for_undo(database):
    add_client(database)

    assert database.undo_label is None
    with pytest.raises(KotoutusError, match="nothing to undo"):
        database.undo()


def test_later_work_on_the_same_row_is_never_overwritten(database):
    client = add_client(database, "Add")
    with database.transaction() as session:
        session.get(Client, client.id).given_names = "Huda"
    before = everything(database)

    with pytest.raises(ChangedSince):
        database.undo()

    assert everything(database) == before
    assert database.undo_label is None


def test_later_rows_below_a_new_one_are_never_deleted_with_it(database):
    client = add_client(database, "Add")
    with database.transaction() as session:
        session.add(JobseekerPeriod(client_id=client.id, starts_on=DAY))
    before = everything(database)

    with pytest.raises(ChangedSince):
        database.undo()

    assert everything(database) == before


def test_changes_are_taken_back_one_after_another(database):
    states = [everything(database)]
    for number in range(3):
        add_client(database, f"Add {number}", number=str(number))
        states.append(everything(database))

    for number in (2, 1, 0):
        assert database.undo_label == f"Add {number}"
        database.undo()
        assert everything(database) == states[number]
    for number in (1, 2, 3):
        database.redo()
        assert everything(database) == states[number]


def test_a_new_change_ends_what_could_be_done_again(database):
    add_client(database, "First")
    database.undo()

    add_client(database, "Second")

    assert database.redo_label is None


def test_only_the_last_changes_are_kept(database):
    for _ in range(DEPTH + 2):
        add_client(database, "Add")

    for _ in range(DEPTH):
        database.undo()

    assert database.undo_label is None
    assert len(everything(database)["client"]) == 2


def test_the_label_is_the_only_thing_a_change_shows_of_itself(database):
    add_client(database, "Add", given_names="Hodan")

    assert "Hodan" not in repr(database._changes._done)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["family", "name", "head", "benefit", "detach", "delete", "sweep", "flush"]
        ),
        st.integers(0, 5),
        st.text("abäж", max_size=3),
    ),
    min_size=1,
    max_size=8,
)


def edit(session, kind, which, written):
    """Do one thing to the client in the given place, if there are any."""
    clients = session.scalars(select(Client).order_by(Client.id)).all()
    if kind == "family" or not clients:
        family(session)
        return
    client = clients[which % len(clients)]
    if kind == "name":
        client.given_names = written
    elif kind == "head" and client.assessments and client.assessments[0].heads:
        client.assessments[0].heads[0].need = Wording.free(written, "sv")
    elif kind == "benefit":
        client.benefit_periods.append(
            BenefitPeriod(client_id=client.id, kind=BenefitKind.SOCIAL_ASSISTANCE, starts_on=DAY)
        )
    elif kind == "detach":
        client.jobseeker_periods.clear()
        client.assessments.clear()
    elif kind == "delete":
        session.delete(client)
    elif kind == "sweep":
        session.execute(delete(Client).where(Client.given_names == written))
    session.flush()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=st.lists(EDITS, min_size=1, max_size=4))
def test_any_changes_are_taken_back_and_done_again_exactly(database, history):
    with database.transaction() as session:
        session.execute(delete(Client))
    states = [everything(database)]
    for edits in history:
        with database.transaction("Edit") as session:
            for kind, which, written in edits:
                edit(session, kind, which, written)
        if everything(database) != states[-1]:
            states.append(everything(database))

    for state in reversed(states[:-1]):
        database.undo()
        assert everything(database) == state
    for state in states[1:]:
        database.redo()
        assert everything(database) == state
