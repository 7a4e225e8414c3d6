from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.training.periods import (
    get_training,
    may_be_barred,
    missing_of,
    store_training,
    training_from_measure,
    trainings_of,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.models.training import LevelOccasion, Skill, TrainingKind

YEAR_AGO = date(2025, 11, 1)
READING = (LevelOccasion.FINAL_TEST, Skill.READING)


def test_training_of_a_measure_begins_as_agreed_and_the_measure_follows(
    database, client, officer, today
):
    measure = client.plans[-1].goals[1].measures[0]
    training = training_from_measure(client, measure.id, officer.id, today)
    training.starts_on = today - timedelta(days=9)
    with database.transaction() as session:
        store_training(session, training, {}, today)

    with database.reading() as session:
        found = trainings_of(session, client.id)[0]
        followed = get_client(session, client.id).plans[-1].goals[1].measures[0]
    assert (found.kind, found.provider) == (TrainingKind.INTEGRATION, "Oulun seudun ammattiopisto")
    assert followed.state is MeasureState.STARTED


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"ends_on": date(2026, 11, 23)}, "ends_on"),
        ({"broken_off": True, "broken_off_reason": "muutto"}, "ends_on"),
        ({"broken_off": True, "ends_on": date(2026, 12, 1)}, "broken_off_reason"),
        ({"credits": 81}, "credits"),
        ({"hours_offered": 10, "hours_attended": 11}, "hours_attended"),
        ({"work_ends_on": date(2026, 12, 1)}, "work_starts_on"),
        (
            {"work_starts_on": date(2026, 12, 9), "work_ends_on": date(2026, 12, 1)},
            "work_ends_on",
        ),
        ({"work_starts_on": date(2026, 1, 9)}, "work_starts_on"),
        ({"tested_on": date(2026, 12, 9)}, "tested_on"),
        ({"tested_on": date(2026, 1, 9)}, "tested_on"),
        ({"certificate_on": date(2026, 12, 9)}, "certificate_on"),
    ],
)
def test_what_cannot_be_is_explained_at_its_field(database, make_training, today, fields, field):
    with pytest.raises(InvalidInput) as refusal, database.transaction() as session:
        store_training(session, make_training(**fields), {}, today)
    assert refusal.value.field == field


def test_a_level_needs_the_day_of_its_test(database, make_training, today):
    with pytest.raises(InvalidInput) as refusal, database.transaction() as session:
        store_training(session, make_training(), {READING: "A2.2"}, today)
    assert refusal.value.field == "tested_on"


def test_levels_are_changed_row_by_row(database, make_training, today):
    training = make_training(starts_on=YEAR_AGO, tested_on=today)
    speaking = (LevelOccasion.FINAL_TEST, Skill.SPEAKING)
    with database.transaction() as session:
        store_training(session, training, {READING: "A2.1", speaking: "A1.3"}, today)
    with database.transaction() as session:
        found = get_training(session, training.id)
        kept = found.levels[0].id
        store_training(session, found, {READING: "A2.2", speaking: ""}, today)

    with database.reading() as session:
        levels = get_training(session, training.id).levels
        assert [(each.id, each.level) for each in levels] == [(kept, "A2.2")]


def test_finished_integration_training_lacks_what_section_26_asks(make_training, today):
    over = make_training(starts_on=YEAR_AGO, ends_on=date(2026, 11, 1))
    assert {key: s.code for key, s in missing_of(over, today).items()} == {
        "work_period": "26.2",
        "prior_learning": "26.2",
        "final_test": "26.3",
    }
    over.work_starts_on, over.prior_learning = date(2026, 3, 1), "Kokin työ tunnistettu."
    over.tested_on = date(2026, 10, 30)
    assert missing_of(over, today) == {}
    for fields in ({"kind": TrainingKind.LITERACY}, {"broken_off": True}, {"ends_on": None}):
        other = make_training(**({"starts_on": YEAR_AGO, "ends_on": date(2026, 11, 1)} | fields))
        assert missing_of(other, today) == {}


def test_somebody_under_18_is_looked_at_before_integration_training(make_client, make_training):
    minor = make_client(born=date(2009, 5, 1))

    assert may_be_barred(minor, make_training()).code == "26.1"
    assert may_be_barred(minor, make_training(kind=TrainingKind.BASIC_EDUCATION)) is None
    assert may_be_barred(make_client(), make_training()) is None
