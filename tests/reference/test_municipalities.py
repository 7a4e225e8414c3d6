from kotoutus_desktop.reference.municipalities import (
    counties,
    employment_areas,
    municipalities,
    vitality_centres,
)


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
