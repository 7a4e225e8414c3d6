import pytest

from kotoutus_desktop.rules import section as sections
from kotoutus_desktop.rules.section import ACT, Section
from kotoutus_desktop.ui.why.section_words import section_words

CITED = [each for each in vars(sections).values() if isinstance(each, Section)]


@pytest.mark.parametrize("section", CITED, ids=str)
def test_every_section_that_the_program_cites_is_explained(section):
    assert section_words(section)


def test_a_point_without_words_of_its_own_has_those_of_its_subsection():
    assert section_words(Section(ACT, "14", 1, 2)) == section_words(Section(ACT, "14", 1))
    assert section_words(Section(ACT, "14", 1, 4)) != section_words(Section(ACT, "14", 1))


def test_an_unknown_section_says_nothing():
    assert section_words(Section("1/1900", "1")) == ""
