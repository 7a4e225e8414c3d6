from dataclasses import replace

from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.originals import originals, slots_of


def test_every_message_has_its_three_sources_and_its_own_fingerprint() -> None:
    assert all(each.finnish and each.swedish for each in originals())
    assert len({each.fingerprint for each in originals()}) == len(originals())
    codes = {each.context for each in originals()}
    assert codes >= {phrase.code for phrase in library().phrases}
    assert None in codes


def test_a_change_in_any_source_changes_the_fingerprint() -> None:
    first = originals()[0]

    for change in ({"english": "x"}, {"finnish": "x"}, {"swedish": "x"}, {"context": "x"}):
        assert replace(first, **change).fingerprint != first.fingerprint


def test_slots_are_found_in_any_order() -> None:
    assert slots_of("{start} – {end}") == slots_of("{end} – {start}") == ("{end}", "{start}")
