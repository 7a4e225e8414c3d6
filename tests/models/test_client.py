from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.circumstances import (
    Contact,
    ContactChannel,
    Guardian,
    GuardianKind,
)
from kotoutus_desktop.models.client import Client, Precision


@pytest.mark.parametrize(
    ("given", "family", "whole"),
    [("Amal Hassan", "Al-Khatib", "Amal Hassan Al-Khatib"), ("", "Hodan", "Hodan"), ("", "", "")],
)
def test_a_person_may_have_one_name_only(make_client, given, family, whole):
    assert make_client(given_names=given, family_names=family).full_name == whole


def test_everything_known_about_a_person_comes_back_as_it_was(database, make_client):
    client = make_client(
        citizenships=["760", "998"],
        other_languages=["ckb", "tr"],
        born=date(1988, 1, 1),
        born_precision=Precision.YEAR,
        judged_to_need=None,
    )
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        kept = session.get_one(Client, client.id)
        assert kept.citizenships == ["760", "998"]
        assert kept.other_languages == ["ckb", "tr"]
        assert (kept.born, kept.born_precision) == (date(1988, 1, 1), Precision.YEAR)
        assert kept.judged_to_need is None


def test_deleting_a_client_deletes_what_surrounds_them(database, make_client):
    client = make_client()
    client.contacts = [
        Contact(client_id=client.id, learned_on=date(2026, 4, 2), channel=ContactChannel.MIGRI)
    ]
    client.guardians = [Guardian(client_id=client.id, kind=GuardianKind.GUARDIAN, name="X")]
    with database.transaction() as session:
        session.add(client)
    with database.transaction() as session:
        session.delete(session.get_one(Client, client.id))

    with database.reading() as session:
        assert session.scalars(select(Contact)).all() == []
        assert session.scalars(select(Guardian)).all() == []


def test_no_column_asks_for_religion_ethnicity_politics_or_sex():
    words = ("relig", "faith", "ethn", "polit", "sex", "gender")

    assert not [
        column.name
        for column in Client.__table__.columns
        if any(word in column.name for word in words)
    ]


@pytest.mark.parametrize("field", ["non_disclosure", "trafficking_victim", "restricted"])
def test_whoever_is_in_danger_or_a_relative_has_no_place_in_lists(make_client, field):
    assert not make_client().hides_place
    assert make_client(**{field: True}).hides_place
