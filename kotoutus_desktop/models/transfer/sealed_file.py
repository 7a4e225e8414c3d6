"""A transfer file: signed by the laptop that sends, encrypted to those that may read it.

The outside is the age format (age-encryption.org/v1), so that the file can be opened without
this program too. age does not say who sent a file; the signature inside does, and it names the
addressees, so that nobody can pass a file on to others as if it had been meant for them.

Inside: the magic line, 32 bytes of the sender's Ed25519 key, 64 of the signature over magic,
addressees and body, the length of the addressees (4 bytes, big endian), the addressees as a JSON
list, and the body, deflated.
"""

import json
import struct
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.transfer.laptop_keys import LaptopKeys

SUFFIX = ".kotoutus-transfer"
LARGEST_FILE = 256 * 2**20
LARGEST_BODY = 512 * 2**20
_MAGIC = b"kotoutus-transfer-1\n"
_AGE = b"age-encryption.org/v1"
_KEY, _SIGNATURE, _LENGTH = 32, 64, 4
_HEAD = len(_MAGIC) + _KEY + _SIGNATURE + _LENGTH

_NOT_OURS = N_("This is not a transfer file of this program.")
_NOT_WHOLE = N_(
    "The transfer file is damaged or was changed on its way. Ask for it to be sent again."
)
_NOT_FOR_US = N_(
    "This file was not made for this laptop. Ask the sender to choose this laptop as well."
)
_STRANGER = N_(
    "The file was signed by a laptop that is not known here. Exchange cards with it first, and"
    " compare the fingerprints."
)
_TOO_LARGE = N_("The transfer file is too large. Ask for fewer cases at a time.")


class TransferRefused(KotoutusError):
    """A transfer file cannot be taken; the message says why and what to do. Nothing changed."""


@dataclass(frozen=True)
class Opened:
    """What a file holds, and the Ed25519 key of the known laptop that signed it."""

    sender: bytes
    body: bytes


def seal_file(body: bytes, sender: LaptopKeys, recipients: Sequence[str]) -> bytes:
    """Return the file for some laptops; `recipients` are their age recipients, at least one."""
    packed = zlib.compress(body, 6)
    addressees = json.dumps(sorted(recipients)).encode()
    signature = sender.signer.sign(_MAGIC + addressees + packed)
    head = _MAGIC + sender.signer.public_key().public_bytes_raw() + signature
    plain = head + struct.pack(">I", len(addressees)) + addressees + packed
    addressed = [pyrage.x25519.Recipient.from_str(each) for each in sorted(recipients)]
    return bytes(pyrage.encrypt(plain, addressed))


def open_file(data: bytes, own: LaptopKeys, known: Collection[bytes]) -> Opened:
    """Open a file that a known laptop made for this one; `known` are the keys that may sign.

    Raises TransferRefused for anything that is not exactly such a file. What a stranger packed
    is not even unpacked.
    """
    if not data.startswith(_AGE):
        raise TransferRefused(_NOT_OURS)
    if len(data) > LARGEST_FILE:
        raise TransferRefused(_TOO_LARGE)
    plain = _decrypted(data, own)
    if not plain.startswith(_MAGIC) or len(plain) < _HEAD:
        raise TransferRefused(_NOT_OURS)
    sender = plain[len(_MAGIC) : len(_MAGIC) + _KEY]
    signature = plain[len(_MAGIC) + _KEY : _HEAD - _LENGTH]
    (length,) = struct.unpack(">I", plain[_HEAD - _LENGTH : _HEAD])
    addressees, packed = plain[_HEAD : _HEAD + length], plain[_HEAD + length :]
    _require_signed(sender, signature, addressees, packed)
    if str(own.identity.to_public()) not in json.loads(addressees):
        raise TransferRefused(_NOT_FOR_US)
    if sender not in known:
        raise TransferRefused(_STRANGER)
    return Opened(sender, _inflated(packed))


def _decrypted(data: bytes, own: LaptopKeys) -> bytes:
    try:
        return bytes(pyrage.decrypt(data, [own.identity]))
    except pyrage.DecryptError as error:
        not_ours = "no matching keys" in str(error).lower()
        raise TransferRefused(_NOT_FOR_US if not_ours else _NOT_WHOLE) from error


def _require_signed(sender: bytes, signature: bytes, addressees: bytes, packed: bytes) -> None:
    try:
        key = Ed25519PublicKey.from_public_bytes(sender)
        key.verify(signature, _MAGIC + addressees + packed)
    except (InvalidSignature, ValueError) as error:
        raise TransferRefused(_NOT_WHOLE) from error


def _inflated(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        body = inflater.decompress(packed, LARGEST_BODY)
    except zlib.error as error:
        raise TransferRefused(_NOT_WHOLE) from error
    if inflater.unconsumed_tail:
        raise TransferRefused(_TOO_LARGE)
    if not inflater.eof:
        raise TransferRefused(_NOT_WHOLE)
    return body
