"""The documents of the municipality: goals, follow-up, partners, versions."""

from datetime import date

import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.casework.programme.documents import open_document
from kotoutus_desktop.casework.programme.versions import versions_of
from kotoutus_desktop.models.programme import DocumentKind, GoalState
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.document_dialogs import (
    FollowUpDialog,
    GoalDialog,
    PartnerDialog,
)
from kotoutus_desktop.ui.services.document_form import DocumentFormPage
from kotoutus_desktop.ui.services.documents_part import DocumentsPart

KIND = DocumentKind.STRATEGY


@pytest.fixture
def part(qtbot, workspace, office):
    part = DocumentsPart(workspace)
    qtbot.addWidget(part)
    part.arrive(KIND.value)
    return part


@pytest.fixture
def add_goal(qtbot, workspace, office):
    """Return a function that adds a goal by its dialog, and the dialog."""

    def add(**typed):
        dialog = GoalDialog(workspace, KIND, None)
        qtbot.addWidget(dialog)
        for name, text in ({"goal_fi": "Työllisyys kasvaa."} | typed).items():
            field = dialog.fields[name]
            field.line.setText(text) if hasattr(field, "line") else field.set_value(text)
        dialog.accept()
        return dialog

    return add


def goals(database):
    with database.transaction() as session:
        found = list(open_document(session, KIND).goals)
        for goal in found:
            list(goal.follow_ups)
    return found


def text_of(made):
    document = pdfium.PdfDocument(made)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_goal_is_recorded_with_its_parts(add_goal, database) -> None:
    add_goal(area="good_relations", responsible="kulttuuritoimi", ends_on="31.12.2027")
    goal = goals(database)[0]
    assert goal.goal == {"fi": "Työllisyys kasvaa."}
    assert (goal.area.value, goal.responsible) == ("good_relations", "kulttuuritoimi")
    assert goal.ends_on == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"goal_fi": ""}, "goal_fi", "at least"),
        ({"starts_on": "1.1.2027", "ends_on": "1.1.2026"}, "ends_on", "before it begins"),
        ({"ends_on": "32.1.2026"}, "ends_on", ""),
    ],
)
def test_what_cannot_be_right_of_a_goal_is_said_at_its_field(
    add_goal, database, typed, field, said
) -> None:
    dialog = add_goal(**typed)
    assert dialog.fields[field].has_error()
    assert said in dialog.fields[field].error.text()
    assert goals(database) == []


def test_a_goal_that_is_late_needs_a_word_of_why(qtbot, add_goal, workspace, database) -> None:
    add_goal()
    dialog = FollowUpDialog(workspace, KIND, goals(database)[0])
    qtbot.addWidget(dialog)
    dialog.fields["state"].set_value("late")
    dialog.accept()
    assert dialog.fields["found"].has_error()
    dialog.fields["found"].set_value("Opettajaa ei saatu.")
    dialog.accept()
    assert goals(database)[0].state is GoalState.LATE


def test_a_partner_is_recorded_and_deleted_and_comes_back(qtbot, part, workspace, database) -> None:
    dialog = PartnerDialog(workspace, KIND, None)
    qtbot.addWidget(dialog)
    dialog.fields["name"].set_value("SPR")
    dialog.accept()
    part.refresh()
    assert not part.partners.isHidden()
    part.delete_partner()
    assert part.partners.isHidden()
    workspace.undo()
    part.refresh()
    assert not part.partners.isHidden()


def test_the_check_names_what_the_planning_lacks(part, add_goal) -> None:
    assert "Promotion of integration (§ 45 subs. 1)" in part.verdict.text().replace("\u00a0", " ")
    add_goal(area="housing")
    part.refresh()
    assert "Promotion of integration" not in part.verdict.text()
    assert "The municipality's budget" in part.verdict.text()
    assert part.flaws.text().endswith("1")


def test_a_programme_is_not_checked_against_the_planning(part) -> None:
    part.arrive(DocumentKind.PROGRAMME.value)
    assert part.check.isHidden()


def test_a_version_stays_as_it_was_given_out(part, add_goal, database, workspace) -> None:
    add_goal()
    part.primary()
    part.refresh()
    part.delete_goal()
    with database.reading() as session:
        version = versions_of(session, KIND)[0]
    assert "Työllisyys kasvaa." in text_of(part.paper_of(version, "fi"))
    assert "Työllisyys kasvaa." not in text_of(part.draft("fi"))
    assert part.versions.model().rowCount() == 1


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_text_of_a_document_is_written_in_three_languages(
    qtbot, workspace, database, office, kind
) -> None:
    destination = Destination(PageName.DOCUMENT_FORM, focus=kind.value)
    page = DocumentFormPage(workspace, destination)
    qtbot.addWidget(page)
    page.arrive(destination)
    page.fields["head_about_fi"].set_value("Ensimmäinen.\nToinen.")
    page.fields["group_home_care_sv"].set_value("Nås på rådgivningen.")
    assert page.record()
    with database.transaction() as session:
        document = open_document(session, kind)
    assert document.heads == {"about": {"fi": "Ensimmäinen.\nToinen."}}
    assert document.groups == {"home_care": {"sv": "Nås på rådgivningen."}}


def test_a_time_that_runs_backwards_is_explained(qtbot, workspace, office) -> None:
    destination = Destination(PageName.DOCUMENT_FORM, focus=KIND.value)
    page = DocumentFormPage(workspace, destination)
    qtbot.addWidget(page)
    page.arrive(destination)
    page.fields["starts_on"].line.setText("1.1.2027")
    page.fields["ends_on"].line.setText("1.1.2026")
    assert not page.record()
    assert "before it begins" in page.fields["ends_on"].error.text()
