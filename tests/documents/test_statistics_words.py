import pytest

from kotoutus_desktop.documents.statistics_words import (
    HEADINGS,
    age_text,
    definition_text,
    heading_text,
    title_text,
)
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.statistics import Part, Topic, parts_of


@pytest.fixture(params=["fi", "sv", "en"])
def language(request):
    set_interface_language(request.param)
    yield request.param
    set_interface_language("en")


def test_every_table_has_a_name_of_its_own_and_says_what_it_counts(language):
    names = [title_text(topic) for topic in Topic]

    assert len(set(names)) == len(names)
    for topic in Topic:
        assert definition_text(topic).endswith(".")
        assert all(heading_text(topic, part) for part in parts_of(topic))


def test_every_column_has_a_heading():
    assert set(HEADINGS) == set(Part)


def test_the_first_column_says_what_is_counted_where_it_is_no_sum():
    assert heading_text(Topic.REIMBURSEMENT, Part.ALL) == "Clients"
    assert heading_text(Topic.REIMBURSEMENT, Part.MONTHS) == "Months"
    assert heading_text(Topic.ORIENTATION, Part.ALL) == "Participants"
    assert heading_text(Topic.PLAN, Part.ALL) == "All"


def test_ages_are_written_with_a_dash():
    assert (age_text("18-24"), age_text("65-")) == ("18–24 years", "65 years and more")
