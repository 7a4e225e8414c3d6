import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.documents.sign_in_sheet import Attendee
from kotoutus_desktop.documents.trainer_plan import trainer_plan
from kotoutus_desktop.models.orientation import MeetingState
from tests.documents.conftest import squashed
from tests.documents.courses import attendees, course, strays
from tests.typesetting.reading import by_pdfium
from tests.typesetting.tree import faults_of


@pytest.mark.parametrize("large", [False, True])
def test_it_is_tagged_without_fault_and_stays_on_the_page(case: Case, large: bool) -> None:
    people = attendees(40, "Maximilian Alexander " * 5, "محمد ظاهر")

    pdf = sheet_pdf(trainer_plan(case.office, course(), people, "fi", large=large))

    assert faults_of(pdf) == []
    assert strays(pdf) == []


def test_meetings_and_topics_stand_in_finnish_or_swedish(case: Case) -> None:
    finnish, swedish = (
        squashed(by_pdfium(sheet_pdf(trainer_plan(case.office, course(3), (), official))))
        for official in ("fi", "sv")
    )

    assert squashed("tiistai 3.11.2026, 9.00–12.15") in finnish
    assert squashed("Perus- ja ihmisoikeudet sekä yhdenvertaisuus") in finnish
    assert squashed("tisdag 3.11.2026") in swedish


def test_whoever_is_hidden_stands_there_by_code(case: Case) -> None:
    sheet = trainer_plan(case.office, course(1), (Attendee("768"),), "fi")

    assert problems(sheet) == []
    assert squashed("768 vain koodi") in squashed(by_pdfium(sheet_pdf(sheet)))


def test_what_did_not_happen_says_why(case: Case) -> None:
    of = course(1)
    of.meetings[0].state, of.meetings[0].reason = MeetingState.DID_NOT_HAPPEN, "sairaus"

    assert "sairaus" in by_pdfium(sheet_pdf(trainer_plan(case.office, of, (), "fi")))


def test_a_course_without_meetings_has_its_people(case: Case) -> None:
    assert len(trainer_plan(case.office, course(0), attendees(2), "fi").parts) == 1
