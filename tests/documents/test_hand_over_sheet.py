from dataclasses import replace
from datetime import date

import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.documents.hand_over_sheet import HandOverList, hand_over_sheet, section_in
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.i18n import interface_catalog, set_interface_language
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.rules.hand_over import HandOverFacts, Item, hand_over_lines
from kotoutus_desktop.rules.section import ASSESSMENT_DECREE, REVIEW_DATA, Section
from kotoutus_desktop.rules.status_flips import Change, Flip

ON = date(2026, 11, 3)
WHOLE = HandOverFacts(assessed=True, plan_valid=True, referrals_open=True, studies=True, young=True)


def listed(change=Change.BECAME_JOBSEEKER, official="fi", on=ON, **fields):
    lines = hand_over_lines(change, WHOLE)
    return HandOverList(Flip(change, on, "key"), lines, fields.pop("done", {}), official, **fields)


def words(content):
    with pdfium.PdfDocument(content) as document:
        return " ".join("".join(p.get_textpage().get_text_range() for p in document).split())


@pytest.fixture
def printed(office, make_client):
    """Return the words of a list as it is printed."""

    def print_it(wanted, **fields):
        sheet = hand_over_sheet(office, make_client(**fields), wanted, library())
        assert problems(sheet) == []
        return words(sheet_pdf(sheet))

    return print_it


def test_a_list_says_what_goes_to_whom_on_which_ground(printed):
    text = printed(listed())

    assert "Siirtolista" in text
    assert "Tuli työnhakijaksi: 3.11.2026" in text
    assert "Kotoutumissuunnitelma ja sen tarkistukset – työvoimaviranomainen" in text
    assert "Välttämättömän saa kertoa salassapidon estämättä: 86 § 4 mom." in text
    assert "Ohjelman ehdotus: 3 § 1 mom." in text
    assert "Peruste: 20 § 5 mom." in text
    assert "SALASSA PIDETTÄVÄ" in text


@pytest.mark.parametrize("interface", ["en", "sv"])
def test_it_stands_in_the_official_language_whatever_the_interface(printed, interface):
    set_interface_language(interface)
    try:
        assert "Blev arbetssökande" in printed(listed(official="sv"))
        assert "Tuli työnhakijaksi" in printed(listed(official="fi"))
    finally:
        set_interface_language("en")


def test_it_says_who_did_what_when_and_leaves_lines_for_the_rest(printed):
    text = printed(listed(done={Item.PLAN: (date(2026, 11, 24), "Maija Esimerkki")}))

    assert "Tehty 24.11.2026, Maija Esimerkki" in text
    assert "Kuka ____" in text
    unknown = printed(listed(done={Item.PLAN: (date(2026, 11, 24), "")}))
    assert "Tehty 24.11.2026, –" in unknown


def test_it_never_tells_where_the_client_is(printed):
    where = {
        "street": "Salakuja 7",
        "postal_code": "91600",
        "town": "Piilola",
        "phone": "040 1234567",
        "email": "amal@example.org",
        "safe_contact": "Soita siskolle.",
        "home_municipality": "564",
    }
    for hidden in (True, False):
        text = printed(listed(Change.MOVED, on=None), non_disclosure=hidden, **where)
        assert ("Turvakielto" in text) is hidden
        for told in ("Salakuja", "Piilola", "1234567", "amal@", "siskolle", "Oulu"):
            assert told not in text
        assert "Muuttaa toiseen kuntaan" in text


@pytest.mark.parametrize("official", ["fi", "sv"])
@pytest.mark.parametrize("change", list(Change))
def test_every_list_is_printed_whole_in_both_official_languages(printed, change, official):
    text = printed(listed(change, official, large=True))

    english = set(map(str, ("Ground", "suggestion", "consent", "Guidance", "Non-disclosure")))
    assert not [word for word in english if word in text]


def test_it_is_tagged_and_in_its_language(office, make_client):
    content = sheet_pdf(hand_over_sheet(office, make_client(), listed(official="sv"), library()))

    assert b"/MarkInfo" in content
    assert b"(sv" in content
    large = replace(listed(), large=True)
    assert hand_over_sheet(office, make_client(), large, library()).scale > 1


def test_sections_are_written_in_the_official_language():
    finnish = interface_catalog("fi").gettext
    assert section_in(REVIEW_DATA, finnish).split() == ["86", "§", "4", "mom."]
    decree = Section(ASSESSMENT_DECREE, "2", 1, 3)
    assert section_in(decree, finnish).split()[:2] == ["869/2024", "2"]
