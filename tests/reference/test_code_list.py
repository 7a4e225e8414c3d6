from collections.abc import Callable
from typing import Any

import pytest

from kotoutus_desktop.reference.code_list import CodeList
from kotoutus_desktop.reference.countries import (
    countries,
)
from kotoutus_desktop.reference.education import education_levels, education_types
from kotoutus_desktop.reference.language_levels import (
    language_levels,
)
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.literacy import literacy_classes
from kotoutus_desktop.reference.municipalities import (
    counties,
    employment_areas,
    municipalities,
    vitality_centres,
)
from kotoutus_desktop.reference.permits import permit_letters, residence_permits

SIZES: list[tuple[Callable[[], CodeList[Any]], int, int]] = [
    # list, entries, of them with a doubt
    (municipalities, 308, 0),
    (counties, 22, 0),
    (employment_areas, 45, 0),
    (vitality_centres, 10, 10),
    (languages, 275, 89),
    (countries, 262, 4),
    (residence_permits, 64, 35),
    (permit_letters, 6, 0),
    (education_levels, 14, 4),
    (education_types, 16, 13),
    (language_levels, 17, 3),
    (literacy_classes, 13, 4),
]


@pytest.mark.parametrize(("load", "size", "doubtful"), SIZES)
def test_each_list_holds_all_rows_of_its_table(
    load: Callable[[], CodeList[Any]], size: int, doubtful: int
) -> None:
    assert len(load()) == size
    assert len({entry.code for entry in load()}) == size
    assert sum(not entry.verified for entry in load()) == doubtful


@pytest.mark.parametrize(("load", "size", "doubtful"), SIZES)
def test_every_entry_has_a_name_in_all_interface_languages_and_doubts_have_words(
    load: Callable[[], CodeList[Any]], size: int, doubtful: int
) -> None:
    for entry in load():
        assert all(entry.name(language) for language in ("fi", "sv", "en", "ru"))
        assert entry.verified or entry.note


@pytest.mark.parametrize(("load", "size", "doubtful"), SIZES)
def test_every_entry_is_found_by_each_of_its_names(
    load: Callable[[], CodeList[Any]], size: int, doubtful: int
) -> None:
    for entry in load():
        for language in ("fi", "sv", "en"):
            assert entry in load().search(entry.name(language), language)
