from datetime import date

import pytest

from kotoutus_desktop.casework.intake import missing_in_intake
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    Contact,
    ContactChannel,
)
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.facts import RightOfResidence


def keys(client, today):
    return [missing.key for missing in missing_in_intake(client, today)]


def contact(client, channel, consented_on=None):
    return Contact(
        client_id=client.id,
        learned_on=date(2026, 11, 3),
        channel=channel,
        consented_on=consented_on,
    )


def test_a_person_known_by_name_lacks_language_right_and_first_permit(today):
    client = Client(family_names="Noor")

    assert keys(client, today) == ["service_language", "right_of_residence", "first_granted"]


def test_a_person_whose_facts_are_known_lacks_nothing(make_client, today):
    assert keys(make_client(), today) == []


def test_somebody_without_a_right_of_residence_has_no_first_permit_to_tell(make_client, today):
    client = make_client(right_of_residence=RightOfResidence.NONE, first_granted=None)

    assert keys(client, today) == []


@pytest.mark.parametrize(
    ("channel", "consented", "missing"),
    [
        (ContactChannel.KELA, None, ["contacts"]),
        (ContactChannel.KELA, date(2026, 11, 2), []),
        (ContactChannel.RELATIVE, None, []),
    ],
)
def test_an_authority_that_makes_the_contact_needs_consent(
    make_client, today, channel, consented, missing
):
    client = make_client(judged_to_need=True, need_reason="Ei vielä työtä.")
    client.contacts = [contact(client, channel, consented)]

    assert keys(client, today) == missing


def test_whoever_asked_is_waiting_for_a_judgement_and_then_for_its_reason(make_client, today):
    client = make_client(asked_for_assessment=True, protection=None)
    asked = keys(client, today)
    client.judged_to_need = False

    assert (asked, keys(client, today)) == (["judged_to_need"], ["need_reason"])


def test_where_another_ground_holds_no_judgement_is_asked_for(make_client, today):
    refugee = make_client(asked_for_assessment=True)

    assert keys(refugee, today) == []


def test_a_victim_whose_three_years_are_over_lacks_the_day_of_being_reached(make_client, today):
    client = make_client(first_granted=date(2022, 1, 10), trafficking_victim=True)

    assert keys(client, today) == ["reached_on"]


def test_social_assistance_waits_for_the_judgement_whether_it_is_temporary(make_client, today):
    client = make_client()
    period = BenefitPeriod(
        client_id=client.id, kind=BenefitKind.SOCIAL_ASSISTANCE, starts_on=date(2026, 5, 1)
    )
    client.benefit_periods = [period]
    before = keys(client, today)
    period.not_temporary, period.reason = True, "Kestänyt yli puoli vuotta."

    assert (before, keys(client, today)) == (["benefit_periods"], [])
