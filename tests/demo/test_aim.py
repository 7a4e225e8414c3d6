from kotoutus_desktop.demo.aim import Aim
from kotoutus_desktop.demo.paths import PATHS
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording

AIMS: set[Aim] = {aim for path in PATHS.values() for aim in path.aims}


def test_every_aim_speaks_in_phrases_whose_gaps_are_filled() -> None:
    said = [wording for aim in AIMS for wording in (aim.goal, aim.finding, Wording.of(aim.need))]
    said += [s for aim in AIMS for each in aim.services for s in (each.what, each.follow)]

    for wording in said:
        phrase = library().get(wording.phrase)
        assert wording.is_empty or phrase is not None
        assert phrase is None or {slot.name for slot in phrase.slots} == set(wording.slots)


def test_a_service_is_of_the_kind_that_its_phrase_is_for() -> None:
    services = [service for aim in AIMS for service in aim.services]
    kinds = [(each.kind, library().get(each.what.phrase)) for each in services]

    assert all(phrase is not None and kind == phrase.measure for kind, phrase in kinds)


def test_every_need_stands_under_its_head() -> None:
    for aim in AIMS:
        phrase = library().get(aim.need)
        assert phrase is not None
        assert phrase.head == aim.head
