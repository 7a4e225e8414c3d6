from collections.abc import Callable

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.problems import PrintProblem, ProblemKind, Problems, problems
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording

Make = Callable[..., Sheet]


def blocking(sheet: Sheet) -> list[tuple[ProblemKind, str, str, str]]:
    return [
        (found.kind, found.row, found.language, found.what)
        for found in problems(sheet)
        if found.blocks
    ]


def test_a_plan_of_phrases_has_nothing_that_blocks_it(make_sheet: Make) -> None:
    assert blocking(make_sheet()) == []


def test_free_text_in_one_language_is_only_a_warning(make_sheet: Make) -> None:
    found = problems(make_sheet())

    assert {problem.kind for problem in found} == {ProblemKind.ONE_LANGUAGE}
    assert [(problem.row, problem.what) for problem in found] == [
        ("1", "Kokki"),
        ("2.1", "35 h / viikko"),
        ("3.1", "Amal haluaa kokeilla erilaisia töitä keittiössä."),
    ]


def test_a_phrase_of_the_office_without_translation_blocks_with_its_row(make_sheet: Make) -> None:
    sheet = make_sheet(library=library())

    assert blocking(sheet) == [
        (ProblemKind.NO_PHRASE, "3.2", language, "U-004") for language in ("fi", "ru")
    ]


def test_a_missing_value_blocks_in_both_columns(make_sheet: Make, case: Case) -> None:
    assert case.plan is not None
    case.plan.measures[1].what = Wording.of("P-030", language="ar", place="Kirjasto")

    assert blocking(make_sheet()) == [
        (ProblemKind.NO_VALUE, "2.2", language, "P-030 {hours}") for language in ("fi", "ru")
    ]


def test_letters_that_no_font_has_block_the_paper(make_sheet: Make, case: Case) -> None:
    assert case.plan is not None
    case.client.own_script_name = "\U00012000"
    case.plan.measures[0].responsible = "Amal 🙂"

    found = blocking(make_sheet())

    assert (ProblemKind.NO_LETTER, "2.1", "ru", "🙂") in found
    assert (ProblemKind.NO_LETTER, "", "fi", "\U00012000") in found


def test_a_problem_is_said_with_its_row_in_the_language_of_the_interface() -> None:
    problem = PrintProblem(ProblemKind.NO_PHRASE, "2.1", "ru", "U-004")

    assert problem.text() == "Row 2.1: U-004: there is no such phrase."


def test_a_fixed_text_is_named_in_the_language_of_the_interface() -> None:
    set_interface_language("fi")

    problem = PrintProblem(ProblemKind.NO_TRANSLATION, "", "ru", "Integration plan")

    assert problem.text().startswith("Kotoutumissuunnitelma: ")


def test_a_long_list_of_problems_is_cut() -> None:
    found = [PrintProblem(ProblemKind.NO_PHRASE, str(n), "ru", "U-1") for n in range(12)]

    assert str(Problems(found)).endswith("\nand 2 more")
