import pytest

from kotoutus_desktop.reference.statute_text import statute_text

# invented sentences in the shapes that Finlex has: none is of the Act
PROMULGATED = """Vahvistettava lakiSDK6812023kotoutumisen edistämisestäLaki
Eduskunnan päätöksen mukaisesti säädetään:
1 luku
Yleiset säännökset
22 §
Kotoutumissuunnitelman tarkistaminen
Ensimmäinen keksitty momentti ja sen sisältö.
Toisessa on kohdat:
1) yksi; ja
2) kaksi.
32 a §
Maksu
Keksitty virke ja 22 §:ään viittaava.
2 luku
Muut säännökset
102 §
Voimaantulo
Tämä tulee voimaan.
HE 208/2022HaVM 45/2022EV 335/2022Helsingissä 14.4.2023
"""
CONSOLIDATED = """<!DOCTYPE html><html><head><title>Laki 681/2023</title>
<style>p { color: red }</style></head><body>
<h1>Laki kotoutumisen edistämisestä 681/2023</h1>
<h2>2 luku Palvelut</h2>
<h3>14 § (30.12.2024/1100) </h3><h4>Osaamisen&nbsp;arviointi</h4><p>Keksitty
virke ja toinen.</p><p>15 § on kumottu L:lla 30.12.2024/1100.</p>
<h3>22 § Tarkistaminen</h3><p>Keksitty.</p><script>var x = "23 §";</script>
</body></html>"""
AMENDING = """Lag om ändring av lagen om främjande av integration 1100/2024
I enlighet med riksdagens beslut upphävs i lagen om främjande av integration (681/2023) 15 § och
22 §
Översyn av integrationsplanen
En påhittad mening och en till.
"""


def test_a_promulgated_text_is_read_by_number_and_heading():
    statute = statute_text(PROMULGATED)

    assert (statute.act, statute.amends, statute.language) == ("681/2023", "", "fi")
    assert list(statute.sections) == ["22", "32 a", "102"]
    assert statute.sections["22"].heading == "Kotoutumissuunnitelman tarkistaminen"
    assert statute.sections["32 a"].paragraphs == ("Keksitty virke ja 22 §:ään viittaava.",)
    assert statute.sections["102"].paragraphs == ("Tämä tulee voimaan.",)


def test_points_belong_to_their_subsection():
    subsections = statute_text(PROMULGATED).sections["22"].subsections

    assert len(subsections) == 2
    assert subsections[1] == ("Toisessa on kohdat:", "1) yksi; ja", "2) kaksi.")


def test_a_page_brought_up_to_date_is_read_and_repealed_sections_are_left():
    statute = statute_text(CONSOLIDATED)

    assert statute.act == "681/2023"
    assert list(statute.sections) == ["14", "22"]
    assert statute.sections["14"].heading == "Osaamisen arviointi"
    assert statute.sections["14"].paragraphs == ("Keksitty virke ja toinen.",)
    assert statute.sections["22"].heading == "Tarkistaminen"


def test_an_amending_act_says_what_it_amends():
    statute = statute_text(AMENDING)

    assert (statute.act, statute.amends, statute.language) == ("1100/2024", "681/2023", "sv")


def test_an_amending_act_that_does_not_tell_its_number_is_known_by_what_it_amends():
    statute = statute_text(AMENDING.replace(" 1100/2024", ""))

    assert (statute.act, statute.amends) == ("681/2023", "681/2023")


@pytest.mark.parametrize(
    ("name", "act"),
    [("Laki 14.4.2023/681", "681/2023"), ("SDK8692024", "869/2024"), ("576/2024", "576/2024")],
)
def test_the_number_is_found_in_every_way_of_writing_it(name, act):
    assert statute_text(f"{name}\n1 §\nOtsikko\nKeksitty virke.\n").act == act


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A letter about something else.",
        "Laki 681/2023 without any section.",
        "Laki 1/1900\n1 §\nOtsikko\nKeksitty virke.\n",
        "Laki 1/1900 muuttamisesta\n1 §\nOtsikko\nKeksitty virke.\n",
        "<html><body><p>Nothing</p></body></html>",
    ],
)
def test_what_is_no_statute_that_is_cited_is_none(text):
    assert statute_text(text) is None


def test_a_section_without_a_heading_keeps_its_text():
    section = statute_text("Laki 150/1930\n3 §\nKeksitty virke, joka päättyy.\n").sections["3"]

    assert section.heading == ""
    assert section.paragraphs == ("Keksitty virke, joka päättyy.",)


def test_a_number_without_anything_after_it_is_an_empty_section():
    assert statute_text("Laki 681/2023\n14 §\n").sections["14"].paragraphs == ()
