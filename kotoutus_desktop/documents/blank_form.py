"""Forms to fill by hand where the laptop stays shut: the intake, and notes for the plan.

The questions come in the order of the windows, so that typing them in afterwards is quick. A form
made for a client says whose it is; one without a client has lines for the name.
"""

from dataclasses import dataclass
from typing import NotRequired, TypedDict, Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.form_words import FORM
from kotoutus_desktop.documents.laying_out import columns_of, notes_of, scale_of
from kotoutus_desktop.documents.letter_words import MY_PLAN
from kotoutus_desktop.documents.rows import Line, Lines, Part, Signature, numbered
from kotoutus_desktop.documents.said import Plain, Said, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.words import GOALS, HEAD, MEASURES, RIGHTS, SIGNATURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.phrases.library import library


@dataclass(frozen=True)
class Question:
    """What is asked, and how it is answered: on `lines`, or by a cross at one of `choices`.

    Both may be asked for: a cross, and lines to say more.
    """

    text: str
    lines: int = 1
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Questions under a heading. The numbers of its questions go on from the section before."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class BlankForm:
    """A form: `sheet` holds its texts, `sections` how they are answered.

    `problems(form.sheet)` says what stands in the way of printing it.
    """

    sheet: Sheet
    sections: tuple[Section, ...]


class FormEdition(TypedDict):
    """Which form is wanted: see `Edition`. Without a client it has lines for the name."""

    official: str
    other: str | None
    client: NotRequired[Client | None]
    in_english: NotRequired[bool]
    large: NotRequired[bool]


_YES_NO = (FORM.yes, FORM.no)

_INTAKE = (
    Section(
        HEAD.name,
        (
            Question(FORM.family_names),
            Question(FORM.given_names),
            Question(FORM.address_as),
            Question(FORM.own_script_name),
            Question(FORM.date_of_birth),
            Question(FORM.identity_code),
            Question(FORM.citizenships),
        ),
    ),
    Section(
        FORM.languages,
        (
            Question(FORM.mother_tongue),
            Question(FORM.other_languages),
            Question(FORM.service_language),
            Question(FORM.interpreter_needed, choices=_YES_NO),
            Question(FORM.reads, choices=_YES_NO),
            Question(FORM.other_needs, lines=2),
        ),
    ),
    Section(
        FORM.residence,
        (
            Question(FORM.permit),
            Question(FORM.permit_from),
            Question(FORM.home_municipality),
        ),
    ),
    Section(
        RIGHTS.contact,
        (
            Question(FORM.non_disclosure, lines=0, choices=_YES_NO),
            Question(FORM.address),
            Question(FORM.telephone),
            Question(FORM.safe_contact),
        ),
    ),
    Section(
        FORM.work_and_study,
        (
            Question(FORM.jobseeker, lines=0, choices=_YES_NO),
            Question(FORM.education, lines=2),
            Question(FORM.work, lines=2),
            Question(FORM.family, lines=2),
            Question(FORM.wishes, lines=2),
        ),
    ),
)

_WHOSE = Section(HEAD.name, (Question(FORM.family_names), Question(FORM.given_names)))

_PLAN = (
    Section(
        GOALS.long_term,
        (
            Question(GOALS.need, lines=2),
            Question(GOALS.goal, lines=2),
            Question(GOALS.target_occupation),
        ),
    ),
    Section(
        GOALS.for_this_plan, (Question(GOALS.need, lines=2), Question(GOALS.goal, lines=2)) * 2
    ),
    Section(MEASURES.heading, (Question(FORM.what_for_whom, lines=2),) * 4),
    Section(RIGHTS.heading, (Question(FORM.date), Question(MEASURES.language))),
    Section(
        MEASURES.follow_up,
        (Question(FORM.agreed_next, lines=2), Question(MY_PLAN.next_meeting)),
    ),
)


def intake_form(office: Office, **edition: Unpack[FormEdition]) -> BlankForm:
    """Return the questions about a new client."""
    return _form(office, FORM.intake_title, _INTAKE, edition)


def plan_form(office: Office, **edition: Unpack[FormEdition]) -> BlankForm:
    """Return the notes for a plan, with lines to sign on."""
    asked = _PLAN if edition.get("client") else (_WHOSE, *_PLAN)
    return _form(office, FORM.plan_title, asked, edition)


def _form(
    office: Office, title: str, sections: tuple[Section, ...], edition: FormEdition
) -> BlankForm:
    official, other, client = edition["official"], edition["other"], edition.get("client")
    wanted: Edition = {
        "official": official,
        "other": other,
        "large": edition.get("large", False),
    }
    parts = _parts(sections)
    sheet = Sheet(
        languages=columns_of(wanted),
        official=official,
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(office, official),
        # the answers are about a client, whether or not the form is made for one
        secrecy=frame.secrecy(client or Client()),
        title=Words(title),
        names=() if client is None or client.non_disclosure else frame.names(client),
        facts=_facts(client),
        parts=parts,
        statements=(Words(FORM.filled_by_hand),),
        signatures=(
            Signature(Words(FORM.who_helped)),
            Signature(Words(SIGNATURES.client)),
            Signature(Words(SIGNATURES.counsellor)),
        ),
        notes=notes_of(wanted, parts, library()),
        library=library(),
        scale=scale_of(wanted),
        in_english=edition.get("in_english", False),
    )
    return BlankForm(sheet, sections)


def _facts(client: Client | None) -> tuple[Said, ...]:
    """Return the client's number, which also stands where the name must not."""
    number = client.number if client else ""
    return (Words(HEAD.client_number, {"number": Plain(number)}),) if number else ()


def _parts(sections: tuple[Section, ...]) -> tuple[Part, ...]:
    """Return the texts of the questions as numbered rows: the question, then its choices."""
    rows = [
        (section.title, [_lines(question) for question in section.questions])
        for section in sections
    ]
    return numbered(1, rows)


def _lines(question: Question) -> Lines:
    return tuple(Line(Words(text)) for text in (question.text, *question.choices))
