from collections.abc import Callable
from typing import Any

import pytest

from kotoutus_desktop.reference.code_list import CodeList
from kotoutus_desktop.reference.countries import (
    STATELESS,
    citizenships,
    countries,
    countries_of_birth,
    current_code,
)
from kotoutus_desktop.reference.education import education_levels, education_types
from kotoutus_desktop.reference.language_levels import (
    exam_terms,
    language_levels,
    offered_levels,
)
from kotoutus_desktop.reference.languages import languages, offered_languages
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


def test_a_code_that_no_list_has_is_shown_as_it_is() -> None:
    assert municipalities().get("000") is None
    assert municipalities().name("000", "fi") == "000"
    assert municipalities().name("091", "sv") == "Helsingfors"


def test_typing_part_of_a_name_without_its_marks_finds_it_in_either_language() -> None:
    assert [m.fi for m in municipalities().search("aane", "fi")] == ["Äänekoski"]
    assert municipalities().search("Åbo", "fi")[0].fi == "Turku"
    assert municipalities().search("hels", "fi")[0].code == "091"
    assert municipalities().search("", "fi") == list(municipalities())
    assert municipalities().search("qqq", "fi") == []


def test_a_municipality_knows_its_languages_and_who_else_serves_there() -> None:
    helsinki, korsnas, inari = (municipalities().get(code) for code in ("091", "280", "148"))
    assert helsinki
    assert korsnas
    assert inari
    assert helsinki.bilingual
    assert helsinki.languages == ("fi", "sv")
    assert helsinki.county == "90"
    assert korsnas.languages == ("sv", "fi")
    assert inari.sami_homeland
    assert not inari.bilingual
    assert sum(m.bilingual for m in municipalities()) == 33


def test_aland_has_neither_county_nor_employment_area_nor_vitality_centre() -> None:
    aland = [m for m in municipalities() if m.in_aland]
    assert len(aland) == 16
    assert {(m.county, m.employment_area, m.vitality_centre) for m in aland} == {("", "", "")}
    assert {m.languages for m in aland} == {("sv",)}


def test_every_mainland_municipality_points_into_the_other_lists() -> None:
    for municipality in municipalities():
        if not municipality.in_aland:
            assert counties().get(municipality.county)
            assert employment_areas().get(municipality.employment_area)
            assert vitality_centres().get(municipality.vitality_centre)


def test_citizenships_offer_statelessness_and_unknown_but_no_former_states() -> None:
    offered = {country.code for country in citizenships()}
    assert {STATELESS, "999", "907", "804"} <= offered
    assert not offered & {"810", "890", "997"}
    assert len(offered) == 202


def test_countries_of_birth_offer_former_states_but_no_statelessness() -> None:
    offered = {country.code for country in countries_of_birth()}
    assert {"810", "890", "998"} <= offered
    assert STATELESS not in offered


def test_kosovo_has_one_code_to_keep_and_a_visible_doubt() -> None:
    kosovo = countries().get(current_code("997"))
    assert kosovo
    assert (kosovo.code, kosovo.fi, kosovo.verified) == ("907", "Kosovo", False)
    assert current_code("804") == "804"


def test_countries_are_found_by_everyday_words() -> None:
    assert citizenships().search("kansalaisuudeton", "fi")[0].code == STATELESS
    assert citizenships().search("burma", "fi")[0].fi == "Myanmar"
    assert citizenships().search("UA", "fi")[0].fi == "Ukraina"


def test_free_movement_is_that_of_the_union_the_eea_and_switzerland() -> None:
    free = {country.alpha2 for country in countries() if country.free_movement}
    assert {"EE", "NO", "IS", "LI", "CH"} <= free
    assert not free & {"GB", "UA", "TR"}
    assert sum(country.eu for country in countries() if country.kind == "country") == 27


def test_languages_are_offered_by_the_number_of_their_speakers() -> None:
    codes = [language.code for language in offered_languages()]
    assert codes[:5] == ["ru", "et", "ar", "so", "en"]
    assert codes.index("prs") == codes.index("fa") + 1
    assert codes[codes.index("ku") :][:4] == ["ku", "kmr", "ckb", "sdh"]
    assert not {"la", "eo", "sa", "98", "99", "XX"} & set(codes)


def test_dari_and_the_two_kurdish_languages_are_entries_of_their_own() -> None:
    dari, sorani, kurmanji = (languages().get(code) for code in ("prs", "ckb", "kmr"))
    assert dari
    assert sorani
    assert kurmanji
    assert (dari.rtl, dari.native, dari.register_code) == (True, "دری", "fa")
    assert (sorani.rtl, kurmanji.rtl) == (True, False)
    assert not dari.verified
    assert "register_code" in dari.note
    assert dari.both_names("fi") == "dari (دری)"


def test_a_language_is_found_by_its_own_name_and_by_everyday_ones() -> None:
    def found(typed: str) -> list[str]:
        return [language.code for language in offered_languages().search(typed, "fi")]

    assert found("українська")[0] == "uk"
    assert found("دری") == ["prs"]
    assert found("farsi")[0] == "fa"
    assert {"ku", "kmr", "ckb", "sdh"} <= set(found("kurd"))


def test_language_levels_run_from_low_to_high_and_show_only_verified_names() -> None:
    codes = [level.code for level in language_levels() if level.measured]
    assert codes[:3] == ["below_A1.1", "A1.1", "A1.2"]
    assert codes.index("B1.1") < codes.index("C2.2")
    first, c2 = language_levels().get("A1.1"), language_levels().get("C2.1")
    assert first
    assert c2
    assert first.label("fi") == "A1.1 Kielitaidon alkeiden hallinta"
    assert first.label("sv") == "A1.1"
    assert c2.label("fi") == "C2.1"
    assert offered_levels().get("above_C1.1") is None


def test_words_of_the_language_tests_come_by_group() -> None:
    assert [term.code for term in exam_terms("yki_exam")] == ["pt", "kt", "yt"]
    assert len(exam_terms("yki_grade")) == 12
    assert len(exam_terms("unknown")) == 0
