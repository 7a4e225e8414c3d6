from datetime import date, timedelta

import pytest

from kotoutus_desktop.reference.municipalities import vitality_centres
from kotoutus_desktop.reference.sections import section_on
from kotoutus_desktop.rules.authority_names import (
    NAMES,
    RENAMED,
    StateAuthority,
    authority_name,
    is_name_verified,
)
from kotoutus_desktop.rules.editions import IN_FORCE

BEFORE = RENAMED - timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "language", "name"),
    [
        (BEFORE, "fi", "elinkeino-, liikenne- ja ympäristökeskus"),
        (BEFORE, "sv", "närings-, trafik- och miljöcentralen"),
        (RENAMED, "fi", "elinvoimakeskus"),
        (RENAMED, "sv", "livskraftscentralen"),
        (RENAMED, "en", "Economic Development Centre"),
        (RENAMED, "ar", "Economic Development Centre"),
    ],
)
def test_an_authority_is_named_as_on_the_day_of_the_event(on, language, name):
    assert authority_name(StateAuthority.REGIONAL, on, language) == name


@pytest.mark.parametrize("authority", StateAuthority)
def test_every_edition_has_a_name_in_the_languages_of_the_interface(authority):
    editions = NAMES[authority]

    assert [each.since for each in editions] == sorted(each.since for each in editions)
    for each in editions:
        assert set(each.names) == set(each.short) == {"fi", "sv", "en"}
        assert all(each.names.values())


@pytest.mark.parametrize(
    ("authority", "number"),
    [(StateAuthority.REGIONAL, "55"), (StateAuthority.ADMINISTRATION, "56")],
)
def test_the_names_of_2025_are_those_of_the_headings(authority, number):
    """681/2023 §§ 55-56."""
    section = section_on("681/2023", number, IN_FORCE)

    for language in ("fi", "sv"):
        named = authority_name(authority, IN_FORCE, language).removesuffix("n").removesuffix("t")
        assert section.heading(language).casefold().startswith(named[:-2].casefold())


def test_the_names_of_2026_are_those_of_the_list_of_centres():
    for centre in vitality_centres():
        assert "elinvoimakeskus" in centre.fi
        assert centre.sv.startswith("Livskraftscentralen i ")
        assert centre.en.startswith("Economic Development Centre")


def test_a_remembered_name_is_told_apart():
    assert is_name_verified(StateAuthority.REGIONAL, date(2026, 6, 1), "sv")
    assert not is_name_verified(StateAuthority.SUPERVISION, date(2026, 6, 1), "sv")
