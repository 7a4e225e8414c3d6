from datetime import date

import pytest

from kotoutus_desktop.rules.editions import NoEdition
from kotoutus_desktop.rules.programme import (
    GROUP_SECTIONS,
    ProgrammePoint,
    TargetGroup,
    TrainingAim,
    programme_on,
)

DAY = date(2026, 11, 24)


def test_the_programme_has_the_six_points_of_the_section_in_their_order():
    points = programme_on(DAY).points
    assert [str(place) for place in points.values()] == [
        f"681/2023 § 13(1) point {number}" for number in range(1, 7)
    ]
    assert list(points) == list(ProgrammePoint)


def test_each_point_says_where_its_content_is_laid_down():
    contents = programme_on(DAY).contents
    assert [place.number for place in contents.values()] == ["14", "16", "25", "26", "10", "26"]


def test_the_training_of_point_four_has_the_aims_that_it_names():
    assert programme_on(DAY).aims == set(TrainingAim)


def test_no_edition_in_force_asks_for_a_document():
    assert programme_on(date(2025, 1, 1)).document is None


def test_the_day_before_the_act_has_no_edition():
    with pytest.raises(NoEdition):
        programme_on(date(2024, 12, 31))


def test_every_target_group_is_named_in_the_act():
    assert set(GROUP_SECTIONS) == set(TargetGroup)
    assert str(GROUP_SECTIONS[TargetGroup.HOME_CARE]) == "681/2023 § 14(1) point 3"
