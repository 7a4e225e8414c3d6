"""The sheet for a school or another producer: the eighteen points of § 94(1), and no more."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents import referral_words as words
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import UNTOLD, Day, Plain, Said, Tongue, gaps
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.phrases.render import written_date
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.rules.disclosure import ProducerItem
from kotoutus_desktop.rules.facts import ClarifyingKind, InterviewHead

Items = Mapping[ProducerItem, tuple[Said, ...]]
Translate = Callable[[str], str]
_PLACES = (ProducerItem.DOMICILE, ProducerItem.CONTACT_DETAILS)
_ABOUT_TRAINING = (ClarifyingKind.LITERACY, ClarifyingKind.STUDY_SKILLS, ClarifyingKind.COMPETENCE)
_NEEDS_OF_TRAINING = (
    InterviewHead.LITERACY,
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS,
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
)


@dataclass(frozen=True)
class SchoolSheet:
    """What the sheet is made of. `levels` says the tested entry levels of language, in words.

    `tells_place` is what the rules say (`rules.referrals.tells_place`).
    """

    source: Source
    referral: Referral
    plan: Plan | None = None
    assessment: Assessment | None = None
    levels: tuple[str, ...] = ()
    tells_place: bool = False
    with_identity_code: bool = False
    large: bool = False


def school_sheet(asked: SchoolSheet) -> Sheet:
    """Return the sheet: every row is a point of the section, under its number there.

    Neither the frame nor the foot says anything of the client.

    Source: 681/2023 § 94(1) (322/2024).
    """
    source = asked.source
    official, said = source.official, interface_catalog(source.official).gettext
    items = school_items(asked)
    rows = tuple(
        Row(str(number), tuple(_lines(asked, item, items[item], said)))
        for number, item in enumerate(ProducerItem, 1)
    )
    return Sheet(
        languages=(official,),
        official=official,
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(source.office, official),
        secrecy=frame.secrecy(source.client)[:1],
        title=Plain(said(words.SHEET_TITLE)),
        names=(),
        facts=(Plain(asked.referral.receiver_name.strip()),),
        parts=(Part(Plain(said(words.SHEET_HEADING)), rows),),
        statements=(Plain(said(words.SHEET_GIVEN)),),
        signatures=(),
        notes=(),
        library=source.library,
        runs_as=(Day(asked.referral.made_on),),
        scale=LARGE_PRINT if asked.large else 1.0,
    )


def school_items(asked: SchoolSheet) -> Items:
    """Return what is recorded of each point, nothing under those of which nothing is.

    Where the client is to be reached (points 7 and 8) only if that may be told.
    """
    items = {**_of_client(asked), **_of_plan(asked), **_of_assessment(asked), **_of_referral(asked)}
    if not asked.tells_place:
        items |= dict.fromkeys(_PLACES, ())
    return items


def _of_client(asked: SchoolSheet) -> dict[ProducerItem, tuple[Said, ...]]:
    client, official = asked.source.client, asked.source.official
    town = " ".join(part for part in (client.postal_code, client.town) if part)
    address = ", ".join(part for part in (client.street, town) if part)
    home = municipalities().name(client.home_municipality, official)
    named = [countries().name(code, official) for code in client.citizenships]
    code = client.identity_code if asked.with_identity_code else ""
    return {
        ProducerItem.NAMES: _plain(*frame.names(client), client.call_name),
        ProducerItem.BIRTH_DATE_AND_PLACE: (Day(client.born, client.born_precision),)
        if client.born
        else (),
        ProducerItem.IDENTITY_CODE: _plain(code or ""),
        ProducerItem.MOTHER_TONGUE: _tongue(client.mother_tongue),
        ProducerItem.LANGUAGE_OF_SERVICE: _tongue(client.service_language),
        ProducerItem.CITIZENSHIP: _plain(", ".join(named)),
        ProducerItem.DOMICILE: _plain(
            ", ".join(dict.fromkeys(part for part in (home, client.town) if part))
        ),
        ProducerItem.CONTACT_DETAILS: _plain(address, client.phone, client.email),
        ProducerItem.OFFICER_NAME: _plain(asked.source.officer.name),
    }


def _of_plan(asked: SchoolSheet) -> dict[ProducerItem, tuple[Said, ...]]:
    plan, official = asked.plan, asked.source.official
    if plan is None or plan.made_on is None or plan.ends_on is None:
        return {ProducerItem.PLAN_DATE_AND_VALIDITY: (), ProducerItem.TARGET_OCCUPATION: ()}
    made, ends = (written_date(d, official) for d in (plan.made_on, plan.ended_on or plan.ends_on))
    return {
        ProducerItem.PLAN_DATE_AND_VALIDITY: _plain(f"{made} – {ends}"),
        ProducerItem.TARGET_OCCUPATION: _plain(plan.target_occupation),
    }


def _of_assessment(asked: SchoolSheet) -> dict[ProducerItem, tuple[Said, ...]]:
    """Return what came up about training: needs, results of clarifying, the schooling told.

    What was found under other heads, on life or health, is never taken.
    """
    made = asked.assessment
    entries = {entry.head: entry for entry in made.heads} if made else {}
    needs = [entries[head].need for head in _NEEDS_OF_TRAINING if head in entries]
    results = (
        [each.result for each in made.clarifying if each.kind in _ABOUT_TRAINING] if made else []
    )
    schooling = entries.get(InterviewHead.EDUCATION_AND_WORK_EXPERIENCE)
    found = schooling.finding if schooling else ""
    tested = [
        each.result
        for each in (made.clarifying if made else [])
        if each.kind is ClarifyingKind.FINNISH_AND_SWEDISH
    ]
    said = interface_catalog(asked.source.official).gettext
    return {
        ProducerItem.TRAINING_RECOMMENDATION: (
            *_said(asked, [asked.referral.what, *needs]),
            *_plain(*results),
        ),
        ProducerItem.LANGUAGE_TEST_RESULT: _plain(*asked.levels, *tested),
        ProducerItem.EARLIER_EDUCATION: _plain(found),
        ProducerItem.EARLIER_WORK: _plain(said(words.SEE_EDUCATION) if found.strip() else ""),
    }


def _of_referral(asked: SchoolSheet) -> dict[ProducerItem, tuple[Said, ...]]:
    referral = asked.referral
    return {
        ProducerItem.EARLIER_STUDY_PLAN: _plain(referral.earlier_study_plan),
        ProducerItem.EARLIER_MEASURES_AND_GOALS: _plain(referral.earlier_agreed),
        ProducerItem.OTHER_NECESSARY: _plain(referral.other_needed),
    }


def _lines(
    asked: SchoolSheet, item: ProducerItem, values: tuple[Said, ...], said: Translate
) -> Iterator[Line]:
    yield Line(Plain(said(words.PRODUCER_ITEMS[item])), strong=True)
    for value in values:
        yield Line(value)
    if not values:
        hidden = item in _PLACES and not asked.tells_place
        yield Line(Plain(said(words.NOT_TOLD) if hidden else UNTOLD))


def _plain(*texts: str) -> tuple[Said, ...]:
    return tuple(Plain(text.strip()) for text in dict.fromkeys(texts) if text.strip())


def _tongue(code: str) -> tuple[Said, ...]:
    return (Tongue(code),) if code else ()


def _said(asked: SchoolSheet, wordings: list[Wording]) -> tuple[Said, ...]:
    """Return the wordings that can be said in the official language; free text as it stands."""
    source = asked.source
    found: list[Said] = []
    for wording in wordings:
        if wording.is_empty:
            continue
        if not wording.phrase:
            found.append(Plain(wording.text))
        elif not list(gaps(source.wording(wording), source.official, source.library)):
            found.append(source.wording(wording))
    return tuple(found)
