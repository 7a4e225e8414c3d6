import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kotoutus_desktop.casework.statutes import add_statute_file
from kotoutus_desktop.rules.section import REVIEW, REVIEW_COUNTY
from kotoutus_desktop.ui.why.statute_view import FaultyFiles, StatuteView

ACT = (
    "Laki kotoutumisen edistämisestä 681/2023\n22 §\nKotoutumissuunnitelman tarkistaminen\n"
    "Keksitty ensimmäinen.\nKeksitty toinen.\n"
)


@pytest.fixture
def point_at(database, office, tmp_path):
    """Return what writes a file and points the office at it."""

    def point_at_it(content, name="laki.txt"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        with database.transaction() as session:
            add_statute_file(session, path)
        return path

    return point_at_it


def words(widget):
    QTest.qWait(1)
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_without_a_file_of_its_own_the_office_sees_no_text_of_the_act(window):
    window.explain_section(REVIEW)

    assert window.why.findChild(StatuteView) is None
    assert window.why.findChild(FaultyFiles) is None


def test_the_subsection_in_question_stands_beside_the_rule_and_the_rest_on_demand(window, point_at):
    point_at(ACT)
    window.explain_section(REVIEW_COUNTY)
    view = window.why.findChild(StatuteView)

    assert "Keksitty toinen." in words(view)
    assert "Keksitty ensimmäinen." not in words(view)

    view.whole.click()
    assert {"Keksitty ensimmäinen.", "Keksitty toinen."} <= set(words(view))
    asked = next(label for label in view.findChildren(QLabel) if label.text() == "Keksitty toinen.")
    assert asked.property("role") == "strong"


def test_the_source_of_the_words_is_named(window, point_at):
    point_at(ACT)
    window.explain_section(REVIEW)

    said = words(window.why.findChild(StatuteView))
    assert "In the office's file laki.txt: 681/2023, in Finnish" in said


def test_another_edition_is_shown_whole_and_with_a_warning(window, point_at):
    point_at(ACT.replace("Kotoutumissuunnitelman tarkistaminen", "Vanha otsikko") + "Kolmas.\n")
    window.explain_section(REVIEW)

    said = words(window.why.findChild(StatuteView))
    assert "The heading in the file is another one: Vanha otsikko" in said
    assert {"Keksitty ensimmäinen.", "Keksitty toinen.", "Kolmas."} <= set(said)


def test_a_file_that_has_gone_is_told_of_and_leads_to_the_settings(window, point_at):
    point_at(ACT).unlink()
    window.explain_section(REVIEW)
    faulty = window.why.findChild(FaultyFiles)

    assert any("is not where it was" in text for text in words(faulty))
    faulty.settings_wanted.emit()
    assert window.page.contents.current() == "statutes"
