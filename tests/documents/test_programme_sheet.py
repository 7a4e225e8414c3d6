import pytest

from kotoutus_desktop.documents.programme_sheet import ProgrammeSheet
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup
from kotoutus_desktop.rules.programme_gaps import PlanningPoint
from tests.documents.programmes import content


def sheet(kind="programme", language="fi", number=0, **changes):
    return ProgrammeSheet(content(kind, **changes), language, number)


def chapter(made, title):
    return next(each for each in made.chapters() if each.title == title)


def test_a_text_that_a_language_lacks_stands_in_another_and_says_so():
    made = sheet(language="sv")
    goal = chapter(made, "Mål, åtgärder och uppföljning").under[0].rows[0]
    assert (goal[0].text, goal[0].note) == ("Fler möten.", "")
    assert (goal[1].text, goal[1].language, goal[1].note) == (
        "Tapahtumia vuodessa",
        "fi",
        "på finska",
    )


def test_every_point_of_the_section_has_a_heading_also_without_a_service():
    under = chapter(sheet(), "Ohjelman palvelut").under
    assert len(under) == len(ProgrammePoint) + 1
    assert under[0].title.endswith("(13\u00a0§ 1\u00a0mom. 1\u00a0kohta)".replace(" ", "\u00a0"))
    assert under[0].passages[0].text == "Mikään luettelon palvelu ei vielä kata tätä."
    assert under[3].rows[0][1].text == "Esimerkkiopisto (kunta)"
    assert under[-1].rows[0][0].text == "Äitien kielikerho"


def test_the_six_groups_are_there_whatever_is_written():
    under = chapter(sheet(), "Kohderyhmät").under
    assert len(under) == len(TargetGroup) == 6
    assert under[0].passages[0].text == "Tavoitetaan neuvolassa."
    assert under[1].passages[0].text == "Tähän ei ole vielä kirjoitettu mitään."


def test_the_strategic_document_has_the_heads_of_the_planning():
    titles = [each.title for each in sheet("strategy").chapters()]
    assert len([title for title in titles if "45" in title]) == len(PlanningPoint) - 2
    assert "Ohjelman palvelut" not in titles


@pytest.mark.parametrize(
    ("kind", "said"),
    [("programme", "ei velvoita laatimaan"), ("strategy", "eikä edellytä raportti")],
)
def test_what_the_law_says_of_the_document_is_said_with_its_sections(kind, said):
    texts = [each.text for each in chapter(sheet(kind), "Mitä laki sanoo asiakirjasta").passages]
    assert said in texts[0]
    assert "1100/2024" in texts[0]
    assert "59" in texts[1]


def test_version_period_and_approval_are_said():
    assert list(sheet(number=2).facts()) == [
        "Versio 2, 24.11.2026",
        "Ajalle 1.1.2026–31.12.2029",
        "Hyväksytty: Kunnanhallitus 2.3.2026",
    ]
    bare = sheet(starts_on=None, ends_on=None, approved_by="")
    assert list(bare.facts()) == ["Luonnos, 24.11.2026"]


def test_the_follow_up_of_a_goal_stands_with_its_day():
    goal = chapter(sheet(), "Tavoitteet, toimenpiteet ja seuranta").under[0].rows[0]
    assert goal[5].text == "2.11.2026: jäljessä aikataulusta. Ei tilaa."
    assert goal[4].text == "1.1.2026–31.12.2027"
