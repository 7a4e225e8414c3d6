import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import (
    STRONG,
    Cost,
    change_passphrase,
    create_keys,
    keys_beside,
    labels,
    renew_recovery_code,
    subkey,
    unlock,
    unlock_with_recovery_code,
    wipe,
)
from kotoutus_desktop.models.keys_file import read_keys, save_keys

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "kolme hyvää sanaa"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "office.keys"


@pytest.fixture
def made(path):
    """The data key and the recovery code of a keys file."""
    return create_keys(path, PASSPHRASE, "Maija", CHEAP)


def test_the_passphrase_gives_the_key_and_whose_it_is(path, made):
    unlocked = unlock(path, PASSPHRASE)

    assert unlocked.key == made[0]
    assert unlocked.label == "Maija"
    assert len(unlocked.key) == 32


def test_a_wrong_passphrase_is_refused(path, made):
    before = path.read_bytes()

    with pytest.raises(WrongPassphrase):
        unlock(path, "kolme huonoa sanaa")

    assert path.read_bytes() == before


def test_a_passphrase_typed_on_a_mac_is_the_same(path, made):
    typed = unicodedata.normalize("NFD", PASSPHRASE)

    assert typed != PASSPHRASE
    assert unlock(path, typed).key == made[0]


def test_the_cost_of_a_new_slot_is_that_of_the_program(path):
    create_keys(path, PASSPHRASE)

    derivations = {tuple(slot["kdf"]) for slot in json.loads(path.read_bytes())["slots"]}
    assert derivations == {("argon2id", STRONG.memory, STRONG.passes, STRONG.lanes)}
    assert STRONG.memory >= 128 * 1024


def test_the_recovery_code_has_thirty_characters_in_six_groups(made):
    groups = made[1].split("-")

    assert [len(group) for group in groups] == [5] * 6
    assert not set("ILOU") & set(made[1])


@pytest.mark.parametrize(
    ("printed", "typed"),
    [("0", "O"), ("0", "o"), ("1", "I"), ("1", "i"), ("1", "L"), ("1", "l"), ("-", " "), ("-", "")],
)
def test_the_recovery_code_may_be_misread(path, made, printed, typed):
    key, code = made

    assert unlock_with_recovery_code(path, code.replace(printed, typed).lower()).key == key


def test_a_wrong_recovery_code_is_refused(path, made):
    wrong = "".join("2" if sign != "2" else "3" for sign in made[1].replace("-", ""))

    with pytest.raises(WrongPassphrase, match="newest"):
        unlock_with_recovery_code(path, wrong)


def test_a_recovery_code_that_is_too_short_is_told_so(path, made):
    with pytest.raises(WrongPassphrase) as failure:
        unlock_with_recovery_code(path, made[1][:-1])

    assert failure.value.values["typed"] == 29


def test_a_passphrase_is_not_a_recovery_code(path, made):
    with pytest.raises(WrongPassphrase):
        unlock(path, made[1])


def test_a_new_passphrase_opens_the_same_cases_and_the_old_one_nothing(tmp_path, path, made):
    key, code = made
    database = tmp_path / "office.kotoutus"
    Database(database, key).close()
    stored = database.read_bytes()

    change_passphrase(path, key, "neljä muuta hyvää sanaa", "Maija", CHEAP)

    assert unlock(path, "neljä muuta hyvää sanaa").key == key
    assert unlock_with_recovery_code(path, code).key == key
    assert database.read_bytes() == stored
    with pytest.raises(WrongPassphrase):
        unlock(path, PASSPHRASE)


def test_two_people_have_passphrases_of_their_own(path, made):
    change_passphrase(path, made[0], "toisen oma lause", "Pekka", CHEAP)

    assert unlock(path, PASSPHRASE).label == "Maija"
    assert unlock(path, "toisen oma lause").label == "Pekka"
    assert labels(path) == ["Maija", "Pekka"]


def test_a_new_recovery_code_takes_the_place_of_the_old_one(path, made):
    key, old = made

    new = renew_recovery_code(path, key, CHEAP)

    assert unlock_with_recovery_code(path, new).key == key
    assert unlock(path, PASSPHRASE).key == key
    with pytest.raises(WrongPassphrase):
        unlock_with_recovery_code(path, old)


def test_a_key_of_another_file_cannot_be_put_in(path, made):
    before = path.read_bytes()

    with pytest.raises(WrongPassphrase):
        change_passphrase(path, bytes(32), "uusi lause", "Maija", CHEAP)

    assert path.read_bytes() == before


def test_making_keys_never_replaces_a_file(path, made):
    with pytest.raises(CannotWrite):
        create_keys(path, "uusi lause", cost=CHEAP)

    assert unlock(path, PASSPHRASE).key == made[0]


@pytest.mark.parametrize("change", ["cost", "label", "dropped"])
def test_a_change_by_somebody_without_the_key_is_noticed(path, made, change):
    keys = read_keys(path)
    ours, recovery = keys.slots
    changed = {
        "cost": (replace(ours, cost=Cost(8, 1, 1)), recovery),
        "label": (replace(ours, label="Pekka"), recovery),
        "dropped": (ours,),
    }[change]
    save_keys(path, replace(keys, slots=changed))

    with pytest.raises((WrongPassphrase, DamagedFile)):
        unlock(path, PASSPHRASE)


def test_no_secret_stands_in_the_file(path, made):
    content = path.read_bytes()

    assert bytes(made[0]) not in content
    assert made[0].hex().encode() not in content
    assert b"kolme" not in content
    assert made[1][:5].encode() not in content


@given(st.binary(min_size=32, max_size=32))
def test_subkeys_differ_by_purpose_and_from_the_key(key):
    first, second = subkey(key, "log"), subkey(key, "parcel")

    assert len({key, bytes(first), bytes(second)}) == 3
    assert subkey(bytearray(key), "log") == first


def test_a_wiped_key_is_zeros():
    key = bytearray(b"k" * 32)

    wipe(key)

    assert key == bytes(32)


def test_the_keys_lie_beside_the_cases(tmp_path):
    assert keys_beside(tmp_path / "office.kotoutus") == tmp_path / "office.keys"
