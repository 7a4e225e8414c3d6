from kotoutus_desktop.models.assessment import Assessment, HeadEntry, Outcome
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import InterviewHead


def test_a_head_is_found_by_its_name_or_is_not_there(make_client):
    client = make_client()
    assessment = Assessment(client_id=client.id)
    entry = HeadEntry(client_id=client.id, head=InterviewHead.LITERACY)
    assessment.heads = [entry]

    assert assessment.head(InterviewHead.LITERACY) is entry
    assert assessment.head(InterviewHead.LIFE_SITUATION) is None


def test_phrases_and_free_text_come_back_as_they_were(database, make_client):
    client = make_client()
    assessment = Assessment(client_id=client.id, outcome=Outcome.PLAN_NEEDED)
    assessment.wishes = Wording.free("Haluan töihin.", "fi")
    assessment.heads = [
        HeadEntry(
            client_id=client.id,
            head=InterviewHead.FINNISH_AND_SWEDISH,
            goal=Wording.of("L-012", level="B1.1"),
        )
    ]
    client.assessments = [assessment]
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        (kept,) = session.get_one(Client, client.id).assessments
        assert kept.wishes == Wording.free("Haluan töihin.", "fi")
        assert kept.heads[0].goal == Wording.of("L-012", level="B1.1")
        assert kept.place_reason.is_empty
