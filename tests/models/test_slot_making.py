"""Several people in one keys file: who opens what, and what a change by somebody else does."""

from dataclasses import replace

import pytest

from kotoutus_desktop.errors import CannotWrite, DamagedFile, InvalidInput, WrongPassphrase
from kotoutus_desktop.models import slot_making
from kotoutus_desktop.models.key_slots import (
    change_passphrase,
    change_role,
    create_keys,
    give_first_passphrase,
    labels,
    people_with_keys,
    recovery_is_split,
    renew_recovery_code,
    split_recovery_code,
    unlock,
    unlock_with_recovery_code,
)
from kotoutus_desktop.models.keys_file import Cost, Role, read_keys, save_keys
from kotoutus_desktop.models.slot_box import fill

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "kolme hyvää sanaa"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "office.keys"


@pytest.fixture
def key(path):
    return create_keys(path, PASSPHRASE, "Maija", CHEAP)[0]


def test_who_made_the_file_is_its_administrator(path, key):
    assert unlock(path, PASSPHRASE).role is Role.ADMINISTRATOR


def test_a_first_passphrase_opens_the_file_and_says_that_it_is_to_be_changed(path, key):
    first = give_first_passphrase(path, key, "Pekka", Role.TRAINER, CHEAP)

    unlocked = unlock(path, first)
    assert (unlocked.key, unlocked.label) == (key, "Pekka")
    assert unlocked.first
    assert unlocked.role is Role.TRAINER
    assert len(first.replace("-", "")) == 20


def test_an_own_passphrase_keeps_the_role_and_is_no_first_one(path, key):
    give_first_passphrase(path, key, "Pekka", Role.SUPERVISOR, CHEAP)
    change_passphrase(path, key, "pekan oma pitkä lause", "Pekka", CHEAP)

    unlocked = unlock(path, "pekan oma pitkä lause")
    assert not unlocked.first
    assert unlocked.role is Role.SUPERVISOR
    assert labels(path) == ["Maija", "Pekka"]


def test_a_new_first_passphrase_takes_the_place_of_a_forgotten_one(path, key):
    change_passphrase(path, key, "pekan oma pitkä lause", "Pekka", CHEAP)
    give_first_passphrase(path, key, "Pekka", Role.COUNSELLOR, CHEAP)

    with pytest.raises(WrongPassphrase):
        unlock(path, "pekan oma pitkä lause")


def test_a_role_is_changed_without_the_persons_passphrase(path, key):
    first = give_first_passphrase(path, key, "Pekka", Role.COUNSELLOR, CHEAP)
    change_role(path, key, "Pekka", Role.TRAINER)

    assert unlock(path, first).role is Role.TRAINER
    assert people_with_keys(path)["Maija"].role is Role.ADMINISTRATOR


def test_nobody_takes_a_passphrase_that_is_somebody_elses(path, key):
    before = path.read_bytes()

    with pytest.raises(InvalidInput):
        change_passphrase(path, key, PASSPHRASE, "Pekka", CHEAP)

    assert path.read_bytes() == before


def test_one_derivation_tries_all_passphrases_whether_one_fits_or_none(path, key, monkeypatch):
    for number in range(6):
        give_first_passphrase(path, key, f"person {number}", Role.COUNSELLOR, CHEAP)
    derived, opened = [], []
    real_key, real_open = slot_making.wrapping_key, slot_making._open
    monkeypatch.setattr(
        slot_making, "wrapping_key", lambda *way: derived.append(way) or real_key(*way)
    )
    monkeypatch.setattr(slot_making, "_open", lambda *it: opened.append(it) or real_open(*it))

    unlock(path, PASSPHRASE)
    assert (len(derived), len(opened)) == (1, 7)
    with pytest.raises(WrongPassphrase):
        unlock(path, "ei kenenkään lause")
    assert (len(derived), len(opened)) == (2, 14)


def test_a_role_changed_by_hand_in_the_file_is_noticed(path, key):
    first = give_first_passphrase(path, key, "Pekka", Role.TRAINER, CHEAP)
    keys = read_keys(path)
    raised = tuple(replace(slot, role=Role.ADMINISTRATOR) for slot in keys.slots)
    save_keys(path, replace(keys, slots=raised))

    with pytest.raises(DamagedFile):
        unlock(path, first)


def test_a_box_filled_by_somebody_who_never_had_the_file_open_opens_nothing(path, key):
    keys = read_keys(path)
    own = keys.slots[0]
    forged = fill(own.public, bytes(32), bytes(32), f"{keys.file_id}/passphrase/Maija".encode())
    save_keys(path, replace(keys, slots=(replace(own, box=forged), *keys.slots[1:])))

    with pytest.raises(WrongPassphrase):
        unlock(path, PASSPHRASE)


def test_two_people_keep_half_a_recovery_code_each_and_both_are_needed(path, key):
    first, second = split_recovery_code(path, key, CHEAP)

    assert recovery_is_split(path)
    assert unlock_with_recovery_code(path, second.lower(), first).key == key
    for halves in ((first, first), (first,), (second,)):
        with pytest.raises(WrongPassphrase):
            unlock_with_recovery_code(path, *halves)


def test_a_whole_code_takes_the_place_of_the_halves(path, key):
    halves = split_recovery_code(path, key, CHEAP)
    code = renew_recovery_code(path, key, CHEAP)

    assert unlock_with_recovery_code(path, code).key == key
    assert not recovery_is_split(path)
    with pytest.raises(WrongPassphrase):
        unlock_with_recovery_code(path, *halves)


def test_while_the_file_is_encrypted_anew_nobody_changes_the_keys(path, key):
    keys = read_keys(path)
    turning = tuple(replace(slot, next_box=slot.box) for slot in keys.slots)
    save_keys(path, slot_making.Maker.of(keys, key).sealed(turning))

    with pytest.raises(CannotWrite):
        change_passphrase(path, key, "uusi pitkä lause", "Maija", CHEAP)
