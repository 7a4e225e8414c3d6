from datetime import date, timedelta
from uuid import uuid4

from kotoutus_desktop.demo.people import PEOPLE
from kotoutus_desktop.demo.registering import add_guardians, new_case
from kotoutus_desktop.models.client import HouseholdRole
from kotoutus_desktop.reference.countries import countries
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.literacy import literacy_classes


def test_days_are_counted_back_from_today(today: date) -> None:
    amal = next(person for person in PEOPLE if person.call == "Amal")

    client = new_case(amal, uuid4(), today)

    assert client.first_granted == today - timedelta(days=255)
    assert client.contacts[0].learned_on == today - timedelta(days=250)


def test_every_code_is_in_the_code_lists(today: date) -> None:
    for person in PEOPLE:
        client = new_case(person, uuid4(), today)
        spoken = [client.mother_tongue, client.service_language, *client.other_languages]

        assert all(languages().get(code) for code in [*spoken, *client.reads]), person.given
        assert all(countries().get(code) for code in client.citizenships), person.given
        assert not client.literacy or literacy_classes().get(client.literacy), person.given


def test_the_adults_of_a_household_act_for_its_children(today: date) -> None:
    members = [person for person in PEOPLE if person.home.household == "khatib"]
    household = [new_case(person, uuid4(), today) for person in members]

    add_guardians(household)

    child = next(each for each in household if each.household_role is HouseholdRole.CHILD)
    assert [guardian.name for guardian in child.guardians] == [
        "Amal Hassan Al-Khatib",
        "Yousef Al-Khatib",
    ]
    assert not any(each.guardians for each in household if each is not child)
