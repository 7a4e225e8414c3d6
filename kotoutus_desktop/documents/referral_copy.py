"""The client's copy of a referral: where to, what to do next, what is told about them."""

from collections.abc import Iterator
from typing import Unpack

from kotoutus_desktop.documents.frame import contact_lines
from kotoutus_desktop.documents.invitation import client_number
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import MY_PLAN
from kotoutus_desktop.documents.referral_words import REFERRAL, SECTION_OF
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Day, Plain, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import RIGHTS
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.referrals import Ground


def referral_copy_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    referral: Referral,
    *,
    tells_place: bool = False,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the client's copy; the paper names no place of the client's.

    `tells_place`: whether the letter tells the receiver where the client is to be reached; of
    a client whose place is hidden the copy says so when it does not.

    Source: 681/2023 § 20(5), § 24(1).
    """
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    hidden = client.hides_place and not tells_place
    told = tuple(_told(referral, hidden=hidden))
    parts: list[tuple[str, list[Lines]]] = [
        (REFERRAL.referred, [tuple(_service(source, referral))]),
        (REFERRAL.next_heading, [tuple(_next(referral))]),
        (REFERRAL.told_heading, [told]),
        (RIGHTS.contact, [tuple(contact_lines(source))]),
    ]
    content = Content(
        title=REFERRAL.title,
        facts=client_number(client),
        parts=numbered(1, parts),
        runs_as=(Day(referral.made_on),),
    )
    return client_sheet(source, content, edition)


def _service(source: Source, referral: Referral) -> Iterator[Line]:
    yield from source.lines(referral.what, strong=True)
    name, contact = referral.receiver_name.strip(), referral.receiver_contact.strip()
    yield Line(Words(REFERRAL.arranged_by, {"name": Plain(name)}))
    if contact:
        yield Line(Words(REFERRAL.contact, {"contact": Plain(contact)}))
    if referral.wanted_from is not None:
        yield Line(Words(REFERRAL.wanted_from, {"date": Day(referral.wanted_from)}))


def _next(referral: Referral) -> Iterator[Line]:
    alone = referral.ground is Ground.CLIENT_ONLY
    yield Line(Words(REFERRAL.go_yourself if alone else REFERRAL.wait))
    if referral.answer_by is not None:
        yield Line(Words(REFERRAL.ask, {"date": Day(referral.answer_by)}))
    yield Line(Words(MY_PLAN.tell))


def _told(referral: Referral, *, hidden: bool) -> Iterator[Line]:
    ground, consented = referral.ground, {"date": Day(referral.consented_on)}
    if ground is Ground.CLIENT_ONLY:
        yield Line(Words(REFERRAL.nothing_told))
        return
    if ground is Ground.CONSENT:
        yield Line(Words(REFERRAL.consented, consented))
    elif ground is Ground.MOVE:
        yield Line(Words(REFERRAL.moving, consented))
    else:
        yield Line(Words(REFERRAL.law_allows, {"section": Plain(SECTION_OF[ground])}))
    if hidden:
        yield Line(Words(REFERRAL.place_hidden))
