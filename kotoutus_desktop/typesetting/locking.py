"""A password for a PDF that is sent: AES-256, which every reader of today opens."""

import secrets
import unicodedata
from io import BytesIO
from typing import Final

# revision 6 of the standard security handler, AES-256; revision 5 was a draft and is weak
REVISION: Final = 6
# what the standard counts of a password; a reader drops the rest without a word
LONGEST_PASSWORD = 127


class UnfitPassword(ValueError):
    """A password that is empty, or longer than a reader of PDF takes."""


def locked(pdf: bytes, password: str) -> bytes:
    """Return the PDF, which then opens with this password only.

    Text, title and metadata are encrypted alike. Reading aloud, copying and printing stay
    allowed to whoever can open it. The bytes differ each time: the keys are random.
    Raises UnfitPassword when it is empty or longer than 127 bytes, and ValueError when the
    document is locked already or is no PDF.
    """
    typed = unicodedata.normalize("NFKC", password)
    if not typed.strip():
        raise UnfitPassword("an empty password locks nothing")
    if len(typed.encode("utf-8")) > LONGEST_PASSWORD:
        raise UnfitPassword(f"a password of a PDF has at most {LONGEST_PASSWORD} bytes")
    return _encrypted(pdf, typed)


def _encrypted(pdf: bytes, password: str) -> bytes:
    # only here: it takes 0.1 s to load, and most papers are never sent
    import pikepdf

    encryption = pikepdf.Encryption(
        user=password,
        # nobody knows this one, so that the other one alone opens the paper
        owner=secrets.token_urlsafe(24),
        R=REVISION,
        allow=pikepdf.Permissions(
            accessibility=True,
            extract=True,
            modify_annotation=False,
            modify_assembly=False,
            modify_form=True,
            modify_other=False,
        ),
    )
    target = BytesIO()
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            document.save(target, encryption=encryption)
    except pikepdf.PasswordError as problem:
        raise ValueError("the paper is locked already") from problem
    except pikepdf.PdfError as problem:
        raise ValueError("what is to be locked is no PDF") from problem
    return target.getvalue()
