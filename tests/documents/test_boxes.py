from itertools import pairwise

import pikepdf
import pytest

from kotoutus_desktop.documents.boxes import Box, Boxes, Picture, in_rows
from kotoutus_desktop.typesetting import Paragraph, build_pdf, style_for
from tests.typesetting.tree import elements, faults_of

TEXT = style_for("fi", 10)


def box(text):
    return Box([Paragraph(text, TEXT)])


def rows(count, most=3):
    return in_rows([box(f"Palvelu {number}") for number in range(count)], 400.0, most, 20.0)


def drawn(picture):
    return build_pdf([Boxes(picture)], title="Polku", language="fi")


def test_boxes_stand_in_rows_without_touching():
    picture = rows(7)
    placed = picture.groups[0]
    assert [each.left for each in placed[:3]] == [0.0, 140.0, 280.0]
    assert len({each.top for each in placed}) == 3
    assert picture.height == pytest.approx(placed[-1].top + placed[-1].height)


def test_boxes_of_a_row_are_as_high_as_the_highest():
    high = Box([Paragraph("Pitkä nimi " * 12, TEXT)])
    first, second = in_rows([box("Lyhyt"), high], 400.0, 3, 20.0).groups[0]
    assert first.height == second.height > box("Lyhyt").height(120.0)


def test_an_arrow_leads_from_each_box_to_the_next():
    picture = rows(5)
    placed = picture.groups[0]
    assert len(picture.arrows) == 4
    for arrow, (first, second) in zip(picture.arrows, pairwise(placed), strict=True):
        (x, y), (to_x, to_y) = arrow[0], arrow[-1]
        assert first.left <= x <= first.left + first.width
        assert first.top <= y <= first.top + first.height
        assert second.left <= to_x <= second.left + second.width
        assert second.top <= to_y <= second.top + second.height


@pytest.mark.parametrize("count", [1, 2, 7])
def test_the_picture_is_real_text_in_a_list_and_soundly_tagged(count, tmp_path):
    content = drawn(rows(count))
    assert faults_of(content) == []
    path = tmp_path / "boxes.pdf"
    path.write_bytes(content)
    with pikepdf.open(path) as document:
        tags = [str(each["/S"]) for each, _language in elements(document.Root.StructTreeRoot)]
    assert tags.count("/LI") == (count if count > 1 else 0)


def test_no_boxes_take_no_room():
    assert rows(0).height == 0.0
    assert Picture(100.0).arrows == []
