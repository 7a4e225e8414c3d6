import pytest
from cryptography.exceptions import InvalidTag

from kotoutus_desktop.models.slot_box import fill, new_pair, open_box

ANCHOR, CONTENT = b"a" * 32, b"k" * 32


def test_whoever_has_the_private_half_opens_the_box():
    private, public = new_pair()

    assert open_box(private, ANCHOR, fill(public, ANCHOR, CONTENT, b"Maija"), b"Maija") == CONTENT


def test_no_two_boxes_are_alike():
    _private, public = new_pair()

    assert fill(public, ANCHOR, CONTENT, b"M") != fill(public, ANCHOR, CONTENT, b"M")


@pytest.mark.parametrize("wrong", ["private", "anchor", "whose", "changed"])
def test_nobody_else_opens_it(wrong):
    private, public = new_pair()
    box = fill(public, ANCHOR, CONTENT, b"Maija")
    if wrong == "changed":
        box = box[:-1] + bytes([box[-1] ^ 1])

    with pytest.raises(InvalidTag):
        open_box(
            new_pair()[0] if wrong == "private" else private,
            bytes(32) if wrong == "anchor" else ANCHOR,
            box,
            b"Pekka" if wrong == "whose" else b"Maija",
        )
