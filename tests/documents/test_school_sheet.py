"""The sheet of § 94: eighteen points, and nothing of the client besides them."""

from datetime import date
from types import SimpleNamespace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotoutus_desktop.documents.school_sheet import SchoolSheet, school_items, school_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.models.assessment import Assessment, ClarifyingMeasure, HeadEntry
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Goal, Measure, Plan
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.disclosure import ProducerItem
from kotoutus_desktop.rules.facts import ClarifyingKind, InterviewHead
from tests.documents.referrals import referral_of, source_of, texts_of

# fields of a client that a point of § 94(1) lets a producer have, by the point
GIVEN = {
    "family_names": 1, "given_names": 1, "call_name": 1, "own_script_name": 1,
    "identity_code": 3, "town": 7, "street": 8, "postal_code": 8, "phone": 8, "email": 8,
}  # fmt: skip
PLACES = {"town", "street", "postal_code", "phone", "email"}
TEXTS = [
    column.name
    for column in Client.__table__.columns
    if column.type.python_type is str and column.name not in ("id", "number")
]
CODED = {"mother_tongue", "service_language", "home_municipality"}  # written by their names
TRAINING_HEADS = {
    InterviewHead.LITERACY,
    InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS,
    InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS,
}


def marked(name: str) -> str:
    """Return a text that says which field it stands in, and no other field holds."""
    return f"«{name}»"


@st.composite
def asked(draw):
    """A random client whose every text names its field, with a random plan and assessment."""
    filled = draw(st.sets(st.sampled_from([name for name in TEXTS if name not in CODED])))
    enums = {"right_of_residence", "protection", "household_role", "closing_reason"}
    client = Client(**{name: marked(name) for name in filled if name not in enums})
    client.born = draw(st.none() | st.just(date(1988, 3, 14)))
    client.mother_tongue = draw(st.sampled_from(["", "ar", "so"]))
    client.home_municipality = draw(st.sampled_from(["", "889", "564"]))
    client.citizenships = draw(st.sampled_from([[], ["760"], ["706", "246"]]))
    client.non_disclosure = draw(st.booleans())
    client.number = marked("number")
    heads = draw(st.sets(st.sampled_from(InterviewHead)))
    key = uuid7()
    assessment = Assessment(client_id=key, county_findings=marked("county"))
    assessment.heads = [
        HeadEntry(
            client_id=key,
            head=head,
            finding=marked(f"finding {head}"),
            need=Wording.free(marked(f"need {head}"), "fi"),
            goal=Wording.free(marked(f"goal {head}"), "fi"),
        )
        for head in heads
    ]
    kinds = draw(st.sets(st.sampled_from(ClarifyingKind)))
    assessment.clarifying = [
        ClarifyingMeasure(client_id=key, kind=kind, result=marked(f"clarified {kind}"))
        for kind in kinds
    ]
    plan = Plan(client_id=key, made_on=date(2026, 5, 2), ends_on=date(2027, 5, 1))
    plan.target_occupation = marked("occupation")
    plan.goals = [Goal(client_id=key, goal=Wording.free(marked("goal"), "fi"))]
    plan.goals[0].measures = [
        Measure(client_id=key, what=Wording.free(marked("measure"), "fi"), provider=marked("who"))
    ]
    referral = Referral(
        client_id=key,
        made_on=date(2026, 5, 3),
        what=Wording.free(marked("what"), "fi"),
        reason=marked("reason"),
        consent_note=marked("consent"),
        override_reason=marked("override"),
        other_needed=draw(st.sampled_from(["", marked("other needed")])),
    )
    office = Office(municipality="889", name_fi="Utajärven kunta")
    source = Source(office, Officer(name="Maija Esimerkki"), client, "fi", library())
    return SchoolSheet(
        source=source,
        referral=referral,
        plan=draw(st.none() | st.just(plan)),
        assessment=draw(st.none() | st.just(assessment)),
        tells_place=draw(st.booleans()),
        with_identity_code=draw(st.booleans()),
    )


def allowed(sheet: SchoolSheet) -> set[str]:
    """Return the marks that the section lets stand on this sheet."""
    fields = {
        name
        for name in GIVEN
        if (name not in PLACES or sheet.tells_place)
        and (name != "identity_code" or sheet.with_identity_code)
    }
    needs = {f"need {head}" for head in TRAINING_HEADS}
    schooling = {f"finding {InterviewHead.EDUCATION_AND_WORK_EXPERIENCE}"}
    tests = set(ClarifyingKind) - {
        ClarifyingKind.EMPLOYMENT_ALTERNATIVES,
        ClarifyingKind.SERVICE_NEEDS,
    }
    clarified = {f"clarified {kind}" for kind in tests}
    return {*fields, *needs, *schooling, *clarified, "what", "occupation", "other needed"}


def marks_of(text: str) -> set[str]:
    return {part.split("»")[0] for part in text.split("«")[1:]}


@given(asked())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_no_client_has_a_nineteenth_item_on_the_sheet(given_sheet):
    sheet = school_sheet(given_sheet)
    rows = [row for part in sheet.parts for row in part.rows]

    assert [row.number for row in rows] == [str(number) for number in range(1, 19)]
    assert set(school_items(given_sheet)) == set(ProducerItem)
    assert sheet.names == ()
    assert marks_of(texts_of(sheet)) <= allowed(given_sheet)


def test_every_field_that_may_be_given_is_given(case):
    client = case.client
    client.phone, client.street = "040 12345", "Koulukatu 7"
    asked_for = SchoolSheet(source_of(case), referral_of(case), case.plan, case.assessment)
    shown = school_items(SchoolSheet(**(vars(asked_for) | {"tells_place": True})))

    assert "040 12345" in repr(shown[ProducerItem.CONTACT_DETAILS])
    assert school_items(asked_for)[ProducerItem.CONTACT_DETAILS] == ()
    assert client.family_names in repr(shown[ProducerItem.NAMES])


def test_the_identity_code_is_printed_only_when_chosen(case):
    case.client.identity_code = "140388-999X"
    made = SimpleNamespace(source=source_of(case), referral=referral_of(case))
    plain = SchoolSheet(made.source, made.referral)
    with_code = SchoolSheet(made.source, made.referral, with_identity_code=True)

    assert "140388-999X" not in texts_of(school_sheet(plain))
    assert "140388-999X" in texts_of(school_sheet(with_code))


def test_the_sheet_is_a_paper(case):
    made = SchoolSheet(source_of(case), referral_of(case), case.plan, case.assessment)

    assert sheet_pdf(school_sheet(made)).startswith(b"%PDF")
