from kotoutus_desktop.documents.letter_words import INVITATION, TOLD_ITEMS
from kotoutus_desktop.documents.words import every_text
from kotoutus_desktop.rules.facts import ToldItem


def test_the_fee_sentence_leaves_the_amount_to_the_law_of_the_day():
    assert "{amount}" in INVITATION.fee
    assert not any(letter.isdigit() for letter in INVITATION.fee)


def test_everything_that_must_be_told_has_words_and_is_translated():
    assert set(TOLD_ITEMS) == set(ToldItem)
    assert set(TOLD_ITEMS.values()) <= set(every_text())
