from kotoutus_desktop.models.office import Office, Officer


def test_an_office_writes_in_finnish_and_keeps_its_own_tasks_unless_told_otherwise():
    office = Office(municipality="889", name_fi="Utajärven kunta")

    assert office.official_language == "fi"
    assert not office.delegates_to_employment_authority
    assert office.assessment_target_days > 0


def test_a_counsellor_is_an_official_unless_told_otherwise():
    assert Officer(name="Maija Esimerkki").official
