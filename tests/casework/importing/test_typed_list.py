from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kotoutus_desktop.casework.importing.clients import Letter, prepare, store, without_doubt
from kotoutus_desktop.casework.importing.typed_list import guess_columns, typed_table
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
KELA = """
Hassan, Amal     131052-308T   Rantatie 4, 91600 Utajärvi   Utajärvi   3.2.2026
Haile, Tsegay    010190-967V   Koulutie 1 A 3, 90100 Oulu   Oulu       15.10.2026
"""


def looked_at(database, text):
    table = typed_table(text)
    with database.reading() as session:
        return prepare(session, table, guess_columns(table), None, NOW)


def test_columns_stand_apart_by_spaces_and_are_known_by_what_stands_in_them():
    table = typed_table(KELA)

    assert list(guess_columns(table).values()) == [
        *("full_name", "identity_code", "address", "home_municipality", "first_granted"),
    ]
    assert [number for number, _cells in table.rows] == [2, 3]


@pytest.mark.parametrize("between", ["\t", ";", " ; ", "   "])
def test_tab_semicolon_and_spaces_divide_alike(between):
    lines = [["Hassan", "Amal", "4.5.1990"], ["Haile", "Tsegay", "1984"]]

    table = typed_table("\n".join(between.join(line) for line in lines))

    assert [list(cells) for _number, cells in table.rows] == lines
    assert list(guess_columns(table).values()) == ["family_names", "given_names", "born"]


def test_a_line_of_headings_names_the_columns():
    table = typed_table("Sukunimi;Etunimi;Lupa myönnetty\nHassan;Amal;3.2.2026")

    assert list(guess_columns(table).values()) == ["family_names", "given_names", "first_granted"]
    assert len(table.rows) == 1


def test_the_earlier_of_two_dates_is_that_of_the_birth():
    table = typed_table("Hassan, Amal;3.2.2026;4.5.1990\nHaile, Tsegay;1.9.2026;1.1.1984")

    assert list(guess_columns(table).values()) == ["full_name", "first_granted", "born"]


def test_beside_a_code_dates_are_those_of_the_permit():
    table = typed_table("Hassan, Amal;131052-308T;3.2.2026;3.2.2030")

    assert list(guess_columns(table).values())[2:] == ["first_granted", "permit_valid_until"]


def test_a_column_of_codes_and_birthdays_is_read_as_either(database, office):
    found = looked_at(
        database, "Hassan, Amal;131052-308T\nHaile, Tsegay;1.1.1984\nAli, Omar;4.5.1990"
    )

    codes = [(row.client.identity_code, row.client.born) for row in found.ready]
    assert codes == [
        ("131052-308T", date(1952, 10, 13)),
        (None, date(1984, 1, 1)),
        (None, date(1990, 5, 4)),
    ]


def test_each_line_that_is_not_understood_says_why(database, office):
    found = looked_at(
        database,
        "Kelan ilmoitus, sivu 1\n"
        "Hassan, Amal;31.2.1990;Utajärvi\n"
        "Haile, Tsegay;1.1.1984;Oulu\n"
        "Ali, Omar;1.1.1985;Atlantis\n"
        "Musa, Ali;1.1.1986;Oulu;lisätieto\n",
    )

    assert [(each.number, each.fault.field) for each in found.refused] == [
        *((1, "line"), (2, "born"), (4, "home_municipality"), (5, "line")),
    ]
    assert found.refused[3].fault.values == {"parts": 4, "usual": 3}
    assert [row.client.family_names for row in found.ready] == ["Haile"]


def test_an_address_is_taken_apart(database, office):
    client = looked_at(database, KELA).ready[1].client

    assert (client.street, client.postal_code, client.town) == ("Koulutie 1 A 3", "90100", "Oulu")
    assert client.home_municipality == "564"


def test_a_person_who_is_known_is_proposed_and_not_taken(database, office, make_client):
    with database.transaction() as session:
        session.add(make_client(number="U7-7", identity_code="131052-308T"))

    found = looked_at(database, KELA)

    assert found.ready[0].known_number == "U7-7"
    assert [row.client.family_names for row in without_doubt(found)] == ["Haile"]


def test_who_is_taken_has_the_contact_of_the_letter(database, office):
    found = looked_at(database, KELA)
    letter = Letter(ContactChannel.KELA, date(2026, 11, 20))
    with database.transaction() as session:
        assert store(session, without_doubt(found), letter) == 2

    with database.reading() as session:
        contacts = session.scalars(select(Contact)).all()
        assert {(each.channel, each.learned_on) for each in contacts} == {
            (ContactChannel.KELA, date(2026, 11, 20))
        }
        assert {each.client_id for each in contacts} == set(session.scalars(select(Client.id)))


@pytest.mark.parametrize("text", ["", "  \n \n", "Amal Hassan\nTsegay Haile"])
def test_what_has_no_lines_or_no_columns_is_refused(text):
    with pytest.raises(InvalidInput) as refused:
        typed_table(text)

    assert refused.value.field == "text"


@given(st.text(st.sampled_from("aÄ1 .;\t\n,-/@"), max_size=200))
def test_whatever_is_pasted_becomes_a_table_or_is_refused(text):
    try:
        table = typed_table(text)
    except InvalidInput:
        return

    fields = list(guess_columns(table).values())
    assert len(fields) == len(set(fields))
    assert all(len(cells) == len(table.headings) for _number, cells in table.rows)
