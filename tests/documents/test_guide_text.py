from kotoutus_desktop.documents.guide_text import (
    GuideHeading,
    GuideList,
    GuideParagraph,
    GuideTable,
    Piece,
    blocks,
    pieces,
)

TEXT = """
## Copies

A copy is **proven** after
a trial.
Type `self-check`.

- one
  and more
- two

1. first
2. second

| What | Where |
| --- | --- |
| log | `C:\\log` |
### Below
"""


def plain(line) -> str:
    return "".join(piece.text for piece in line)


def test_bold_code_and_links_become_pieces_and_the_rest_stays_between_them() -> None:
    assert pieces("In **Settings** type `a -b`, see [Log](#log).") == (
        Piece("In "),
        Piece("Settings", bold=True),
        Piece(" type "),
        Piece("a -b", code=True),
        Piece(", see "),
        Piece("Log"),
        Piece("."),
    )


def test_a_text_is_read_block_by_block() -> None:
    kinds = [type(block) for block in blocks(TEXT)]

    assert kinds == [
        *(GuideHeading, GuideParagraph, GuideList, GuideList, GuideTable, GuideHeading),
    ]


def test_lines_of_a_paragraph_and_of_an_item_are_joined() -> None:
    _heading, paragraph, bullets, numbers, *_rest = blocks(TEXT)

    assert plain(paragraph.line) == "A copy is proven after a trial. Type self-check."
    assert [plain(item) for item in bullets.items] == ["one and more", "two"]
    assert not bullets.numbered
    assert [plain(item) for item in numbers.items] == ["first", "second"]
    assert numbers.numbered


def test_a_table_has_its_head_and_no_rule() -> None:
    table = next(block for block in blocks(TEXT) if isinstance(block, GuideTable))

    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["What", "Where"],
        ["log", "C:\\log"],
    ]


def test_headings_keep_their_depth() -> None:
    assert [b.depth for b in blocks(TEXT) if isinstance(b, GuideHeading)] == [2, 3]
