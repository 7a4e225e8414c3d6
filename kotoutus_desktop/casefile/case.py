"""A case: everything that one plan and its paper are made of."""

from dataclasses import dataclass
from hashlib import sha256

from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.library import Library, OfficePhrase, Phrase, PhraseKind, library

FORMAT = 1


@dataclass(frozen=True)
class Case:
    """What a case file holds, as instances that belong to no database.

    `assessment` and `plan` are None when there is none yet. `own_phrases` are those of the
    office's own phrases that the case uses. `phrases` are those of the program as they read
    when the plan was agreed; none for a draft.
    """

    office: Office
    officer: Officer
    client: Client
    assessment: Assessment | None = None
    plan: Plan | None = None
    own_phrases: tuple[OwnPhrase, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    @property
    def library(self) -> Library:
        """The phrases of the program with the office's own ones, in the words of this case."""
        return (
            library()
            .reading(self.phrases)
            .including(
                OfficePhrase(own.code, PhraseKind(own.kind), own.texts) for own in self.own_phrases
            )
        )


def case_digest(text: str) -> str:
    """Return the SHA-256 of a case file's text, in hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest()
