"""A file inside a PDF: where the paper is locked, the file is locked with it."""

from io import BytesIO


def attached(pdf: bytes, name: str, content: bytes, media_type: str) -> bytes:
    """Return the PDF with a file in it, which its readers list as an attachment.

    Attach first and lock afterwards: what is attached is encrypted with the paper.
    """
    import pikepdf  # only here: it takes 0.1 s to load

    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.attachments[name] = pikepdf.AttachedFileSpec(
            document, content, filename=name, mime_type=media_type
        )
        document.save(target)
    return target.getvalue()
