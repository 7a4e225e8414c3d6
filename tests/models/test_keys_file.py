import hashlib
import json
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotoutus_desktop.errors import CannotWrite, DamagedFile, KotoutusError, NewerFile
from kotoutus_desktop.models.keys_file import LARGEST, Cost, KeysFile, Slot, read_keys, save_keys

SLOT = Slot("passphrase", "Maija", Cost(8, 1, 1), b"s" * 16, b"n" * 12, b"w" * 48)
KEYS = KeysFile("0f", (SLOT, replace(SLOT, kind="recovery", label="")), b"e" * 32)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "office.keys"
    save_keys(path, KEYS)
    return path


def test_a_keys_file_comes_back_equal(path):
    assert read_keys(path) == KEYS


def test_only_its_owner_can_read_it(path):
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_is_refused(path, data):
    save_keys(path, KEYS)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)

    with pytest.raises(KotoutusError):
        read_keys(path)

    assert path.read_bytes() == content


@pytest.mark.parametrize("length", [0, 1, 100, -1])
def test_a_file_cut_short_is_refused(path, length):
    path.write_bytes(path.read_bytes()[:length])

    with pytest.raises(DamagedFile):
        read_keys(path)


@pytest.mark.parametrize("content", [b"[" * 60_000, b"null", b"{}", b"\xff", b" " * (LARGEST + 1)])
def test_a_file_of_another_kind_is_refused(path, content):
    path.write_bytes(content)

    with pytest.raises(DamagedFile):
        read_keys(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DamagedFile, match="missing") as failure:
        read_keys(tmp_path / "office.keys")

    assert failure.value.values == {"name": "office.keys"}


def test_a_newer_file_is_told_from_a_damaged_one(path):
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":3'))

    with pytest.raises(NewerFile):
        read_keys(path)


@pytest.mark.parametrize("cost", [(4 << 20, 3, 4), (1024, 100, 1), (1024, 1, 99), (7, 1, 1)])
def test_a_cost_that_would_stop_the_computer_is_refused(path, cost):
    values = json.loads(path.read_bytes())
    values["slots"][0]["kdf"][1:] = cost
    path.write_text(json.dumps(values))

    with pytest.raises(ValueError, match=r"memory|passes"):
        Cost(*cost)
    with pytest.raises(DamagedFile):
        read_keys(path)


def test_a_file_that_cannot_be_saved_stays_as_it_was(path):
    before = path.read_bytes()
    path.with_name(path.name + ".new").mkdir()  # so that nothing can be written beside it

    with pytest.raises(CannotWrite):
        save_keys(path, replace(KEYS, slots=()))

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("field", "value"), [("salt", "AAAA"), ("nonce", "AAAA"), ("public", "AAAA")]
)
def test_a_slot_that_no_cipher_takes_is_damaged(path, field, value):
    values = json.loads(path.read_bytes())
    values["slots"][0][field] = value
    values.pop("checksum")
    plain = json.dumps(values, sort_keys=True, separators=(",", ":")).encode()
    values["checksum"] = hashlib.sha256(plain).hexdigest()
    path.write_text(json.dumps(values, sort_keys=True, separators=(",", ":")))

    with pytest.raises(DamagedFile):
        read_keys(path)
