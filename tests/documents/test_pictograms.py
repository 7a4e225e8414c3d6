from io import BytesIO

import pikepdf

from kotoutus_desktop.documents.pictograms import GOAL_PICTOGRAMS, MEASURE_PICTOGRAMS, pictogram
from kotoutus_desktop.rules.facts import GoalKind, MeasureKind
from kotoutus_desktop.typesetting import build_pdf


def test_every_kind_of_measure_and_goal_has_a_picture_of_its_own() -> None:
    for kinds, pictures in ((MeasureKind, MEASURE_PICTOGRAMS), (GoalKind, GOAL_PICTOGRAMS)):
        assert set(pictures) == set(kinds)
        assert len(set(pictures.values())) == len(kinds)


def test_every_picture_is_drawn_and_described() -> None:
    story = [pictogram(icon, 40, f"kuva {icon}") for icon in MEASURE_PICTOGRAMS.values()]

    with pikepdf.open(BytesIO(build_pdf(story, title="x", language="fi"))) as document:
        figures = list(document.Root.StructTreeRoot.K[0].K)
        content = document.pages[0].Contents.read_bytes()

    assert [str(each.Alt) for each in figures] == [
        f"kuva {icon}" for icon in MEASURE_PICTOGRAMS.values()
    ]
    assert content.count(b" c ") > len(MEASURE_PICTOGRAMS)
