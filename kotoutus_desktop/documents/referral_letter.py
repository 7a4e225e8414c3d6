"""The letter to who gets a referral, in the official language alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents import referral_words as words
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import UNTOLD, Day, Plain, say
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.phrases.render import written_date
from kotoutus_desktop.reference.language_names import language_name
from kotoutus_desktop.rules.referrals import Ground

NO_LETTER = N_(
    "No letter goes to the receiver of this referral: nothing is given, the client takes the copy."
)
Translate = Callable[[str], str]


@dataclass(frozen=True)
class ReferralLetter:
    """What the letter is made of. `tells_place` is what the rules say (`tells_place` there)."""

    source: Source
    referral: Referral
    plan: Plan | None = None
    tells_place: bool = False
    large: bool = False


def referral_letter_sheet(letter: ReferralLetter) -> Sheet:
    """Return the letter: who, which service and why, on which ground, and how to answer.

    Raises KotoutusError where nothing is given to the receiver.

    Source: 681/2023 § 20(5), § 85, § 86(1), § 87(1), § 94(1).
    """
    source, referral = letter.source, letter.referral
    if referral.ground is Ground.CLIENT_ONLY:
        raise KotoutusError(NO_LETTER)
    official, said = source.official, interface_catalog(source.official).gettext
    parts = [
        (words.LETTER_SERVICE, list(_service(letter, said))),
        (words.LETTER_CLIENT, list(_client(letter, said))),
        (words.LETTER_GROUND, [_line(_ground(letter, said)), _line(said(words.LETTER_SECRET))]),
        (words.LETTER_ANSWER, [_line(_answer(letter, said)), *frame.contact_lines(source)]),
    ]
    to = said(words.LETTER_TO).format(receiver=", ".join(_address_of(referral)))
    return Sheet(
        languages=(official,),
        official=official,
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(source.office, official),
        secrecy=frame.secrecy(source.client)[:1],  # its points would tell why somebody is here
        title=Plain(said(words.LETTER_TITLE)),
        names=frame.names(source.client),
        facts=(*frame.whose(source.client)[:1], Plain(to)),
        parts=_numbered(parts, said),
        statements=(),
        signatures=(),
        notes=(),
        library=source.library,
        runs_as=(Day(referral.made_on),),
        scale=LARGE_PRINT if letter.large else 1.0,
    )


def _numbered(parts: Sequence[tuple[str, list[Line]]], said: Translate) -> tuple[Part, ...]:
    return tuple(
        Part(Plain(said(title)), (Row(str(number), tuple(lines)),))
        for number, (title, lines) in enumerate(parts, 1)
    )


def _line(text: str, *, strong: bool = False) -> Line:
    return Line(Plain(text), strong=strong)


def _service(letter: ReferralLetter, said: Translate) -> Iterator[Line]:
    source, referral, plan = letter.source, letter.referral, letter.plan
    official = source.official
    what = source.wording(referral.what)
    said_there = say(what, official, source.library) if what.phrase else what.text
    service = said_there.rstrip(".")
    yield _line(said(words.LETTER_WHAT).format(service=service), strong=True)
    if referral.wanted_from is not None:
        day = written_date(referral.wanted_from, official)
        yield _line(said(words.LETTER_FROM).format(date=day))
    if referral.reason.strip():
        yield _line(said(words.LETTER_REASON).format(reason=referral.reason.strip()))
    if plan is not None and plan.made_on is not None and plan.ends_on is not None:
        start = written_date(plan.starts_on or plan.made_on, official)
        end = written_date(plan.ended_on or plan.ends_on, official)
        yield _line(said(words.LETTER_PLAN).format(start=start, end=end))


def _client(letter: ReferralLetter, said: Translate) -> Iterator[Line]:
    client, official = letter.source.client, letter.source.official
    code = client.service_language or client.mother_tongue
    if code:
        language = language_name(code, official) or code
        yield _line(said(words.LETTER_LANGUAGE).format(language=language))
    if client.interpreter_needed:
        yield _line(said(words.LETTER_INTERPRETER))
    if not letter.tells_place:
        yield _line(said(words.LETTER_HIDDEN))
        return
    town = " ".join(part for part in (client.postal_code, client.town) if part)
    address = ", ".join(part for part in (client.street, town) if part)
    for pattern, slot, value in (
        (words.LETTER_ADDRESS, "address", address),
        (words.LETTER_TELEPHONE, "number", client.phone),
        (words.LETTER_EMAIL, "address", client.email),
    ):
        if value:
            yield _line(said(pattern).format(**{slot: value}))


def _ground(letter: ReferralLetter, said: Translate) -> str:
    referral = letter.referral
    day = (
        written_date(referral.consented_on, letter.source.official) if referral.consented_on else ""
    )
    return said(words.GROUND_TEXTS[referral.ground]).format(date=day or UNTOLD)


def _answer(letter: ReferralLetter, said: Translate) -> str:
    by = letter.referral.answer_by
    if by is None:
        return said(words.LETTER_ANSWER_SOON)
    return said(words.LETTER_ANSWER_BY).format(date=written_date(by, letter.source.official))


def _address_of(referral: Referral) -> Iterator[str]:
    yield referral.receiver_name.strip()
    if referral.receiver_contact.strip():
        yield referral.receiver_contact.strip()
