from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, EnrolmentState
from kotoutus_desktop.rules.sign_in_code import codes
from kotoutus_desktop.ui.fields.choice_field import VALUE_ROLE
from kotoutus_desktop.ui.orientation.course_papers import CoursePaper, file_name
from kotoutus_desktop.ui.orientation.papers_part import PapersPart
from kotoutus_desktop.ui.printing.pages import page_count
from tests.typesetting.reading import by_pdfium


@pytest.fixture
def course(database, office, workspace):
    first = workspace.today() + timedelta(days=1)
    made = Course(
        language="ar", starts_on=first, ends_on=first, trainer="Ahmad Said", place="Koulukatu 7"
    )
    found = codes()
    with database.transaction() as session:
        store_course(session, made)
        for week in range(3):
            day = first + timedelta(weeks=week)
            session.add(CourseMeeting(course_id=made.id, held_on=day, starts=540, minutes=180))
        for name in ("Amal Vieras", "Bilal Vieras"):
            state = EnrolmentState.ACCEPTED
            code = next(found)
            session.add(Enrolment(course_id=made.id, guest_name=name, code=code, state=state))
    return made


@pytest.fixture
def part(qtbot, workspace, course):
    made = PapersPart(workspace, course.id)
    qtbot.addWidget(made)
    made.show()
    made.arrive("")
    qtbot.waitUntil(lambda: bool(made.paper.content), timeout=20_000)
    return made


def choose(qtbot, part, kind):
    before = part.paper
    part.kind.set_value(kind)
    qtbot.waitUntil(lambda: part.paper is not before, timeout=20_000)
    return part.paper


def test_the_sheet_of_the_next_meeting_shows_first(part):
    text = by_pdfium(part.paper.content)

    assert "Amal Vieras" in text
    assert page_count(part.paper.content) == 1


def test_the_sheets_of_all_meetings_to_come_are_one_paper(qtbot, part):
    paper = choose(qtbot, part, CoursePaper.ALL_SHEETS)

    assert page_count(paper.content) == 3
    assert part.meeting.isHidden()


def test_the_plan_of_the_trainer_is_printed(qtbot, part):
    paper = choose(qtbot, part, CoursePaper.TRAINER_PLAN)

    assert "Ahmad Said" in by_pdfium(paper.content)


def test_it_is_saved_and_said(qtbot, part, tmp_path):
    with qtbot.waitSignal(part.said):
        assert part.save_to(tmp_path / "lista.pdf")

    assert (tmp_path / "lista.pdf").read_bytes() == part.paper.content


def test_a_folder_that_is_not_there_is_told(qtbot, part, tmp_path):
    with qtbot.waitSignal(part.said):
        assert not part.save_to(tmp_path / "nowhere" / "lista.pdf")


@pytest.mark.parametrize("whole_trainer", [False, True])
def test_the_meetings_are_saved_as_a_calendar_without_names(part, tmp_path, whole_trainer):
    target = tmp_path / "kurssi.ics"

    assert part.save_calendar_to(target, whole_trainer=whole_trainer)

    content = target.read_text(encoding="utf-8")
    assert content.count("BEGIN:VEVENT") == 3
    assert "Vieras" not in content
    assert "Ahmad" not in content


def test_a_participant_gets_a_calendar_and_a_hidden_one_without_the_place(
    part, database, course, make_client, tmp_path
):
    hidden = make_client(non_disclosure=True)
    with database.transaction() as session:
        session.add(hidden)
        session.flush()
        enrolment = Enrolment(
            course_id=course.id, client_id=hidden.id, state=EnrolmentState.ACCEPTED, code="768"
        )
        session.add(enrolment)
    part.refresh()
    assert not part.person_calendar.isEnabled()
    texts = []
    guest = part.person.box.itemData(part.person.box.findText("Amal Vieras"), VALUE_ROLE)
    for place, row in enumerate((guest, str(enrolment.id))):
        part.person.set_value(row)
        assert part.person_calendar.isEnabled()
        target = tmp_path / f"{place}.ics"
        assert part.save_person_calendar_to(target)
        texts.append(target.read_text(encoding="utf-8"))

    assert "Koulukatu" in texts[0]
    assert "Koulukatu" not in texts[1]
    assert all("Vieras" not in text for text in texts)


def test_a_course_without_meetings_says_so(qtbot, workspace, database, office):
    made = Course(language="ar")
    with database.transaction() as session:
        store_course(session, made)
    part = PapersPart(workspace, made.id)
    qtbot.addWidget(part)

    part.arrive("")

    assert part.stack.currentWidget() is part.nothing
    assert not part.save.isEnabled()


def test_the_file_is_named_by_the_course_alone():
    assert file_name(CoursePaper.SHEET, "U7-K001") == "sign-in-sheet-U7-K001.pdf"
