"""Keys by which a person is found however the name was written down.

Mohammed, Muhammad, Maxamed, Мухаммед and محمد are one name. Every word of a name gives its folded
spelling and a few consonant skeletons, one for each way its letters may be meant: an x is a ks, or
a Somali h. Two words sound alike when they share a skeleton. It is an aid for searching, not a
check of identity: see tests/models/test_name_keys.py for how much it finds and how often it errs.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from kotoutus_desktop.reference.folding import fold, to_ascii

PHONE_PREFIX = 4  # digits from which a number may be a phone

__all__ = [
    "PHONE_PREFIX",
    "Key",
    "KeyKind",
    "answers",
    "born_key",
    "digits",
    "fold",
    "heard",
    "identity_key",
    "keys",
    "number_keys",
    "phone_key",
    "skeletons",
    "sort_key",
    "sounds_like",
    "words_in",
]


class KeyKind(StrEnum):
    """What a key was made of."""

    SPELLING = "f"
    SOUND = "s"
    IDENTITY_CODE = "i"
    PHONE = "p"
    BORN = "b"
    NUMBER = "n"


class Key(NamedTuple):
    """One search key: a row of the key table without its client."""

    kind: KeyKind
    key: str


# "{" comes after "z" in the order of bytes, in SQLite and in PostgreSQL with collation "C"
_FINNISH_ORDER = str.maketrans({"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"})
_NOT_SORTED = re.compile(r"[^a-z0-9{]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_BETWEEN_WORDS = re.compile(r"[\s\-\u2010-\u2015/.,·]+")

# Latin letters whose mark says how they sound; folding would lose it
_MARKED = str.maketrans(
    {
        **dict.fromkeys("šşșśŝ", "sh"),
        **dict.fromkeys("čçćĉ", "ch"),
        **dict.fromkeys("žźż", "zh"),
        "ğ": "",
        "ñ": "n",
        "ț": "ts",
        "ţ": "ts",
    }
)

# Scripts that leave vowels out: the letter is a consonant with an unknown vowel after it
_VOWELLESS = re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
_CARRIERS = "اأإآٱعئءؤىەאע"  # stand for a vowel, or for a sound that Latin letters leave out
_HALF_VOWELS = {
    "و": "w",
    "ۆ": "o",
    "ي": "y",
    "ی": "y",
    "ې": "e",
    "ێ": "e",
    "\N{HEBREW LETTER VAV}": "w",
    "\N{HEBREW LETTER YOD}": "y",
}

# How letters may be meant. Each rule adds a reading and keeps the one before.
_READINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:al|el|ul)(?=[bcdfghjklmnpqrstvwxyz]\w{3})", ""),  # article
        (r"^a(?:sh(?=sh)|([sdnrtz])(?=\1))", ""),  # article before its own sound
        (r"^(abd)[aeiou]?l?(?=[bcdfghjklmnpqrstvwxyz])", r"\1"),  # Abd al-, Abdul, Abdur
        (r"x", "h"),  # Somali, Kurdish
        (r"c(?!h)", ""),  # Somali: ayin
        (r"c(?![hksz])", "s"),  # Slavic ts, French and Spanish before e
        (r"^(?:dj|dzh|dsch|zh|g|c|xh)(?=[aeiouy])", "j"),  # Jamal, Gamal, Cemal, Xhemal
        (r"xh", "z"),  # Albanian inside a word
        (r"^x", "s"),  # Chinese
        (r"th", "s"),  # Othman, Osman
        (r"g(?!h)", "h"),  # Ukrainian
        (r"gh", "g"),  # Ghebre
        (r"q|gh", "h"),  # Persian
        (r"^y(?=[aeiou])", ""),  # Yekaterina, Ekaterina
        (r"^i(?=[aeou])", "y"),  # Ievgen
        (r"w(?![aeiouy])", ""),  # a diphthong: Chowdhury, Masawd
        (r"(?<=i)h(?=[ou])|^h(?=[^aeiouy])", ""),  # unheard h: Zabihullah, Htun
        (r"rh", "r"),
        (r"o?u(?=[aei])", "w"),  # Ouattara
        (r"ue|oe|ae", "e"),  # Mueller
    )
)
_MOST_READINGS = 24
_ARTICLE = 2  # letters of al, el, ul

# Sounds that change between spellings become one letter; longer spellings first
_SOUNDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"shtsh|shch|stsh|tsch|dsch|tsh|tch|sch|dzh|tz|ts|sh|ch|zh|cz|sz|dj|dz|ss|z", "s"),
        (r"kh|gh", "h"),
        (r"ph|v|w|ff", "f"),
        (r"th|dh|d", "t"),
        (r"ck|q|c|g", "k"),
        (r"x", "ks"),
        (r"p", "b"),
    )
)
_VOWELS = re.compile(r"[aeiouyj]")
_DOUBLED = re.compile(r"(.)\1+")


def sort_key(*names: str) -> str:
    """Return what orders names as Finnish does (å, ä and ö last) by plain bytes."""
    lower = unicodedata.normalize("NFC", " ".join(names)).casefold()
    return _NOT_SORTED.sub(" ", to_ascii(lower.translate(_FINNISH_ORDER))).strip()


def _with_vowels(word: str) -> str:
    """Write a word of a vowelless script with a vowel after every consonant."""
    letters = []
    for letter in word:
        if letter in _CARRIERS:
            letters.append("a")
        elif letter in _HALF_VOWELS:
            letters.append(_HALF_VOWELS[letter])
        else:
            ascii_letter = to_ascii(letter)
            letters.append(f"{ascii_letter}a" if ascii_letter else "")
    return "".join(letters)


def _latin(word: str) -> set[str]:
    """Return the ways to write a word in the letters a-z."""
    lower = unicodedata.normalize("NFC", word).casefold()
    if _VOWELLESS.search(lower):
        spelling = _NOT_LETTERS.sub("", _with_vowels(lower))
        # a half vowel is either: Walid, Yusuf
        return {
            spelling,
            re.sub(r"(?<=.)w", "", spelling),
            re.sub(r"^y(?![aeiou])", "ya", spelling),
        }
    spellings = {lower.translate(_MARKED)}
    if "đ" in lower:  # Vietnamese d, Serbian dj
        spellings.add(lower.translate(_MARKED).replace("đ", "dj"))
    return {_NOT_LETTERS.sub("", to_ascii(spelling)) for spelling in spellings}


def _readings(word: str) -> set[str]:
    """Return the ways in which the letters of a word may be meant."""
    readings = _latin(word)
    for pattern, replacement in _READINGS:
        readings |= {pattern.sub(replacement, reading) for reading in readings}
        if len(readings) > _MOST_READINGS:
            break
    return readings - {""}


def _skeleton(reading: str) -> str:
    """Return the consonants of a reading: a first for a vowel at the beginning, j for a y."""
    first, rest = "", reading
    if reading[:1] in ("y", "j") and reading[1:2] in tuple("aeiouy"):
        first, rest = "j", reading[1:]
    elif reading[:1] in tuple("aeiouy"):
        first = "a"
    for pattern, letter in _SOUNDS:
        rest = pattern.sub(letter, rest)
    bones = _DOUBLED.sub(r"\1", first + _VOWELS.sub("", rest))
    return bones[:-1] if len(bones) > 2 and bones.endswith("h") else bones


def skeletons(word: str) -> frozenset[str]:
    """Return the consonant skeletons of one word: mhmt for Mohammed, Muhammad and محمد."""
    return frozenset(skeleton for r in _readings(word) if (skeleton := _skeleton(r)))


def words_in(name: str) -> list[str]:
    """Return the words of a name; a hyphen and a point end one."""
    return [word for word in _BETWEEN_WORDS.split(name) if fold(word)]


def _with_joined(words: list[str]) -> list[str]:
    """Return the words and neighbours joined: Abdul Rahman is also Abdulrahman.

    An article between two words joins all three: Abd al-Rahman.
    """
    pairs = [first + second for first, second in pairwise(words)]
    triples = zip(words, words[1:], words[2:], strict=False)
    return words + pairs + ["".join(three) for three in triples if len(three[1]) == _ARTICLE]


def keys(*names: str) -> set[Key]:
    """Return the spelling and sound keys of the names of one person; empty names give none."""
    found: set[Key] = set()
    for name in names:
        for word in _with_joined(words_in(name)):
            found.add(Key(KeyKind.SPELLING, fold(word).replace(" ", "")))
            found.update(Key(KeyKind.SOUND, bones) for bones in skeletons(word))
        if whole := fold(name).replace(" ", ""):
            found.add(Key(KeyKind.SPELLING, whole))
    return found


def digits(text: str) -> str:
    """Return the digits of a text, whatever script they are written in."""
    found = (unicodedata.digit(character, None) for character in text)
    return "".join(str(digit) for digit in found if digit is not None)


def phone_key(phone: str) -> str:
    """Return the digits of a phone number with the trunk zero in place of +358 and 00358."""
    number = digits(phone).removeprefix("00")
    return f"0{number[3:]}" if number.startswith("358") else digits(phone)


def number_keys(number: str) -> set[str]:
    """Return the keys of a case number: whole, and the running part with and without zeros."""
    whole = fold(number).replace(" ", "")
    running = re.findall(r"\d+", fold(number))[-1:]
    return {whole, *running, *(part.lstrip("0") for part in running)} - {""}


def born_key(born: date, precision: str) -> str:
    """Return year, month and day in digits as far as the `precision` (day, month, year) goes."""
    return f"{born:%Y%m%d}"[: {"day": 8, "month": 6, "year": 4}.get(precision, 0)]


def identity_key(identity_code: str) -> str:
    """Return an identity code as it is compared: all characters, without spaces, lower case."""
    return "".join(identity_code.split()).casefold()


def sound_fits(kept: str, typed: str) -> bool:
    """Whether a kept skeleton answers a typed one: the same, or its beginning from 3 letters."""
    return kept == typed or (len(typed) >= 3 and kept.startswith(typed))


class Heard(NamedTuple):
    """A typed word as it is looked for."""

    spelling: str
    sounds: frozenset[str]

    def fits(self, have: set[Key]) -> bool:
        """Whether one of the keys answers, by spelling or by sound."""
        return any(
            key.key.startswith(self.spelling)
            if key.kind is KeyKind.SPELLING
            else any(sound_fits(key.key, bones) for bones in self.sounds)
            for key in have
        )


def heard(typed: str) -> list[list[Heard]]:
    """Return the ways to look for a typed name: all its words, or all of it as one word."""
    words = words_in(typed)
    ways = [words, ["".join(words)]] if len(words) > 1 else [words]
    return [
        [Heard(fold(word).replace(" ", ""), skeletons(word)) for word in way] for way in ways if way
    ]


def answers(have: set[Key], ways: list[list[Heard]]) -> bool:
    """Whether the name keys of a person answer a typed name."""
    return any(all(word.fits(have) for word in way) for way in ways)


def sounds_like(kept: str, typed: str) -> bool:
    """Whether a search for `typed` would find the name `kept`, by spelling or by sound."""
    return answers(keys(kept), heard(typed))
