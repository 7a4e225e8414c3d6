from pathlib import Path

import pytest

from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import Mode


def test_choices_are_still_there_the_next_morning(tmp_path):
    first = Preferences(tmp_path / "p.ini")
    first.mode, first.text_factor, first.language = Mode.DARK, 1.5, "sv"
    first.initials_in_lists, first.last_folder = True, tmp_path
    first.last_file = tmp_path / "office.kotoutus"
    first.keep()

    again = Preferences(tmp_path / "p.ini")
    assert (again.mode, again.text_factor, again.language) == (Mode.DARK, 1.5, "sv")
    assert (again.initials_in_lists, again.last_folder) == (True, tmp_path)
    assert again.last_file == tmp_path / "office.kotoutus"


def test_at_first_the_program_speaks_finnish_and_follows_the_system(preferences):
    assert (preferences.language, preferences.mode) == ("fi", Mode.SYSTEM)
    assert (preferences.text_factor, preferences.last_file) == (1.0, None)
    assert preferences.geometry.isEmpty()


@pytest.mark.parametrize("factor", ["99", "-1", "large"])
def test_a_damaged_setting_reads_as_something_sensible(tmp_path, factor):
    path = tmp_path / "p.ini"
    path.write_text(f"language=xx\n[appearance]\nmode=pink\ntext_factor={factor}\n", "utf-8")
    preferences = Preferences(path)
    assert preferences.mode is Mode.SYSTEM
    assert 1.0 <= preferences.text_factor <= 2.0


def test_a_folder_that_is_gone_is_not_offered(tmp_path, preferences):
    preferences.last_folder = tmp_path / "usb"
    assert preferences.last_folder == Path.home()
