import pytest

from kotoutus_desktop.demo.people import PEOPLE
from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.demo.stay import Stay
from kotoutus_desktop.reference.permits import residence_permits
from kotoutus_desktop.rules.facts import Protection


def test_a_quota_refugee_and_somebody_granted_asylum_are_told_apart() -> None:
    assert Stay.protected(10).protection is Protection.INTERNATIONAL_PROTECTION
    assert Stay.protected(10, "quota_refugee").protection is Protection.QUOTA_REFUGEE


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.given)
def test_the_stay_is_what_the_table_of_permits_says(person: Person) -> None:
    permit = residence_permits().get(person.stay.ground)

    assert permit is not None
    assert permit.right_of_residence == person.stay.right
    assert person.stay.protection is None or permit.protection is not None
