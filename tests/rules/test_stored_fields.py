from kotoutus_desktop.rules.facts import InterviewHead
from kotoutus_desktop.rules.stored_fields import SECTIONS, StoredField, StoredRecord


def test_the_content_of_an_assessment_has_the_nine_heads_in_their_order():
    heads = [head.value for head in InterviewHead]
    places = [list(StoredField).index(StoredField(head)) for head in heads]

    assert places == sorted(places)


def test_each_record_has_its_section_of_the_decree():
    assert [SECTIONS[record].number for record in StoredRecord] == ["1", "2", "3"]
