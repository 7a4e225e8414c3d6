"""The paper about a lost laptop: what the notification of a breach asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kotoutus_desktop.casework.lost_laptop import LostClient, LostFile, notify_by
from kotoutus_desktop.documents.facts_sheet import FactsSheet, Table, made_line
from kotoutus_desktop.i18n import N_, _, interface_language, ngettext
from kotoutus_desktop.ui.keeping.held_sheet import subject_text
from kotoutus_desktop.ui.log.value_words import moment_text
from kotoutus_desktop.ui.settings.people_part import ROLES
from kotoutus_desktop.ui.start.passphrase import SHORTEST

NOT_KNOWN = N_("not known")
KILOBYTE = 1024
_NOTES = (
    N_(
        "Notify the Data Protection Ombudsman within 72 hours of when the loss was noticed, unless "
        "it is unlikely to be a risk to anybody (Article 33). What is not known yet may follow."
    ),
    N_(
        "The clients are told without delay where the risk is high; where the data was encrypted "
        "so that nobody can read it, that need not be done (Article 34(3)(a)). Who was logged in, "
        "whether the passphrase lay with the computer and whether papers were with it decides "
        "much: write it down. Where an address is under a non-disclosure order, think of the "
        "person's safety first."
    ),
    N_(
        "Do today: report to the police and to your employer; go back to the last copy on another "
        "computer; remove everybody whose passphrase may be known from the file, which encrypts "
        "it anew, and make a new recovery sheet."
    ),
)


@dataclass(frozen=True)
class Loss:
    """What somebody says of the loss; None and "" for what is not known.

    `seen` is when the computer was last in its place, `noticed` when it was missed. `read_from`
    is the time of the copy that is read, None where it is the file itself; `copy_at` that of
    the last proven copy, `lock_minutes` after how long without use it locked.
    """

    noticed: datetime
    seen: datetime | None = None
    what: str = ""
    read_from: datetime | None = None
    copy_at: datetime | None = None
    lock_minutes: int | None = None


def lost_sheet(lost: LostFile, loss: Loss) -> FactsSheet:
    """Return the paper in the language of the interface."""
    office = lost.office_fi or lost.office_sv
    if interface_language() == "sv" and lost.office_sv:
        office = lost.office_sv
    return FactsSheet(
        title=_("Lost computer: what was on it"),
        office=office,
        lines=[
            made_line(office, loss.noticed.astimezone().date()),
            _("For the notification of a personal data breach: Regulation (EU) 2016/679, Art. 33"),
        ],
        tables=[
            Table(_("When"), list(_when(lost, loss))),
            Table(_("What was on it"), list(_what(lost))),
            Table(_("How it was protected"), list(_protected(lost, loss))),
            Table(
                _("Whose passphrase opens the file"),
                [(each.name or _(NOT_KNOWN), _role(each)) for each in lost.people],
            ),
            Table(
                _("Which clients"),
                [(each.number, _marks(each)) for each in lost.clients],
                head=(_("Client number"), _("Restricted, and why")),
            ),
        ],
        notes=[_(note) for note in _NOTES],
    )


def _when(lost: LostFile, loss: Loss) -> Iterator[tuple[str, str]]:
    yield _("Last seen"), _moment(loss.seen)
    yield _("Noticed"), moment_text(loss.noticed)
    yield _("Notify at the latest"), moment_text(notify_by(loss.noticed))
    if loss.what:
        yield _("What happened"), loss.what
    if loss.read_from is not None:
        yield _("Read from the copy of"), moment_text(loss.read_from)
        missing = _("What was recorded after the copy is not counted here.")
        yield _("Not in this paper"), missing
    yield _("Last entry in the log"), _moment(lost.last_at)
    yield _("Last proven copy"), _moment(loss.copy_at or loss.read_from)


def _what(lost: LostFile) -> Iterator[tuple[str, str]]:
    closed = sum(each.closed for each in lost.clients)
    yield _("Clients"), str(len(lost.clients))
    yield _("Of these closed"), str(closed)
    yield _("Of these restricted"), str(lost.restricted)
    yield (
        _("Kinds of people"),
        _("clients of integration services, their guardians, participants and counsellors"),
    )
    yield (
        _("Kinds of data"),
        _(
            "names, identity codes, contact details, residence permits and protection, languages, "
            "assessment, plan and services; health where it affects integration (§ 73)"
        ),
    )
    counts = [(subject_text(name), count) for name, count in lost.records.items() if count]
    yield _("Records"), "\n".join(f"{name}: {count}" for name, count in counts)
    yield _("Recorded since"), _moment(lost.first_at)


def _protected(lost: LostFile, loss: Loss) -> Iterator[tuple[str, str]]:
    cipher = _(
        "{cipher}: every page of the file with AES-256 and a checksum of its own (HMAC-SHA-512); "
        "the key is random and lies nowhere in clear"
    )
    yield _("Cipher"), cipher.format(cipher=lost.cipher)
    if lost.cost is not None:
        slowed = _("Argon2id, {memory} MB of memory, {passes} passes: each guess costs that much")
        memory = lost.cost.memory // KILOBYTE
        yield _("Guessing"), slowed.format(memory=memory, passes=lost.cost.passes)
    strength = _(
        "strong or very strong: the program takes none that is shorter than {n} characters or "
        "easy to guess (zxcvbn 3 or 4 of 4)"
    )
    yield _("Passphrases"), strength.format(n=SHORTEST)
    yield _("Recovery code"), _recovery(lost)
    minutes = _("set on each computer, from 1 to 60 minutes; 5 unless it was changed")
    if loss.lock_minutes is not None:
        minutes = ngettext("{n} minute", "{n} minutes", loss.lock_minutes).format(
            n=loss.lock_minutes
        )
    yield _("Locks itself after"), minutes
    yield (
        _("Not protected by it"),
        _(
            "what was shown while the file was unlocked, papers and files that were saved without "
            "a password, and somebody who knows a passphrase"
        ),
    )


def _recovery(lost: LostFile) -> str:
    kinds = {
        0: N_("not known"),
        1: N_("one sheet of paper with 150 random bits; whoever has it and the file reads all"),
        2: N_("two sheets with two people; both are needed"),
    }
    return _(kinds[lost.recovery_sheets])


def _role(person: object) -> str:
    role, waits = getattr(person, "role", None), getattr(person, "waits", False)
    said = _(dict(ROLES)[role]) if role in dict(ROLES) else ""
    first = _("still the first passphrase: 100 random bits, known to the administrator too")
    return f"{said} · {first}" if waits else said


def _marks(client: LostClient) -> str:
    marks = [
        (client.non_disclosure, _("Non-disclosure order")),
        (client.trafficking_victim, _("victim of human trafficking")),
        (client.relative, _("relative or friend of somebody who works here")),
        (client.closed, _("closed")),
    ]
    return ", ".join(words for holds, words in marks if holds)


def _moment(moment: datetime | None) -> str:
    return moment_text(moment) if moment else _(NOT_KNOWN)
