import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.transfer.laptop_keys import Card, LaptopKeys


def test_a_card_comes_back_as_it_was_shown():
    card = LaptopKeys.make().card("Kirjaston kannettava")

    assert Card.read(card.text()) == card


def test_the_fingerprint_is_thirty_digits_to_be_read_aloud():
    card = LaptopKeys.make().card("A")

    assert re.fullmatch(r"(\d{5} ){5}\d{5}", card.fingerprint)
    assert card.fingerprint == Card.read(card.text()).fingerprint


def test_another_key_gives_another_fingerprint_whatever_the_name():
    keys = LaptopKeys.make()
    other = LaptopKeys(keys.secret, LaptopKeys.make().signing_seed)

    assert keys.card("A").fingerprint == keys.card("B").fingerprint
    assert keys.card("A").fingerprint != other.card("A").fingerprint
    assert keys.card("A").fingerprint != LaptopKeys.make().card("A").fingerprint


def test_a_card_holds_no_secret():
    keys = LaptopKeys.make()

    assert "SECRET" not in keys.card("A").text()
    assert keys.signing_seed.hex() not in keys.card("A").text()
    assert "SECRET" not in repr(keys)


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "other"), ("recipient", "age1xyz"), ("signing_key", "00"), ("signing_key", "zz")],
)
def test_a_card_with_a_wrong_value_is_refused(name, value):
    content = {**json.loads(LaptopKeys.make().card("A").text()), name: value}

    with pytest.raises(InvalidInput) as refused:
        Card.read(json.dumps(content))
    assert refused.value.field == "card"


@given(st.text(max_size=200) | st.just("[" * 3000) | st.just("null") | st.just("[]"))
def test_anything_else_is_no_card(text):
    with pytest.raises(InvalidInput):
        Card.read(text)
