"""Names of languages in the clients' languages, from the Unicode CLDR and a short own table."""

from functools import cache

from babel import Locale, UnknownLocaleError

from kotoutus_desktop.reference.languages import languages

# the varieties under which the CLDR knows a language
_CLDR_CODE = {"prs": "fa_AF", "kmr": "ku"}
_CLDR_LOCALE = {"prs": "fa_AF", "kmr": "ku"}

# Own table: (language named, language of the name), where the CLDR has nothing or another word
_OWN = {
    ("fi", "prs"): "فنلندی",
    ("sv", "prs"): "سویدنی",
    ("prs", "prs"): "دری",
    ("prs", "fa"): "دری",
    ("prs", "ar"): "الدرية",
    ("prs", "ru"): "дари",
    ("prs", "uk"): "дарі",
    ("prs", "so"): "Dari",
    ("prs", "ckb"): "دەری",
    ("ckb", "so"): "Kurdi Sorani",
    ("kmr", "so"): "Kurdi Kurmanji",
    ("kmr", "ar"): "الكردية الكرمانجية",
    ("kmr", "fa"): "کردی کرمانجی",
    ("kmr", "ru"): "курманджи",
    ("kmr", "uk"): "курманджі",
}


@cache
def _cldr(language: str) -> Locale | None:
    try:
        return Locale.parse(_CLDR_LOCALE.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return None


def language_name(code: str, language: str) -> str | None:
    """Return the name of the language `code` in the language `language`.

    Finnish, Swedish and English names are those of the code list; a language's name in itself is
    its native one. None where no name is known: then the Finnish or English one is printed alone.
    """
    entry = languages().get(code)
    if entry and language in ("fi", "sv", "en"):
        return entry.name(language)
    own = _OWN.get((code, language))
    if own:
        return own
    locale = _cldr(language)
    name = locale.languages.get(_CLDR_CODE.get(code, code)) if locale else None
    if name is None and entry and code == language and entry.native:
        return entry.native
    return name
