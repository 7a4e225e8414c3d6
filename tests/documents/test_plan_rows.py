from collections.abc import Callable

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.plan_rows import plan_parts
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.rows import Line, Row
from kotoutus_desktop.documents.said import Listed, Words
from kotoutus_desktop.documents.words import GOALS, HEAD, MEASURE_KINDS, MEASURES
from kotoutus_desktop.models.numbering import numbering
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import MeasureKind

Make = Callable[..., PlanSource]


def rows_of(source: PlanSource) -> dict[str, tuple[Row, ...]]:
    return {part.title.text: part.rows for part in plan_parts(source)}


def labels(row: Row) -> list[str | None]:
    return [line.label for line in row.lines]


def test_goals_and_measures_have_the_numbers_of_the_editor(make_source: Make) -> None:
    source = make_source()

    rows = rows_of(source)

    assert [row.number for row in rows[GOALS.long_term]] == ["1"]
    expected = ["2", "2.1", "2.2", "3", "3.1", "3.2"]
    assert [row.number for row in rows[GOALS.for_this_plan]] == expected
    assert set(numbering(source.plan).values()) == {"1", *expected}


def test_the_rows_after_the_goals_go_on_without_a_gap(make_source: Make) -> None:
    parts = plan_parts(make_source())

    numbers = [row.number for part in parts[2:] for row in part.rows]

    assert numbers == [str(number) for number in range(4, 4 + len(numbers))]


def test_a_measure_says_all_that_is_agreed(make_source: Make) -> None:
    rows = rows_of(make_source())[GOALS.for_this_plan]

    assert labels(rows[1]) == [
        None,
        MEASURES.provider,
        MEASURES.time,
        MEASURES.extent,
        MEASURES.language,
        MEASURES.responsible,
        MEASURES.suitability,
        MEASURES.follow_up,
    ]


def test_a_measure_without_words_is_called_by_its_kind(make_source: Make, case: Case) -> None:
    assert case.plan is not None
    case.plan.measures[0].what = Wording()

    rows = rows_of(make_source())[GOALS.for_this_plan]

    kind = MEASURE_KINDS[MeasureKind.INTEGRATION_TRAINING]
    assert rows[1].lines[0] == Line(Words(kind), strong=True)


def test_studies_and_job_search_name_their_rows_or_the_reason(
    make_source: Make, hidden_case: Case
) -> None:
    with_studies = rows_of(make_source())
    without = rows_of(make_source(hidden_case))

    assert with_studies[MEASURES.language_studies][0].lines[0].said == Listed(("2.1",))
    assert with_studies[MEASURES.job_search][0].lines[0].said == Listed(("3.1",))
    assert without[MEASURES.language_studies][0].lines == (Line(Wording.of("R-011"), GOALS.reason),)
    assert MEASURES.job_search not in without


def test_departures_and_an_extension_are_given_with_their_reasons(
    make_source: Make, hidden_case: Case
) -> None:
    departures = rows_of(make_source(hidden_case))[GOALS.reason]

    assert departures[0].lines == (Line(Wording.of("R-003"), GOALS.goal),)
    assert departures[1].lines == (
        Line(Words(HEAD.extended)),
        Line(Wording.free("Erityistoimet", "fi"), GOALS.reason),
    )


def test_no_provider_is_printed_under_non_disclosure(make_source: Make, case: Case) -> None:
    case.client.non_disclosure = True

    rows = rows_of(make_source())[GOALS.for_this_plan]

    assert MEASURES.provider not in {label for row in rows for label in labels(row)}
