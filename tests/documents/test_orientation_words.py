from kotoutus_desktop.documents.orientation_words import CERTIFICATE, TOPICS
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES, documents_catalog
from kotoutus_desktop.rules.orientation import ACT_TOPICS, Topic


def test_every_topic_has_its_words_and_those_of_the_act_come_first() -> None:
    assert set(TOPICS) == set(Topic)
    assert tuple(TOPICS)[: len(ACT_TOPICS)] == ACT_TOPICS


def test_both_certificates_have_a_title_of_their_own_in_every_language() -> None:
    for language in CLIENT_LANGUAGES:
        titles = [
            documents_catalog(language).text(text)
            for text in (CERTIFICATE.title, CERTIFICATE.title_part)
        ]
        assert len({title for title in titles if title}) == 2, language
