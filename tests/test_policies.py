import pytest

from kotoutus_desktop import policies as module
from kotoutus_desktop.app import usual_file
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.casework.retention import years_kept
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models.place import FILE_NAME
from kotoutus_desktop.policies import DECIDED, Policies, policies, read_policies
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.settings.lock_part import LockPart
from kotoutus_desktop.ui.settings.office_part import OfficePart
from kotoutus_desktop.ui.start.start_window import StartWindow
from kotoutus_desktop.ui.start.wizard import PlaceStep


@pytest.fixture
def decide(monkeypatch, tmp_path):
    """Let IT decide: writes the file of policies as root would."""

    def write(text):
        path = tmp_path / "policies.ini"
        path.write_text(f"[policies]\n{text}\n", encoding="utf-8")
        monkeypatch.setattr(module, "POLICY_FILE", path)
        policies.cache_clear()
        return policies()

    yield write
    policies.cache_clear()


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "preferences.ini")


def test_without_a_file_nothing_is_decided(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "POLICY_FILE", tmp_path / "none.ini")
    policies.cache_clear()

    assert policies() == Policies()
    policies.cache_clear()


def test_everything_can_be_decided(tmp_path):
    found = read_policies(
        {
            "file": str(tmp_path / "cases.kotoutus"),
            "lock_minutes": "3",
            "export_folders": f"{tmp_path / 'one'}; {tmp_path / 'other'}",
            "language": "sv",
            "retention_years": "10",
        }
    )

    folders = (tmp_path / "one", tmp_path / "other")
    assert found == Policies(tmp_path / "cases.kotoutus", 3, folders, "sv", 10)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("file", "cases.kotoutus"),
        ("lock_minutes", "0"),
        ("lock_minutes", "many"),
        ("lock_minutes", "61"),
        ("export_folders", "; ;papers"),
        ("language", "ru"),
        ("retention_years", "-4"),
    ],
)
def test_a_value_that_makes_no_sense_decides_nothing(name, value):
    assert read_policies({name: value}) == Policies()


def test_a_file_that_is_none_decides_nothing(decide):
    decide("")
    module.POLICY_FILE.write_bytes(b"\xff\xfe[[[")
    policies.cache_clear()

    assert policies() == Policies()


def test_the_longest_time_until_locking_binds_what_was_chosen_before(decide, preferences, qtbot):
    preferences.lock_minutes = 30
    decide("lock_minutes = 3")
    part = LockPart(preferences)
    qtbot.addWidget(part)
    part.shown()

    assert preferences.lock_minutes == 3
    part.minutes.set_value("4")
    part.keep()
    assert part.minutes.error.text() == "Write a whole number from 1 to 3."
    part.minutes.set_value("2")
    part.keep()
    assert preferences.lock_minutes == 2


def test_the_language_that_was_decided_is_not_asked(decide, preferences, qtbot, tmp_path):
    preferences.language = "fi"
    decide("language = sv")
    window = StartWindow(tmp_path / FILE_NAME, preferences)
    qtbot.addWidget(window)

    assert preferences.language == "sv"
    assert window.languages.isHidden()


def test_files_are_saved_where_that_is_allowed_and_nowhere_else(decide, tmp_path):
    allowed = tmp_path / "papers"
    (allowed / "2026").mkdir(parents=True)
    decide(f"export_folders = {allowed}")

    save_paper(allowed / "2026" / "plan.pdf", b"%PDF")
    with pytest.raises(CannotWrite) as refused:
        save_paper(allowed / ".." / "plan.pdf", b"%PDF")

    assert refused.value.values["allowed"] == str(allowed)
    assert not (tmp_path / "plan.pdf").exists()


def test_closed_cases_are_kept_as_long_as_was_decided(decide, database, office, qtbot):
    decide("retention_years = 10")
    part = OfficePart()
    qtbot.addWidget(part)

    with database.reading() as session:
        assert the_office(session).retention_years == 4
        assert years_kept(session) == 10
    assert "retention_years" not in part.fields


def test_the_file_lies_where_that_was_decided(decide, preferences, qtbot, tmp_path):
    own = tmp_path / "own.kotoutus"
    own.touch()
    preferences.last_file = own
    assert usual_file(preferences) == own

    decided = tmp_path / "decided" / FILE_NAME
    decide(f"file = {decided}")
    step = PlaceStep(decided.parent)
    qtbot.addWidget(step)

    assert usual_file(preferences) == decided
    assert step.folder.line.isReadOnly()
    assert step.folder.hint.text() == DECIDED
