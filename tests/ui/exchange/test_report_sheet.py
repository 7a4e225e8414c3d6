import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.ui.exchange.parts import RECEIVE
from kotoutus_desktop.ui.exchange.report_sheet import report_of


@pytest.fixture
def changed(library, centre, client):
    """The client's phone changed on both laptops, and a client whom the centre alone knows."""
    centre.take(library.send(centre))
    library.change(client, phone="040 1")
    centre.change(client, phone="040 2")
    return client


def words_of(content):
    with pdfium.PdfDocument(content) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def test_new_changed_and_open_questions_stand_on_the_paper(
    qtbot, workspace, library, centre, changed, make_client, open_part, monkeypatch, tmp_path
):
    centre.store(make_client(given_names="Olena", family_names="Koval", number="K1-0001"))
    news = library.take(centre.send(library))
    part, made = open_part(RECEIVE), []
    monkeypatch.setattr(
        part.report.saver, "choose_and_save", lambda content, _name: made.append(content)
    )

    part.report.offer(news)
    part.report.save()

    text = words_of(made[0])
    assert "What Vastaanottokeskus sent" in text
    assert "New clients" in text
    assert "Olena Koval" in text
    assert "Changed clients" in text
    assert "040 1" in text
    assert "040 2" in text
    assert "on another laptop" in text


def test_of_a_restricted_case_no_name_and_no_value_is_told(workspace, library, centre, changed):
    library.change(changed, non_disclosure=True)
    news = library.take(centre.send(library))

    sheet = report_of(workspace, news)

    told = str(sheet)
    assert "Amal" not in told
    assert "040" not in told


def test_without_a_file_there_is_no_report(open_part, library):
    part = open_part(RECEIVE)

    assert not part.report.isEnabled()
    part.report.save()
