import pytest

from kotoutus_desktop.documents.review_places import check_letters, places
from kotoutus_desktop.documents.words import HEAD, SIGNATURES
from kotoutus_desktop.phrases.originals import originals
from kotoutus_desktop.phrases.returned import Change, FaultKind, RefusedTranslations


def test_every_fixed_text_has_a_place() -> None:
    found = places()

    assert found[HEAD.title] == "Integration plan: head of the paper"
    assert found[SIGNATURES.interpreter] == "Integration plan: signatures"
    fixed = {each.english for each in originals() if each.context is None}
    assert fixed - found.keys() == set()


def test_letters_that_no_font_has_are_named() -> None:
    first = originals()[0]

    with pytest.raises(RefusedTranslations) as refused:
        check_letters("ar", [Change(first, "", "", "خطة 𓀀")])
    fault = refused.value.faults[0]
    assert (fault.kind, fault.detail) == (FaultKind.NO_LETTER, "𓀀")
    check_letters("ar", [Change(first, "", "", "خطة")])
