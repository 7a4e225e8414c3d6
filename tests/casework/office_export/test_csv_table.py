import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.casework.office_export.csv_table import DELIMITER, csv_table


def rows(content):
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=DELIMITER))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_no_text_is_a_formula_and_none_is_lost(text):
    found = rows(csv_table(["a", "b"], [{"a": text, "b": "end"}]))

    assert not found[0]["a"].lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert found[0]["a"].removeprefix("'") == text.removeprefix("'")
    assert found[0]["b"] == "end"


def test_numbers_lists_and_what_is_empty_are_written_as_programs_read_them():
    names = ["number", "yes", "list", "none"]

    found = rows(csv_table(names, [{"number": -5, "yes": True, "list": ["ä"], "none": None}]))

    assert list(found[0].values()) == ["-5", "true", '["ä"]', ""]
