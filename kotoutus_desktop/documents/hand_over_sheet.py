"""The hand-over list on paper: what goes to whom, on which ground, and who did it when."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents import hand_over_words as words
from kotoutus_desktop.documents.rows import Line, Part, Row, Signature
from kotoutus_desktop.documents.said import Plain
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Sheet
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.render import written_date
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.hand_over import HandOverLine, Item
from kotoutus_desktop.rules.section import ACT, Section
from kotoutus_desktop.rules.status_flips import Flip

NO_BREAK = "\u00a0"
Translate = Callable[[str], str]


@dataclass(frozen=True)
class HandOverList:
    """A list as it is printed; `done` says of a line when it was done and by whom."""

    flip: Flip
    lines: Sequence[HandOverLine]
    done: Mapping[Item, tuple[date, str]]
    official: str
    officer_name: str = ""
    large: bool = False


def hand_over_sheet(
    office: Office, client: Client, listed: HandOverList, library: Library
) -> Sheet:
    """Return the paper of a hand-over list, in the official language alone.

    It names no address, place or telephone number of the client, with or without a
    non-disclosure order.
    """
    official, said = listed.official, interface_catalog(listed.official).gettext
    hidden = [Plain(said(words.HIDDEN))] if client.non_disclosure else []
    return Sheet(
        languages=(official,),
        official=official,
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(office, official),
        secrecy=frame.secrecy(client),
        title=Plain(said(words.TITLE)),
        names=frame.names(client),
        facts=(*frame.whose(client), Plain(_change(listed.flip, official, said)), *hidden),
        parts=(Part(Plain(said(words.HEADING)), tuple(_rows(listed, said))),),
        statements=(Plain(said(words.DEMANDED)),),
        signatures=(
            Signature(Plain(said(words.HANDED)), listed.officer_name),
            Signature(Plain(said(words.RECEIVED))),
        ),
        notes=(),
        library=library,
        scale=LARGE_PRINT if listed.large else 1.0,
    )


def section_in(section: Section, said: Translate) -> str:
    """Return a section as the official language writes it: "86 § 4 mom."."""
    parts = [said("§ {number}").format(number=section.number)]
    if section.moment:
        parts.append(said("subs. {moment}").format(moment=section.moment))
    if section.point:
        parts.append(said("point {point}").format(point=section.point))
    if section.act != ACT:
        parts.insert(0, section.act)
    return NO_BREAK.join(part.replace(" ", NO_BREAK) for part in parts)


def _change(flip: Flip, official: str, said: Translate) -> str:
    change = said(words.CHANGES[flip.change])
    if flip.on is None:
        return change
    return said(words.CHANGED_ON).format(change=change, date=written_date(flip.on, official))


def _rows(listed: HandOverList, said: Translate) -> Iterator[Row]:
    for number, line in enumerate(listed.lines, 1):
        first, *rest = _texts(line, said)
        rest.append(_done(listed, line, said))
        lines = [Line(Plain(first), strong=True), *(Line(Plain(text)) for text in rest)]
        yield Row(str(number), tuple(lines))


def _texts(line: HandOverLine, said: Translate) -> Iterator[str]:
    receiver = said(words.RECEIVERS[line.receiver])
    yield said(words.TO).format(item=said(words.ITEMS[line.item]), receiver=receiver)
    if line.item in words.DATA:
        yield said(words.DATA[line.item])
    ground = words.GROUND if line.basis is Basis.STATUTORY else words.ADVISED
    yield said(ground).format(section=section_in(line.section, said))
    sharing = words.SHARINGS[line.sharing]
    if sharing:
        section = section_in(line.shared_by, said) if line.shared_by else ""
        yield said(sharing).format(section=section)


def _done(listed: HandOverList, line: HandOverLine, said: Translate) -> str:
    done = listed.done.get(line.item)
    if done is None:
        return said(words.TO_DO)
    day, name = done
    return said(words.DONE).format(date=written_date(day, listed.official), name=name or "–")
