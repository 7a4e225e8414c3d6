import pytest

from kotoutus_desktop.rules import section
from kotoutus_desktop.rules.section import Section


@pytest.mark.parametrize(
    ("given", "written", "code"),
    [
        (Section("681/2023", "22", 1), "681/2023 § 22(1)", "22.1"),
        (Section("681/2023", "14", 1, 4), "681/2023 § 14(1) point 4", "14.1.4"),
        (Section("681/2023", "32 a", 1), "681/2023 § 32 a(1)", "32 a.1"),
        (Section("681/2023", "8"), "681/2023 § 8", "8"),
    ],
)
def test_a_section_is_written_as_lawyers_cite_it(given, written, code):
    assert (str(given), given.code) == (written, code)


def test_no_two_names_mean_the_same_section():
    named = [value for value in vars(section).values() if isinstance(value, Section)]

    assert len(named) == len(set(named))
