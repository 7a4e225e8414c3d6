from kotoutus_desktop.documents.referral_words import GROUND_TEXTS, PRODUCER_ITEMS, SECTION_OF
from kotoutus_desktop.rules.disclosure import ProducerItem
from kotoutus_desktop.rules.referrals import Ground


def test_every_point_of_the_section_has_its_words_in_the_order_of_the_law():
    assert list(PRODUCER_ITEMS) == list(ProducerItem)


def test_every_ground_on_which_data_go_is_named_in_the_letter():
    assert set(GROUND_TEXTS) == set(Ground) - {Ground.CLIENT_ONLY}
    assert set(SECTION_OF) == set(GROUND_TEXTS) - {Ground.CONSENT, Ground.MOVE}
