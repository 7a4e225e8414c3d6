import random
import shutil
import struct
import subprocess
import zlib

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.models.transfer import sealed_file
from kotoutus_desktop.models.transfer.laptop_keys import LaptopKeys
from kotoutus_desktop.models.transfer.sealed_file import TransferRefused, open_file, seal_file

SENDER, RECEIVER, STRANGER = LaptopKeys.make(), LaptopKeys.make(), LaptopKeys.make()
TO = [RECEIVER.card("").recipient]
KNOWN = {SENDER.card("").signing_key}
BODY = b'{"client": "Amal"}' * 40


@pytest.fixture(scope="module")
def sealed():
    """A file for the receiver."""
    return seal_file(BODY, SENDER, TO)


def refusal(data: bytes, keys: LaptopKeys = RECEIVER) -> str:
    """Return why a file is refused."""
    with pytest.raises(TransferRefused) as refused:
        open_file(data, keys, KNOWN)
    return refused.value.message


def packed(plain: bytes) -> bytes:
    """Encrypt something else to the receiver."""
    return pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(TO[0])])


def test_the_receiver_reads_what_was_sent_and_by_whom(sealed):
    opened = open_file(sealed, RECEIVER, KNOWN)

    assert opened.body == BODY
    assert opened.sender == SENDER.card("").signing_key


def test_each_of_several_laptops_can_open_it():
    data = seal_file(BODY, SENDER, [*TO, STRANGER.card("").recipient])

    assert open_file(data, RECEIVER, KNOWN) == open_file(data, STRANGER, KNOWN)


def test_nothing_can_be_read_in_it(sealed):
    assert b"Amal" not in sealed
    assert SENDER.card("").signing_key not in sealed


def test_another_laptop_is_told_that_it_is_not_meant(sealed):
    assert "was not made for this laptop" in refusal(sealed, STRANGER)


def test_an_addressee_cannot_pass_it_on_as_if_it_had_been_meant_for_another(sealed):
    plain = pyrage.decrypt(sealed, [RECEIVER.identity])
    passed_on = pyrage.encrypt(plain, [STRANGER.identity.to_public()])

    assert "was not made for this laptop" in refusal(passed_on, STRANGER)


def test_a_signature_of_another_does_not_fit(sealed):
    plain = pyrage.decrypt(sealed, [RECEIVER.identity])
    own = STRANGER.card("").signing_key
    start = len(b"kotoutus-transfer-1\n")

    assert "changed on its way" in refusal(packed(plain[:start] + own + plain[start + 32 :]))


def test_what_a_stranger_signed_is_not_even_unpacked(monkeypatch):
    monkeypatch.setattr(sealed_file, "LARGEST_BODY", 10)

    assert "not known here" in refusal(seal_file(BODY, STRANGER, TO))


def test_a_file_that_swells_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(sealed_file, "LARGEST_BODY", 1000)

    assert "too large" in refusal(seal_file(b"0" * 100_000, SENDER, TO))


def test_a_file_larger_than_any_is_refused_before_it_is_opened(monkeypatch, sealed):
    monkeypatch.setattr(sealed_file, "LARGEST_FILE", 100)

    assert "too large" in refusal(sealed)


def test_a_body_that_ends_early_is_refused():
    body = zlib.compress(BODY)[:-6]
    aim = b'["' + TO[0].encode() + b'"]'
    signature = SENDER.signer.sign(b"kotoutus-transfer-1\n" + aim + body)
    key = SENDER.card("").signing_key
    plain = b"kotoutus-transfer-1\n" + key + signature + struct.pack(">I", len(aim)) + aim + body

    assert "changed on its way" in refusal(packed(plain))


def test_other_files_are_not_ours():
    for data in (b"", b"PK\x03\x04", packed(b"hello"), packed(b"kotoutus-transfer-1\n")):
        assert "not a transfer file" in refusal(data)


def _changed(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return data[: chance.randrange(len(data))]
    at, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


@pytest.mark.parametrize("seed", range(10))
def test_a_file_that_was_tampered_with_or_cut_is_refused(sealed, seed):
    chance = random.Random(seed)

    for _ in range(100):
        assert refusal(_changed(sealed, chance))


@given(st.binary(max_size=400))
def test_whatever_an_addressee_puts_inside_is_refused_and_never_crashes(plain):
    refusal(packed(b"kotoutus-transfer-1\n" + plain))


@pytest.mark.skipif(shutil.which("age") is None, reason="the tool age is not on this machine")
def test_the_standard_tool_opens_it(tmp_path, sealed):
    secret, file = tmp_path / "key.txt", tmp_path / "case.age"
    secret.write_text(RECEIVER.secret)
    file.write_bytes(sealed)

    plain = subprocess.run(["age", "-d", "-i", secret, file], capture_output=True, check=True)

    assert plain.stdout.startswith(b"kotoutus-transfer-1\n")
