"""Languages that clients speak: what the forms offer and what the population register keeps."""

from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.reference.code_list import (
    CodeList,
    Entry,
    Row,
    joined,
    other_names,
    read_rows,
)

# A variety has no figure of its own: it is offered beside the language it is counted with.
_COUNTED_WITH = {"prs": "fa", "kmr": "ku", "ckb": "ku", "sdh": "ku"}

# Own list: names that the table lacks, as the speakers write them and as counsellors say them.
_EVERYDAY = {
    "ckb": ("سۆرانی", "kurdi sorani", "kurdiska sorani", "Sorani"),
    "kmr": ("kurdi kurmandži", "kurdi kurmanji", "kurdiska kurmanji", "Kurmancî"),
    "ku": ("kurdi", "kurdiska"),
    "prs": ("afgaanipersia", "afgan", "Afghan Persian", "درى"),
    "fa": ("farsi", "iranin persia"),
    "my": ("burma", "Myanmar"),
    "ti": ("tigrinja", "tigrigna"),
    "et": ("viro", "eesti"),
    "fil": ("tagalog",),
}
_NATIVE = {"prs": "دری"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Entry):
    """A language or a variety of one.

    `code` is also the BCP 47 tag, but for the special codes 98, 99 and XX, whose `tag` is "".
    `native` is the name in the language itself, "" where it is not known. `register_code` is what
    the population register would hold: 98 is its "other language". `speakers` are those in Finland
    on 31 December 2018, for ordering only; None where there is no figure.
    """

    native: str
    rtl: bool
    speakers: int | None
    register_code: str
    tag: str
    offer: bool

    def both_names(self, language: str) -> str:
        """Return the name with the native one beside it: "arabia (العربية)"."""
        name = self.name(language)
        return f"{name} ({self.native})" if self.native and self.native != name else name


def _language(row: Row) -> Language:
    status, code = row["status"], row["code"]
    verified = not any(word in status for word in ("not verified", "remembered", "check"))
    native = row["native_name"] or _NATIVE.get(code, "")
    return Language(
        code=code,
        fi=row["name_fi"],
        sv=row["name_sv"],
        en=row["name_en"],
        aliases=(
            *other_names(
                row, "oph_name_fi", "oph_name_sv", "oph_name_en", "native_name", "iso639_3"
            ),
            *_EVERYDAY.get(code, ()),
        ),
        verified=verified,
        note=joined("" if verified else status, row["note"]),
        native=native,
        rtl=row["rtl"] == "yes",
        speakers=int(row["speakers_finland_2018_12_31"] or 0) or None,
        register_code=row["register_code"],
        tag="" if row["kind"] == "special" else code,
        offer="hide by default" not in row["note"] and row["kind"] != "special",
    )


@cache
def languages() -> CodeList[Language]:
    """Return every language and the register's special codes, as the table orders them."""
    return CodeList(
        [_language(row) for row in read_rows("languages.csv")],
        caveat="How the population register stores languages without a two-letter code has not "
        "been verified.",
    )


@cache
def offered_languages() -> CodeList[Language]:
    """Return what a form offers: many speakers first, then by Finnish name."""
    every = languages()

    varieties = list(_COUNTED_WITH)

    def order(language: Language) -> tuple[int, int, str]:
        counted = every.get(_COUNTED_WITH.get(language.code, language.code)) or language
        place = varieties.index(language.code) if language.code in varieties else -1
        return -(counted.speakers or 0), place, language.fi

    return CodeList(
        sorted((language for language in every if language.offer), key=order),
        caveat=every.caveat,
    )
