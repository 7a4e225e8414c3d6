from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.section import (
    FEE,
    JOB_SEARCH,
    OLDER_PLAN_MAXIMUM,
    REVIEW,
    STORED_PLAN,
    Section,
)
from kotoutus_desktop.ui.why.statute_facts import act_text, address, edition_text, heading


def test_the_heading_and_the_address_are_in_the_language_of_the_interface():
    set_interface_language("sv")
    assert heading(REVIEW) == "Översyn av integrationsplanen"
    assert address(REVIEW) == "https://www.finlex.fi/sv/lagstiftning/2023/681"
    set_interface_language("fi")
    assert heading(FEE) == "Käyttämättä jätetystä palvelusta perittävä maksu"
    assert address(FEE) == "https://www.finlex.fi/fi/lainsaadanto/2023/681"


def test_in_english_the_official_heading_is_the_finnish_one():
    assert heading(REVIEW) == "Kotoutumissuunnitelman tarkistaminen"


def test_the_edition_says_what_amended_the_section_and_what_was_not_read():
    text = edition_text(REVIEW)

    assert "in force from 1.1.2025" in text
    assert "amended by 1100/2024" in text
    assert "from 2026 on" in text


def test_a_repealed_act_that_still_binds_has_its_own_edition():
    assert "Act 1386/2010, in force from 1.9.2011" in edition_text(OLDER_PLAN_MAXIMUM)
    assert heading(OLDER_PLAN_MAXIMUM).startswith("Oikeus kotoutumissuunnitelmaan")


def test_decrees_and_other_acts_are_named_as_such():
    assert act_text(STORED_PLAN) == "Decree 874/2024"
    assert act_text(JOB_SEARCH) == "Act 380/2023"


def test_a_section_that_no_index_knows_has_no_heading_and_no_address():
    unknown = Section("1/1900", "1")

    assert (heading(unknown), address(unknown)) == ("", "")
    assert edition_text(unknown) == "Act 1/1900"
