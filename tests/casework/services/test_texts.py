import pytest

from kotoutus_desktop.casework.services.texts import kept_texts, text_in


@pytest.mark.parametrize(
    ("texts", "language", "found"),
    [
        ({"fi": "Kerho", "ar": "نادي"}, "ar", ("نادي", "ar")),
        ({"fi": "Kerho", "sv": "Klubb"}, "ar", ("Kerho", "fi")),
        ({"sv": "Klubb", "en": "Club"}, "fi", ("Klubb", "sv")),
        ({"ru": "Клуб"}, "fi", ("Клуб", "ru")),
        ({"fi": ""}, "fi", ("", "")),
    ],
)
def test_a_text_is_never_blank_where_another_language_has_it(texts, language, found):
    assert text_in(texts, language) == found


def test_texts_that_say_nothing_are_not_kept():
    assert kept_texts({"fi": "  Äitien \n kerho ", "sv": "  "}) == {"fi": "Äitien kerho"}
