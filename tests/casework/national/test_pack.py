from datetime import date

from kotoutus_desktop.casework.national.pack import take_back
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.models.circumstances import JobseekerPeriod
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.stored_fields import StoredField, StoredRecord
from tests import casebook


def test_a_case_is_stored_in_the_order_in_which_it_was_made(pack, reviewed):
    found = pack(reviewed)

    assert [each.record for each in found.sections] == list(StoredRecord)
    assert [each.is_duty for each in found.sections] == [False, False, True]
    assert found.register is Register.KOTO_AJ
    assert found.is_duty_open
    assert not found.is_entered


def test_drafts_are_not_stored(pack, client, database, officer, today):
    with database.transaction() as session:
        from kotoutus_desktop.casework.assess import open_assessment

        stored = get_client(session, client.id)
        open_assessment(session, stored, officer.id, today, casebook.NOW)

    assert pack(client).sections == ()


def test_a_jobseekers_case_belongs_to_the_other_register(pack, planned, database, today):
    with database.transaction() as session:
        stored = get_client(session, planned.id)
        stored.jobseeker_periods = [JobseekerPeriod(client_id=planned.id, starts_on=today)]

    assert pack(planned).register is Register.A_TMT


def test_what_was_entered_says_when_and_by_whom(pack, enter_all, reviewed):
    enter_all(reviewed)

    found = pack(reviewed)
    goal = next(each for each in found.sections[1].fields if each.field is StoredField.GOALS)
    assert found.is_entered
    assert not found.is_duty_open
    assert goal.entered is not None
    assert (goal.entered.on, goal.entered.by) == (date(2027, 1, 11), "Maija Esimerkki")


def test_a_value_that_changed_since_is_to_be_entered_anew(pack, enter_all, reviewed, database):
    enter_all(reviewed)
    with database.transaction() as session:
        review = get_client(session, reviewed.id).plans[0].reviews[0]
        review.progress = casebook.text("Puhuu hyvin.")

    [field] = pack(reviewed).sections[2].open_fields

    assert field.field is StoredField.PROGRESS
    assert field.is_changed
    assert (field.value, field.entered.value) == ("Puhuu hyvin.", "Puhuu jo.")
    enter_all(reviewed)
    assert pack(reviewed).is_entered


def test_a_value_that_was_emptied_since_is_told_too(pack, enter_all, reviewed, database):
    enter_all(reviewed)
    with database.transaction() as session:
        get_client(session, reviewed.id).plans[0].reviews[0].hindrances = casebook.text("")

    [field] = pack(reviewed).sections[2].open_fields

    assert (field.field, field.value) == (StoredField.HINDRANCES, "")
    enter_all(reviewed)
    assert pack(reviewed).is_entered


def test_a_tick_is_taken_back_and_undone(pack, enter_all, reviewed, database):
    enter_all(reviewed)
    review = pack(reviewed).sections[2]
    with database.transaction("taken back") as session:
        take_back(session, review.subject, StoredField.CHANGES)

    assert [each.field for each in pack(reviewed).sections[2].open_fields] == [StoredField.CHANGES]
    database.undo()
    assert pack(reviewed).is_entered
    database.undo()
    assert not any(each.entered for each in pack(reviewed).sections[2].fields)
