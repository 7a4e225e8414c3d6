from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.blank_form import BlankForm, intake_form, plan_form
from kotoutus_desktop.documents.form_words import FORM
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.words import GOALS, HEAD, MEASURES
from kotoutus_desktop.models.client import Client


def asked(form: BlankForm) -> list[str]:
    return [question.text for section in form.sections for question in section.questions]


def test_the_intake_asks_in_the_order_of_the_windows(case: Case) -> None:
    questions = asked(intake_form(case.office, official="fi", other="sv"))

    order = (
        FORM.family_names,
        FORM.own_script_name,
        FORM.date_of_birth,
        FORM.mother_tongue,
        FORM.interpreter_needed,
        FORM.permit,
        FORM.home_municipality,
        FORM.safe_contact,
        FORM.jobseeker,
    )
    places = [questions.index(text) for text in order]
    assert places == sorted(places)


def test_it_is_asked_whether_there_is_a_non_disclosure_order_before_the_address(
    case: Case,
) -> None:
    questions = asked(intake_form(case.office, official="fi", other="sv"))

    assert questions.index(FORM.non_disclosure) < questions.index(FORM.address)


def test_yes_or_no_is_answered_by_a_cross(case: Case) -> None:
    form = intake_form(case.office, official="fi", other="sv")

    crossed = [
        question.text
        for section in form.sections
        for question in section.questions
        if question.choices
    ]
    assert crossed == [FORM.interpreter_needed, FORM.reads, FORM.non_disclosure, FORM.jobseeker]


def test_the_plan_form_follows_the_plan(case: Case) -> None:
    form = plan_form(case.office, official="fi", other="sv", client=case.client)

    titles = [section.title for section in form.sections]
    assert titles[:3] == [GOALS.long_term, GOALS.for_this_plan, MEASURES.heading]
    assert asked(form).count(FORM.what_for_whom) == 4


def test_the_questions_are_numbered_through(case: Case) -> None:
    form = intake_form(case.office, official="fi", other="sv")

    numbers = [row.number for part in form.sheet.parts for row in part.rows]
    assert numbers == [str(number) for number in range(1, len(asked(form)) + 1)]


def test_a_form_for_a_client_says_whose_it_is(case: Case) -> None:
    sheet = plan_form(case.office, official="fi", other="sv", client=case.client).sheet

    assert sheet.names[0] == "Amal Hassan Al-Khatib Haddad"
    assert sheet.facts == (Words(HEAD.client_number, {"number": Plain("U7-0214")}),)


def test_under_non_disclosure_only_the_number_stands_on_it(hidden_case: Case) -> None:
    sheet = intake_form(
        hidden_case.office, official="fi", other="sv", client=hidden_case.client
    ).sheet

    assert sheet.names == ()
    assert sheet.facts == (Words(HEAD.client_number, {"number": Plain("U7-0301")}),)


def test_a_form_for_nobody_has_lines_for_the_name(case: Case) -> None:
    form = plan_form(case.office, official="fi", other="sv")

    assert asked(form)[:2] == [FORM.family_names, FORM.given_names]
    assert (form.sheet.names, form.sheet.facts) == ((), ())


def test_a_client_without_a_number_has_none_on_the_form(case: Case) -> None:
    client = Client(given_names="Amal")

    assert intake_form(case.office, official="sv", other=None, client=client).sheet.facts == ()


def test_a_filled_form_is_secret_before_it_is_filled(case: Case) -> None:
    assert intake_form(case.office, official="fi", other=None).sheet.secrecy


def test_nothing_stands_in_the_way_of_printing(case: Case) -> None:
    for make in (intake_form, plan_form):
        assert problems(make(case.office, official="fi", other="sv").sheet) == []
