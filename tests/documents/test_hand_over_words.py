import pytest

from kotoutus_desktop.documents import hand_over_words as words
from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.rules.hand_over import Item, Receiver, Sharing
from kotoutus_desktop.rules.status_flips import Change


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Change, words.CHANGES),
        (Receiver, words.RECEIVERS),
        (Item, words.ITEMS),
        (Sharing, words.SHARINGS),
    ],
)
def test_every_member_has_words(kind, said):
    assert set(said) == set(kind)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_words_are_in_both_official_languages(language):
    catalog = interface_catalog(language)
    for said in (words.CHANGES, words.RECEIVERS, words.ITEMS, words.DATA, words.SHARINGS):
        for text in filter(None, said.values()):
            assert catalog.gettext(text) != text
