"""The phrases of one client's forms: which there are, and in which languages they are needed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.casework.own_phrases import add_own_phrase, office_library, retired_codes
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.phrases.catalog import read_language
from kotoutus_desktop.phrases.library import SLOT_NAMES, Library, Phrase, PhraseKind
from kotoutus_desktop.phrases.render import outline, render
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.workspace import Workspace

EVERYTHING = 10_000
WRITTEN_IN = {
    "fi": N_("in Finnish"),
    "sv": N_("in Swedish"),
    "en": N_("in English"),
    "ru": N_("in Russian"),
    "uk": N_("in Ukrainian"),
    "ar": N_("in Arabic"),
    "fa": N_("in Persian"),
    "prs": N_("in Dari"),
    "so": N_("in Somali"),
    "ti": N_("in Tigrinya"),
    "ckb": N_("in Kurdish (Sorani)"),
    "ku": N_("in Kurdish (Kurmanji)"),
    "th": N_("in Thai"),
    "vi": N_("in Vietnamese"),
    "tr": N_("in Turkish"),
    "et": N_("in Estonian"),
    "es": N_("in Spanish"),
    "fr": N_("in French"),
    "zh": N_("in Chinese"),
    "am": N_("in Amharic"),
    "sq": N_("in Albanian"),
    "ps": N_("in Pashto"),
    "ur": N_("in Urdu"),
    "my": N_("in Burmese"),
    "bn": N_("in Bengali"),
    "ne": N_("in Nepali"),
}


def written_in(language: str) -> str:
    """Return "in Arabic"; where the interface has no word of it, "in the client's language"."""
    return _(WRITTEN_IN.get(read_language(language), N_("in the client's language")))


@dataclass(frozen=True)
class Note:
    """What is said under a field about the client's language; empty for nothing."""

    text: str = ""
    tone: str = "muted"
    icon: str = ""


class Phrasebook:
    """The library with the office's own phrases, for a client who reads `client_language`.

    `official` is the language in which free text is written: fi or sv. `client_language` is
    empty while it is not known.
    """

    def __init__(self, workspace: Workspace, client_language: str, official: str) -> None:
        self.workspace = workspace
        self.client_language = read_language(client_language)
        self.official = official
        self.library = Library(())
        self._retired: Collection[str] = ()
        self.read()

    def read(self) -> None:
        """Read the office's own phrases again."""
        with self.workspace.database.reading() as session:
            self.library = office_library(session)
            self._retired = retired_codes(session)

    def today(self) -> date:
        """Return the day, for dates that are typed into slots."""
        return self.workspace.today()

    def search(
        self, typed: str, kinds: Collection[PhraseKind], preferred: Collection[str] = ()
    ) -> list[Phrase]:
        """Return the phrases that fit, first those meant for the head, goal or measure at hand."""
        found = self.library.search(typed, kinds, interface_language(), EVERYTHING)
        offered = [phrase for phrase in found if phrase.code not in self._retired]
        wanted = set(preferred)
        return sorted(offered, key=lambda p: not wanted & {p.head, p.goal, p.measure})

    def outline(self, phrase: Phrase) -> str:
        """Return a phrase as it is offered, with the names of its slots in braces."""
        names = {slot: _(name) for slot, name in SLOT_NAMES.items()}
        for language in (interface_language(), self.official, "fi", "sv"):
            text = outline(phrase, language, names)
            if text is not None:
                return text
        return phrase.english or next(iter(phrase.texts.values()), phrase.code)

    def text(self, wording: Wording) -> str:
        """Return a wording as the counsellor reads it; a half-filled phrase as its outline."""
        if not wording.phrase:
            return wording.text
        phrase = self.library.get(wording.phrase)
        if phrase is None:
            return wording.phrase
        return render(wording, interface_language(), self.library) or self.outline(phrase)

    def is_translated(self, phrase: Phrase) -> bool:
        """Tell whether the client can read it; true while the client's language is unknown."""
        language = self.client_language or self.official
        return phrase.pattern(language) is not None

    def is_for_client_as_it_is(self) -> bool:
        """Tell whether free text in the official language is in the client's language too."""
        return self.client_language in ("", self.official)

    def note(self, phrase: Phrase | None) -> Note:
        """Return a warning where a phrase is not yet in the client's language."""
        if phrase is None or self.is_translated(phrase):
            return Note()
        text = _(
            "Phrase {code} is not {language} yet. Choose another, or print it {official} with "
            "the note that the interpreter explained it."
        )
        return Note(
            text.format(
                code=phrase.code,
                language=written_in(self.client_language),
                official=written_in(self.official),
            ),
            "warning",
            "alert-triangle",
        )

    def free_text_note(self, language: str) -> Note:
        """Return what becomes of free text in a language on paper; "" is no text at all."""
        if not language or self.client_language in ("", language):
            return Note()
        text = _("Prints only {language}: the interpreter explains it.")
        return Note(text.format(language=written_in(language)), icon="ear")

    def add(self, kind: PhraseKind, texts: Mapping[str, str]) -> Phrase:
        """Add a phrase of the office and return it; raises InvalidInput when it has no text."""
        with self.workspace.database.transaction(_("Phrase added")) as session:
            code = add_own_phrase(session, kind, texts).code
        self.read()
        added = self.library.get(code)
        assert added is not None, "a phrase that was just added is in the library"
        return added
