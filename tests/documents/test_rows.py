from kotoutus_desktop.documents.rows import Line, numbered
from kotoutus_desktop.documents.said import Plain, Words


def test_rows_are_numbered_through_and_empty_parts_left_out() -> None:
    lines = (Line(Plain("x")),)

    parts = numbered(4, [("One", [lines, lines]), ("Empty", []), ("Two", [lines])])

    assert [part.title for part in parts] == [Words("One"), Words("Two")]
    assert [row.number for part in parts for row in part.rows] == ["4", "5", "6"]
