"""The phrases that the office added to the library: read, added, taken out of use."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.phrases.library import Library, OfficePhrase, PhraseKind, library


def office_library(session: Session) -> Library:
    """Return the phrases that ship together with the office's own, also those out of use.

    A plan that was written with a phrase must stay readable after the office stops using it.
    """
    rows = session.scalars(select(OwnPhrase).order_by(OwnPhrase.code)).all()
    return library().including(
        OfficePhrase(row.code, PhraseKind(row.kind), dict(row.texts)) for row in rows
    )


def retired_codes(session: Session) -> frozenset[str]:
    """Return the codes of the office's phrases that are no longer offered."""
    rows = session.scalars(select(OwnPhrase.code).where(OwnPhrase.active.is_(False)))
    return frozenset(rows)


def own_phrases(session: Session) -> list[OwnPhrase]:
    """Return the office's phrases by their codes, those in use first."""
    order = (OwnPhrase.active.desc(), OwnPhrase.code)
    return list(session.scalars(select(OwnPhrase).order_by(*order)))


def add_own_phrase(session: Session, kind: PhraseKind, texts: Mapping[str, str]) -> OwnPhrase:
    """Add a phrase of the office under the next free code: U-001, U-002 and so on.

    `texts` by language code; empty ones are left out. Raises InvalidInput when the phrase is
    in neither Finnish nor Swedish: it could not stand in the official text of a paper.
    """
    kept = {language: " ".join(text.split()) for language, text in texts.items() if text.strip()}
    if not kept.keys() & {"fi", "sv"}:
        raise InvalidInput("fi", N_("Write the phrase in Finnish or Swedish at least."))
    code = office_library(session).next_own_code()
    row = OwnPhrase(code=code, kind=kind.value, texts=kept)
    session.add(row)
    return row


def retire_own_phrase(session: Session, code: str) -> None:
    """Stop offering a phrase of the office; what was written with it stays as it is."""
    row = session.scalars(select(OwnPhrase).where(OwnPhrase.code == code)).first()
    if row is not None:
        row.active = False


def revive_own_phrase(session: Session, code: str) -> None:
    """Offer a phrase again that was taken out of use."""
    row = session.scalars(select(OwnPhrase).where(OwnPhrase.code == code)).first()
    if row is not None:
        row.active = True
