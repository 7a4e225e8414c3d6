import pytest
from sqlalchemy.orm import configure_mappers

from kotoutus_desktop.casework.held import case_tables
from kotoutus_desktop.casework.others import OTHERS, Hidden, hidden_value, without_others
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.journal import Confidentiality

OWN_NAMES = {
    ("client", "phone"),
    ("client", "email"),
    ("training", "name"),  # what it is called
    ("guidance_contact", "name"),  # of somebody who is no client yet: then it is the person's own
}


def test_a_column_that_names_or_reaches_somebody_is_the_persons_own_or_blacked_out():
    configure_mappers()  # which loads every table
    naming = {
        (table.name, column.name)
        for table in case_tables()
        for column in table.columns
        if column.name in {"name", "phone", "email", "interpreter", "made_by", "with_whom"}
    }

    others = {(table, name) for table, names in OTHERS.items() for name in names}
    assert naming - others == OWN_NAMES
    known = {(table.name, column.name) for table in case_tables() for column in table.columns}
    assert others <= known


@pytest.mark.parametrize(
    ("table", "column", "row", "hidden"),
    [
        ("guardian", "name", {}, Hidden.OTHER_PERSON),
        ("guardian", "kind", {}, None),
        ("review", "source_detail", {"source": SourceKind.RELATIVE}, Hidden.OTHER_PERSON),
        ("review", "source_detail", {"source": "relative"}, Hidden.OTHER_PERSON),
        ("review", "source_detail", {"source": SourceKind.AUTHORITY}, None),
        (
            "journal_entry",
            "text",
            {"confidentiality": Confidentiality.NOT_TO_CLIENT},
            Hidden.WITHHELD,
        ),
        ("journal_entry", "text", {"confidentiality": Confidentiality.OFFICE}, None),
        ("journal_entry", "text", {}, Hidden.WITHHELD),
    ],
)
def test_only_what_is_of_others_or_kept_back_by_law_is_not_given_out(table, column, row, hidden):
    assert hidden_value(table, column, "Äiti", row) == (hidden or "Äiti")
    assert hidden_value(table, column, "", row) == ""


def test_a_form_or_a_case_is_given_without_the_people_in_it():
    given = without_others(
        {"phone": "050", "guardians": [{"name": "Äiti"}], "heads": [{"interpreter": "Ali", "x": 1}]}
    )

    assert given == {
        "phone": "050",
        "guardians": "other_person",
        "heads": [{"interpreter": "other_person", "x": 1}],
    }


def test_who_took_part_is_not_given_out_as_what_was_entered_either():
    authors = {"field": "plan_authors", "value": "tulkki: Olena"}
    goals = {"field": "goals", "value": "Työhön"}

    assert hidden_value("entered_field", "value", "tulkki: Olena", authors) is Hidden.OTHER_PERSON
    assert hidden_value("entered_field", "value", "Työhön", goals) == "Työhön"
