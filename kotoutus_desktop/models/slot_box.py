"""A box for the public half of a key pair: anybody with the anchor can fill it, one can open it.

X25519 with a fresh key for each box, HKDF-SHA-256, AES-256-GCM. The anchor, a secret of the file,
goes into the key of the box: who never had the file open cannot put a key of their own in.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_LENGTH = 32
_ONCE = bytes(12)  # the key of a box encrypts this box only


def new_pair() -> tuple[bytes, bytes]:
    """Return the private and the public half of a new key pair."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def fill(public: bytes, anchor: bytes, content: bytes, whose: bytes) -> bytes:
    """Return a box; `whose` ties it to its slot."""
    fresh = X25519PrivateKey.generate()
    sender = fresh.public_key().public_bytes_raw()
    shared = fresh.exchange(X25519PublicKey.from_public_bytes(public))
    key = _key(shared, anchor, sender + public)
    return sender + AESGCM(key).encrypt(_ONCE, content, whose)


def open_box(private: bytes, anchor: bytes, box: bytes, whose: bytes) -> bytearray:
    """Return what is in a box; raises InvalidTag when it was not filled for this slot."""
    own = X25519PrivateKey.from_private_bytes(private)
    sender, sealed = box[:KEY_LENGTH], box[KEY_LENGTH:]
    shared = own.exchange(X25519PublicKey.from_public_bytes(sender))
    key = _key(shared, anchor, sender + own.public_key().public_bytes_raw())
    return bytearray(AESGCM(key).decrypt(_ONCE, sealed, whose))


def _key(shared: bytes, anchor: bytes, both: bytes) -> bytes:
    info = b"kotoutus-desktop/2/box" + both
    return HKDF(SHA256(), KEY_LENGTH, anchor, info).derive(shared)
