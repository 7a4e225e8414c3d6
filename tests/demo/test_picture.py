from kotoutus_desktop.casework.attachments import Scan, checked_type
from kotoutus_desktop.demo.picture import card_picture
from kotoutus_desktop.models.attachment import MediaType


def test_the_picture_is_a_png_that_the_program_takes_in_and_is_always_the_same():
    assert checked_type(Scan("lupa.png", card_picture())) is MediaType.PNG
    assert card_picture() == card_picture()
    assert len(card_picture()) < 5000
