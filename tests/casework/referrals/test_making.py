from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.referrals.making import (
    FAULTS,
    choose_service,
    facts_of,
    get_referral,
    referral_from_measure,
    referrals_of,
    store_referral,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.referrals import (
    Ground,
    PlaceGround,
    Receiver,
    ReferralFault,
    tells_place,
)


def test_a_referral_from_a_measure_brings_what_the_plan_says(database, client, referral, today):
    with database.reading() as session:
        found = get_referral(session, referral.id)

    assert found.receiver is Receiver.SCHOOL
    assert found.receiver_name == "Oulun seudun ammattiopisto"
    assert found.what.text == "Kotoutumiskoulutus."
    assert found.ground is Ground.PRODUCER
    assert found.answer_by == today + timedelta(days=14)
    assert found.state is None


def test_the_latest_referral_of_a_client_comes_first(database, with_client, referral, client):
    def act(session, found, origin):
        measure = found.plans[-1].goals[1].measures[0]
        later = referral_from_measure(session, origin, measure.id)
        store_referral(session, found, later, origin.on)
        return later.id

    later = with_client(act)
    with database.reading() as session:
        assert [each.id for each in referrals_of(session, client.id)] == [later, referral.id]


def test_a_service_of_the_catalogue_says_who_gets_the_referral(with_client, make_referral):
    def act(session, _client, origin):
        service = Service(
            names={"fi": "Naapuriäidit", "ar": "أمهات"},
            organiser=Organiser.ASSOCIATION,
            organiser_name="Monikko ry",
            phone="040 5",
            kind=MeasureKind.ASSOCIATION,
        )
        session.add(service)
        session.flush()
        made = make_referral(origin, receiver_name="")
        choose_service(session, made, service)
        return made, service.id

    made, service = with_client(act)
    assert (made.receiver, made.service_id) == (Receiver.ASSOCIATION, service)
    assert (made.receiver_name, made.receiver_contact) == ("Monikko ry", "040 5")
    assert made.what.phrase


def refused(with_client, make, today):
    """Return the field at which storing what `make` makes is refused, "" where it is not."""

    def act(session, client, origin):
        try:
            store_referral(session, client, make(origin), today)
        except InvalidInput as error:
            session.expunge_all()
            return error.field, error.message
        return "", ""

    return with_client(act)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"receiver_name": " "}, "receiver_name"),
        ({"made_on": date(2026, 11, 25)}, "made_on"),
        ({"answer_by": date(2026, 11, 20)}, "answer_by"),
        ({"consented_on": date(2026, 12, 1)}, "consented_on"),
        ({"reason": "x" * 2001}, "reason"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(with_client, make_referral, today, fields, field):
    assert refused(with_client, lambda o: make_referral(o, **fields), today)[0] == field


def test_no_data_go_to_an_association_without_consent_unless_a_reason_is_kept(
    with_client, make_referral, today
):
    bare = {"ground": Ground.CONSENT}
    fault = refused(with_client, lambda o: make_referral(o, **bare), today)
    assert fault == ("consented_on", FAULTS[ReferralFault.NO_CONSENT])
    assert refused(with_client, lambda o: make_referral(o, override_reason="ok", **bare), today)[0]
    reason = {"override_reason": "Asiakas suostui puhelimessa, päivä ei tiedossa."}
    assert refused(with_client, lambda o: make_referral(o, **reason, **bare), today) == ("", "")


def test_a_reason_that_is_not_needed_is_not_kept(with_client, make_referral, today):
    def act(session, client, origin):
        made = make_referral(
            origin, ground=Ground.CONSENT, consented_on=today, override_reason="varmuudeksi"
        )
        store_referral(session, client, made, today)
        return made.override_reason

    assert with_client(act) == ""


def test_what_is_not_in_the_plan_goes_to_no_school_by_section_94(with_client, make_referral, today):
    free = {"receiver": Receiver.SCHOOL, "ground": Ground.PRODUCER}
    fault = refused(with_client, lambda o: make_referral(o, **free), today)

    assert fault == ("ground", FAULTS[ReferralFault.NOT_IN_PLAN])


def test_no_reason_opens_the_place_of_a_restricted_client(with_client, make_referral, today):
    def make(origin):
        origin.client.non_disclosure = True
        return make_referral(
            origin,
            ground=Ground.CONSENT,
            consented_on=today,
            place_ground=PlaceGround.PRODUCER,
            override_reason="Yhdistys pyysi osoitteen.",
        )

    assert refused(with_client, make, today)[0] == "place_ground"


def test_a_service_that_has_ended_gets_no_referral(with_client, make_referral, today):
    def make(session, _client, _origin):
        service = Service(names={"fi": "Kurssi"}, valid_to=today - timedelta(days=1))
        session.add(service)
        session.flush()
        return service.id

    service = with_client(make)
    fault = refused(with_client, lambda o: make_referral(o, service_id=service), today)
    assert fault[0] == "receiver_name"


def test_the_facts_of_a_referral_are_those_of_its_day(with_client, referral, today):
    def act(_session, client, _origin):
        now = facts_of(client, referral, today)
        before = facts_of(client, referral, today - timedelta(days=1))
        return now, before

    now, before = with_client(act)
    assert (now.plan_valid, now.in_plan, before.plan_valid) == (True, True, False)
    assert tells_place(now)
