"""By what laptops know each other: a key to encrypt to, a key to sign with, a fingerprint."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_

CARD_SUFFIX = ".kotoutus-laptop"
LONGEST_CARD = 4096
_KIND = "kotoutus-laptop-1"
_GROUPS, _DIGITS = 6, 5
_NOT_A_CARD = N_(
    "This is not the card of a laptop. Ask for the file that the other laptop saved under"
    " Laptops, My card."
)


@dataclass(frozen=True)
class Card:
    """What a laptop shows of itself: no secret, but whoever exchanges it could be deceived.

    That is why both read the fingerprint aloud before they trust each other.
    """

    name: str
    recipient: str
    signing_key: bytes

    @property
    def fingerprint(self) -> str:
        """Thirty digits of both keys in groups of five, as they are read aloud."""
        digest = sha256(self.recipient.encode() + b"\0" + self.signing_key).digest()
        digits = str(int.from_bytes(digest) % 10 ** (_GROUPS * _DIGITS)).zfill(_GROUPS * _DIGITS)
        return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))

    def text(self) -> str:
        """Return the content of the file that the other laptop reads."""
        content = {
            "kind": _KIND,
            "name": self.name,
            "recipient": self.recipient,
            "signing_key": self.signing_key.hex(),
        }
        return json.dumps(content, ensure_ascii=False, indent=1)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read the file of another laptop; raises InvalidInput for `card`."""
        try:
            content = json.loads(text[:LONGEST_CARD])
            kind = content["kind"]
            recipient = str(pyrage.x25519.Recipient.from_str(content["recipient"]))
            signing_key = bytes.fromhex(content["signing_key"])
            name = str(content["name"]).strip()[:80]
        except (ValueError, KeyError, TypeError, RecursionError, pyrage.RecipientError) as error:
            raise InvalidInput("card", _NOT_A_CARD) from error
        if kind != _KIND or len(signing_key) != 32:
            raise InvalidInput("card", _NOT_A_CARD)
        return cls(name, recipient, signing_key)


@dataclass(frozen=True)
class LaptopKeys:
    """The secret half: an age identity, and the seed of an Ed25519 key."""

    secret: str
    signing_seed: bytes

    @classmethod
    def make(cls) -> Self:
        """Return new keys."""
        seed = Ed25519PrivateKey.generate().private_bytes_raw()
        return cls(str(pyrage.x25519.Identity.generate()), seed)

    @property
    def identity(self) -> pyrage.x25519.Identity:
        """What opens a file that was made for this laptop."""
        return pyrage.x25519.Identity.from_str(self.secret)

    @property
    def signer(self) -> Ed25519PrivateKey:
        """What signs a file as this laptop's."""
        return Ed25519PrivateKey.from_private_bytes(self.signing_seed)

    def card(self, name: str) -> Card:
        """Return what others may see."""
        recipient = str(self.identity.to_public())
        return Card(name, recipient, self.signer.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        """Show nothing of the keys in a traceback."""
        return "LaptopKeys()"
