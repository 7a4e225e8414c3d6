"""What a file of SQLCipher holds when every page of it is decrypted, the free ones too."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT, VECTOR = 4096, 80, 16, 16


def plaintext(path: Path, key: bytes) -> bytes:
    """Return the decrypted pages one after another."""
    content = path.read_bytes()
    pages = []
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        reserved = page[-RESERVED:]
        body = page[SALT if start == 0 else 0 : -RESERVED]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(reserved[:VECTOR])).decryptor()
        pages.append(decryptor.update(body) + decryptor.finalize())
    return b"".join(pages)
