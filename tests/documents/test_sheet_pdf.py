from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.columns import Column
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.words import RIGHTS, SIGNATURES
from kotoutus_desktop.errors import Cancelled, NotPrintable
from kotoutus_desktop.phrases.catalog import documents_catalog
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.typesetting import style_for

Read = Callable[[bytes], list[str]]
Elements = Callable[[bytes], list[tuple[str, str, str]]]
Squash = Callable[[str], str]
PAIRS = [("fi", "ar"), ("sv", "so"), ("fi", "ru"), ("fi", "fa"), ("sv", "uk"), ("fi", "en")]
SHARE_OF_WORDS_READ_RIGHT_TO_LEFT = 0.85


def statements(sheet: Sheet, language: str) -> list[str]:
    """Return every text of a column, as the case gives it."""
    column = Column(sheet, language)
    lines = [line for part in sheet.parts for row in part.rows for line in row.lines]
    texts = [spoken.text for line in lines for spoken in column.spoken(line)]
    texts += [column.say(part.title) for part in sheet.parts]
    texts += [column.say(said) for said in (sheet.title, *sheet.facts, *sheet.statements)]
    return texts + [column.say(note) for note in sheet.notes]


def is_on(pages: list[str], text: str) -> bool:
    """Whether a text is on a page, or goes on from one page to the next."""
    return any(text in page for page in pages) or any(
        text[:cut] in before and text[cut:] in after
        for before, after in pairwise(pages)
        for cut in range(1, len(text))
    )


@pytest.mark.parametrize(("official", "other"), PAIRS)
def test_the_paper_says_in_both_languages_what_the_case_says(
    make_sheet: Callable[..., Sheet],
    read_pdf: Read,
    elements: Elements,
    squash: Squash,
    official: str,
    other: str,
) -> None:
    sheet = make_sheet(official=official, other=other)

    content = sheet_pdf(sheet)

    pages = [squash(page) for page in read_pdf(content)]
    in_order = {squash(text) for _, _, text in elements(content)}
    for text in statements(sheet, official):
        assert all(squash(word.strip(".,:")) in "".join(pages) for word in text.split()), text
    for text in statements(sheet, other):
        if style_for(other, 10).rtl:
            assert any(squash(text) in element for element in in_order), text
        else:
            assert is_on(pages, squash(text)), text


@pytest.mark.parametrize("other", ["ar", "fa"])
def test_right_to_left_words_can_be_copied_from_the_paper(
    make_sheet: Callable[..., Sheet], read_pdf: Read, squash: Squash, other: str
) -> None:
    sheet = make_sheet(other=other)

    printed = squash("".join(read_pdf(sheet_pdf(sheet))))

    words = {squash(word) for text in statements(sheet, other) for word in text.split()}
    found = [word for word in words if word in printed]
    assert len(found) / len(words) > SHARE_OF_WORDS_READ_RIGHT_TO_LEFT


def test_the_paper_has_everything_around_the_rows(
    make_sheet: Callable[..., Sheet], read_pdf: Read
) -> None:
    pages = read_pdf(sheet_pdf(make_sheet(draft=True)))

    for text in ("Utajärven kunta", "SALASSA PIDETTÄVÄ", "JulkL 24 § 1 mom. 24 ja 25 kohta"):
        assert text in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"Sivu {number}/{len(pages)}" in page
        assert f"Страница {number} из {len(pages)}" in page
        assert "SALASSA PIDETTÄVÄ" in page
        assert "Luonnos" in page
    for text in ("Allekirjoitukset", "Tulkki 4412", "Suomenkielinen teksti on virallinen."):
        assert text in pages[-1]


def test_the_identity_code_is_printed_only_when_asked_for(
    make_sheet: Callable[..., Sheet], read_pdf: Read
) -> None:
    assert "010188-9626" not in "".join(read_pdf(sheet_pdf(make_sheet())))
    assert "010188-9626" in read_pdf(sheet_pdf(make_sheet(with_identity_code=True)))[0]


def test_nothing_tells_where_a_client_under_non_disclosure_is(
    make_sheet: Callable[..., Sheet], read_pdf: Read, hidden_case: Case
) -> None:
    assert hidden_case.plan is not None
    measure = hidden_case.plan.measures[0]
    measure.provider = "Piilolan nuorisopalvelut"
    measure.what = Wording.of("P-091", place="Piilolan kirjasto")
    hidden_case.client.street, hidden_case.client.phone = "Salainen katu 1", "+358 40 555 0199"

    printed = "".join(read_pdf(sheet_pdf(make_sheet(hidden_case, official="sv", other="uk"))))

    for place in ("Piilola", "Salainen", "0199", "0188"):
        assert place not in printed
    assert "24, 25 och 31" in printed
    assert "Edla Edustaja" in printed


