from kotoutus_desktop.demo.paths import DUTIES, PATHS, RIGHTS
from kotoutus_desktop.demo.people import PEOPLE
from kotoutus_desktop.phrases.library import PhraseKind, library
from kotoutus_desktop.rules.facts import LANGUAGE_MEASURES


def test_every_path_is_gone_by_somebody() -> None:
    gone = {person.path for person in PEOPLE}
    gone |= {plan.path for person in PEOPLE for plan in person.story.plans}

    assert set(PATHS) == gone - {""}


def test_every_path_holds_studies_of_finnish_or_swedish() -> None:
    for name, path in PATHS.items():
        kinds = {service.kind for aim in path.aims for service in aim.services}
        assert kinds & LANGUAGE_MEASURES, name


def test_what_is_explained_are_rights_and_duties() -> None:
    kinds = [phrase.kind for code in (*RIGHTS, *DUTIES) if (phrase := library().get(code))]

    assert kinds == [PhraseKind.RIGHT] * len(RIGHTS) + [PhraseKind.DUTY] * len(DUTIES)
