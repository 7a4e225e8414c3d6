import pytest

from kotoutus_desktop.casework.exchange.laptops import (
    end_trust,
    known_laptops,
    name_laptop,
    own_card,
    read_card,
    trust,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.history.recording import become_another
from kotoutus_desktop.models.transfer.laptop_keys import LaptopKeys
from tests.conftest import TODAY


def test_a_laptop_shows_the_same_card_every_time(database):
    with database.transaction() as session:
        name_laptop(session, "  Kirjaston   kone ")
        first = own_card(session)
    with database.transaction() as session:
        assert own_card(session) == first
    assert first.name == "Kirjaston kone"


def test_a_copy_with_an_identity_of_its_own_has_keys_of_its_own(database):
    with database.transaction() as session:
        name_laptop(session, "A")
        first = own_card(session)
        become_another(session.connection())
        second = own_card(session)

    assert second.name == "A"
    assert second.fingerprint != first.fingerprint


def test_a_laptop_whose_fingerprint_was_compared_is_known_under_the_name_it_has_here(database):
    card = LaptopKeys.make().card("DESKTOP-4711")
    with database.transaction() as session:
        trust(session, read_card(session, card.text()), "Aishan kone", TODAY)

        (known,) = known_laptops(session)
        assert (known.name, known.paired_on) == ("Aishan kone", TODAY)


def test_a_lost_laptop_is_not_known_any_more(database):
    card = LaptopKeys.make().card("A")
    with database.transaction() as session:
        known = trust(session, card, "A", TODAY)
        end_trust(session, known.id, TODAY)

        assert known_laptops(session) == []


def test_ones_own_card_and_one_that_is_known_are_refused(database):
    card = LaptopKeys.make().card("A")
    with database.transaction() as session:
        with pytest.raises(InvalidInput, match="this laptop's own"):
            read_card(session, own_card(session).text())
        trust(session, card, "A", TODAY)
        with pytest.raises(InvalidInput, match="has this card already"):
            read_card(session, card.text())


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_laptop_needs_a_name_that_fits(database, name):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        name_laptop(session, name)
    assert refused.value.field == "name"