def test_one_language_can_be_printed_alone(
    make_sheet: Callable[..., Sheet], read_pdf: Read
) -> None:
    official = "".join(read_pdf(sheet_pdf(make_sheet(other=None))))
    other = "".join(read_pdf(sheet_pdf(make_sheet(only_other=True))))

    assert "План" not in official
    assert "virallinen" not in official
    assert "Kotoutumiskoulutus" not in other
    assert "Официальным является текст на финском языке." in other
    assert "35 h / viikko" in other  # free text stays in its own language


def test_the_structure_tells_tables_headings_and_languages(
    make_sheet: Callable[..., Sheet], elements: Elements
) -> None:
    sheet = make_sheet()

    found = elements(sheet_pdf(sheet))

    tags = [tag for tag, _, _ in found]
    rows = sum(len(part.rows) for part in sheet.parts)
    assert tags[0] == "Document"
    assert tags.count("Table") == len(sheet.parts)
    assert tags.count("TR") == rows + len(sheet.parts)
    assert tags.count("H1") == 2
    assert tags.count("H2") == 2 * (len(sheet.parts) + 1)
    # the name in Arabic letters is in neither of the languages
    assert {language for _, language, _ in found} == {"fi", "ru", "und-Arab"}


def test_the_paper_has_a_title_an_outline_and_only_embedded_fonts(
    make_sheet: Callable[..., Sheet],
) -> None:
    with pikepdf.open(BytesIO(sheet_pdf(make_sheet()))) as pdf:
        assert str(pdf.Root.Lang) == "fi"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "Amal Hassan" in str(pdf.docinfo["/Title"])
        with pdf.open_outline() as outline:
            titles = [str(entry.title) for entry in outline.root[0].children]
        assert titles[:2] == ["Pidemmän aikavälin tavoite", "Tavoitteet tälle suunnitelmalle"]
        assert all("/DescendantFonts" in font for page in pdf.pages for font in fonts(page))


def fonts(page: pikepdf.Page) -> list[pikepdf.Object]:
    return list(page.Resources.Font.as_dict().values())


@pytest.mark.parametrize("count", range(30))
@pytest.mark.parametrize("signed", [True, False])
def test_the_notes_never_stand_alone_on_the_last_page(
    make_sheet: Callable[..., Sheet], read_pdf: Read, count: int, signed: bool
) -> None:
    sheet = make_sheet()
    row = Row("1", (Line(Words(RIGHTS.heading)),))
    parts = (Part(Words(RIGHTS.heading), (row,) * count), Part(Words(RIGHTS.contact), (row,)))
    signatures = sheet.signatures if signed else ()
    statements = sheet.statements if signed else ()
    short = replace(sheet, parts=parts, signatures=signatures, statements=statements)

    last = read_pdf(sheet_pdf(short))[-1]

    above = SIGNATURES.heading if signed else RIGHTS.contact
    assert documents_catalog("fi").text(above) in last


def test_the_same_sheet_gives_the_same_bytes(make_sheet: Callable[..., Sheet]) -> None:
    assert sheet_pdf(make_sheet()) == sheet_pdf(make_sheet())


def test_half_a_sentence_is_never_printed(make_sheet: Callable[..., Sheet], case: Case) -> None:
    assert case.plan is not None
    case.plan.goals[1].goal = Wording.of("L-012", level="")

    with pytest.raises(NotPrintable) as refused:
        sheet_pdf(make_sheet())

    assert "Row 2: L-012 {level}: the value is missing" in str(refused.value.values["problems"])


def test_free_text_is_a_warning_and_does_not_stop_the_paper(
    make_sheet: Callable[..., Sheet], read_pdf: Read
) -> None:
    sheet = make_sheet()

    assert [problem.row for problem in problems(sheet)] == ["1", "2.1", "3.1"]
    assert "Устно разъяснено переводчиком." in "".join(read_pdf(sheet_pdf(sheet)))


def test_printing_can_be_stopped(make_sheet: Callable[..., Sheet]) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        sheet_pdf(make_sheet(), stop)
