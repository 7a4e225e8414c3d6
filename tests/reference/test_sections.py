from datetime import date

import pytest

from kotoutus_desktop.reference.sections import StatuteSection, section_on, statute_sections

ACT = "681/2023"
DAY = date(2025, 1, 1)


def test_a_section_has_its_heading_and_address_in_both_languages() -> None:
    review = section_on(ACT, "22", DAY)

    assert review is not None
    assert review.heading("fi") == "Kotoutumissuunnitelman tarkistaminen"
    assert review.heading("sv") == "Översyn av integrationsplanen"
    assert review.heading("en") == review.heading("fi")
    assert review.address("fi") == "https://www.finlex.fi/fi/lainsaadanto/2023/681"
    assert review.address("sv").startswith("https://www.finlex.fi/sv/")


@pytest.mark.parametrize(
    ("act", "number", "counted"),
    [
        (ACT, "14", (7, 0, 0, 0, 0, 0, 0, 0)),  # as amended by 1100/2024: four points before
        (ACT, "22", (0, 0)),
        (ACT, "23", (3, 0, 0, 0, 0, 0)),  # the sixth stayed as it was
        (ACT, "32 a", (0, 0, 0, 0, 0)),  # added by 322/2024
        (ACT, "102", (0, 0, 0, 0, 0, 0)),  # a subsection added by 322/2024
        ("869/2024", "2", (9, 0, 4)),
    ],
)
def test_subsections_and_points_are_counted_as_amended(
    act: str, number: str, counted: tuple[int, ...]
) -> None:
    section = section_on(act, number, DAY)

    assert section is not None
    assert section.points == counted


@pytest.mark.parametrize("number", ["15", "17", "21", "48"])
def test_what_was_repealed_before_the_act_came_into_force_never_was_in_force(number: str) -> None:
    assert (ACT, number) in statute_sections()
    assert section_on(ACT, number, DAY) is None


def test_a_subsection_is_gone_from_the_day_of_its_repeal() -> None:
    support = section_on(ACT, "63", DAY)

    assert support is not None
    assert support.has(date(2025, 3, 31), 3)
    assert not support.has(date(2025, 4, 1), 3)
    assert support.has(date(2025, 4, 1), 2)


def test_a_subsection_or_point_that_is_not_there_is_told() -> None:
    assessment = section_on(ACT, "14", DAY)

    assert assessment is not None
    assert assessment.has(DAY, 1, 7)
    assert not assessment.has(DAY, 1, 8)
    assert not assessment.has(DAY, 2, 1)
    assert not assessment.has(DAY, 9)
    assert not assessment.has(DAY, 0)
    assert not assessment.has(date(2024, 12, 31), 1)


def test_the_older_act_is_known_for_the_plans_made_under_it() -> None:
    assert section_on("1386/2010", "12", date(2024, 12, 31)) is not None
    assert section_on("1386/2010", "12", DAY) is None


def test_an_unknown_section_is_none() -> None:
    assert section_on(ACT, "103", DAY) is None


def test_an_old_act_without_headings_is_in_force() -> None:
    counting = section_on("150/1930", "3", DAY)

    assert counting is not None
    assert counting.heading("sv") == ""


def test_the_index_names_and_counts_but_quotes_nothing() -> None:
    every = [section for editions in statute_sections().values() for section in editions]

    assert len(every) > 120
    assert all(len(each.heading_fi) < 200 and not each.heading_fi.endswith(".") for each in every)
    assert all(isinstance(each, StatuteSection) and each.subsections for each in every)
