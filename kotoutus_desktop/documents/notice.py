"""The notice of rights, duties and personal data that every client gets."""

from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import NOTICE
from kotoutus_desktop.documents.rows import Line, Lines, Signature, numbered
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import RIGHTS, SIGNATURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import Library, PhraseKind, library
from kotoutus_desktop.phrases.wording import Wording

VERSION = "1.0"
"""Recorded with the client when the notice is printed; changes when a sentence changes."""
OMBUDSMAN = "tietosuoja.fi"


def notice_sheet(
    office: Office, officer: Officer, client: Client, **edition: Unpack[Edition]
) -> Sheet:
    """Return the notice for a client, with a line to sign that it was received.

    Source: 681/2023 §§ 16-24 for rights and duties; Regulation (EU) 2016/679 Articles 13-15.
    """
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    parts = [
        (NOTICE.rights, [*_phrases(phrases, PhraseKind.RIGHT), _said(NOTICE.own_language)]),
        (NOTICE.duties, _phrases(phrases, PhraseKind.DUTY)),
        (NOTICE.data, _data(source)),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
    ]
    content = Content(
        title=NOTICE.title,
        facts=(Words(NOTICE.version, {"version": Plain(VERSION)}), *frame.whose(client)),
        parts=numbered(1, parts),
        statements=(Words(NOTICE.received),),
        signatures=(
            Signature(Words(SIGNATURES.client), client.full_name or client.own_script_name),
            Signature(Words(SIGNATURES.counsellor), officer.name),
        ),
        runs_as=(Words(NOTICE.version, {"version": Plain(VERSION)}),),
    )
    return client_sheet(source, content, edition)


def _phrases(phrases: Library, kind: PhraseKind) -> list[Lines]:
    """Return the phrases that ship: what the office added may not be in the language."""
    return [
        (Line(Wording.of(phrase.code)),)
        for phrase in phrases.of_kind(kind)
        if not phrase.is_own and not phrase.slots
    ]


def _said(text: str) -> Lines:
    return (Line(Words(text)),)


def _data(source: Source) -> list[Lines]:
    office = source.official_text(source.office.name_fi, source.office.name_sv)
    responsible = Words(NOTICE.controller, {"office": Plain(office)})
    complain = Words(NOTICE.complain, {"address": Plain(OMBUDSMAN)})
    told = (NOTICE.purpose, NOTICE.ground, NOTICE.secrecy, NOTICE.source, NOTICE.retention)
    return [
        (Line(responsible),),
        *map(_said, told),
        *map(_said, (NOTICE.access, NOTICE.rectify)),
        (Line(complain),),
    ]
