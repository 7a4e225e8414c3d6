from kotoutus_desktop.reference.countries import (
    STATELESS,
    citizenships,
    countries,
    countries_of_birth,
    current_code,
)


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
