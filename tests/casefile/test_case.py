from hashlib import sha256

from kotoutus_desktop.casefile import case_digest, read_case
from kotoutus_desktop.phrases.wording import Wording


def test_the_digest_is_the_sha256_of_the_text_in_utf_8() -> None:
    assert case_digest("Äijälä") == sha256(b"\xc3\x84ij\xc3\xa4l\xc3\xa4").hexdigest()


def test_the_library_of_a_case_has_the_own_phrases_of_the_office(golden_text: str) -> None:
    case = read_case(golden_text)

    phrase = case.library.get("U-004")

    assert phrase is not None
    assert phrase.pattern("sv") == "Matklubb varannan torsdag."
    assert case.plan is not None
    assert case.plan.measures[-1].what == Wording.of("U-004")
