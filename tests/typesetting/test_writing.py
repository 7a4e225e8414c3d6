from kotoutus_desktop.typesetting.writing import writing_of


def test_each_language_prefers_the_font_of_its_script() -> None:
    firsts = {code: writing_of(code).families[0] for code in ("fi", "ar", "ur", "ti", "zh", "ne")}
    assert firsts == {
        "fi": "NotoSans",
        "ar": "Vazirmatn",
        "ur": "NotoNastaliqUrdu",
        "ti": "NotoSansEthiopic",
        "zh": "NotoSansSC",
        "ne": "NotoSansDevanagari",
    }


def test_names_of_any_script_can_stand_in_any_paper() -> None:
    families = writing_of("fi").families
    assert {"Vazirmatn", "NotoSansEthiopic", "NotoSansSC"} < set(families)
    assert len(families) == len(set(families))


def test_dari_and_chinese_have_the_tags_that_readers_know() -> None:
    assert writing_of("prs").tag == "fa-AF"
    assert writing_of("zh").tag == "zh-Hans"
    assert writing_of("vi").tag == "vi"
