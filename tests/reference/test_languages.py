from kotoutus_desktop.reference.languages import languages, offered_languages


def test_languages_are_offered_by_the_number_of_their_speakers() -> None:
    codes = [language.code for language in offered_languages()]
    assert codes[:5] == ["ru", "et", "ar", "so", "en"]
    assert codes.index("prs") == codes.index("fa") + 1
    assert codes[codes.index("ku") :][:4] == ["ku", "kmr", "ckb", "sdh"]
    assert not {"la", "eo", "sa", "98", "99", "XX"} & set(codes)


def test_dari_and_the_two_kurdish_languages_are_entries_of_their_own() -> None:
    dari, sorani, kurmanji = (languages().get(code) for code in ("prs", "ckb", "kmr"))
    assert dari
    assert sorani
    assert kurmanji
    assert (dari.rtl, dari.native, dari.register_code) == (True, "دری", "fa")
    assert (sorani.rtl, kurmanji.rtl) == (True, False)
    assert not dari.verified
    assert "register_code" in dari.note
    assert dari.both_names("fi") == "dari (دری)"


def test_a_language_is_found_by_its_own_name_and_by_everyday_ones() -> None:
    def found(typed: str) -> list[str]:
        return [language.code for language in offered_languages().search(typed, "fi")]

    assert found("українська")[0] == "uk"
    assert found("دری") == ["prs"]
    assert found("farsi")[0] == "fa"
    assert {"ku", "kmr", "ckb", "sdh"} <= set(found("kurd"))
