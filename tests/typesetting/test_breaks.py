import pytest

from kotoutus_desktop.typesetting.breaks import break_opportunities


def parts(text: str) -> list[str]:
    ends = break_opportunities(text)
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kielen taso", ["kielen ", "taso"]),
        ("linja-auto", ["linja-", "auto"]),
        ("1-2 viikkoa", ["1-2 ", "viikkoa"]),
        ("puh. +358 40 123", ["puh. ", "+358 40 123"]),
        ("Цель плана — уровень", ["Цель ", "плана — ", "уровень"]),
        ("Lain 32 a § on", ["Lain ", "32 a § ", "on"]),
        ("lain 14 §:n nojalla", ["lain ", "14 §:n ", "nojalla"]),
        ("se § 9 och", ["se ", "§ 9 ", "och"]),
        ("Act 681/2023, section 32 a", ["Act ", "681/2023, ", "section ", "32 a"]),
        ("3 a day", ["3 ", "a ", "day"]),
        ("no\u00a0break", ["no\u00a0break"]),
        ("tai/ja", ["tai/", "ja"]),
        ("መደብ፡ምውህሃድ", ["መደብ፡", "ምውህሃድ"]),
        ("语言培训、职业", ["语", "言", "培", "训、", "职", "业"]),
        ("（语言）。", ["（语", "言）。"]),
        ("မြန်မာနိုင်ငံ", ["မြန်", "မာ", "နိုင်", "ငံ"]),
        ("ကျွန်ုပ်တို့", ["ကျွန်ုပ်", "တို့"]),
        ("", []),
    ],
)
def test_a_line_may_end_only_where_the_script_allows(text: str, expected: list[str]) -> None:
    assert [part for part in parts(text) if part] == expected


def test_a_web_address_breaks_after_slashes_and_before_dots() -> None:
    assert parts("https://www.kotoutuminen.fi/suomen/kieli") == [
        "https://www",
        ".kotoutuminen",
        ".fi/",
        "suomen/",
        "kieli",
    ]


def test_thai_breaks_between_words_and_never_inside_a_syllable() -> None:
    words = parts("กรุณาโทรหาเราหากคุณไม่สามารถมาได้")
    assert len(words) > 5
    assert not any(word[0] in "ะาิีึืุู่้็์ำ" for word in words)
    assert not any(word[-1] in "เแโใไ" for word in words)
