from kotoutus_desktop.reference.education import education_levels, education_types


def test_levels_run_from_none_to_doctoral_and_keep_those_that_statistics_lack() -> None:
    codes = [level.code for level in education_levels()]

    assert {"none", "2", "8"} <= set(codes)
    assert sum(not code.isdigit() for code in codes) == 4


def test_basic_education_of_adults_is_among_the_types() -> None:
    names = [kind.fi.casefold() for kind in education_types()]

    assert any("aikuisten perusopetu" in name for name in names)
