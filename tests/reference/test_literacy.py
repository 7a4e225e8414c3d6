from kotoutus_desktop.reference.literacy import literacy_classes


def test_the_classes_of_the_employment_services_come_first_in_their_order() -> None:
    codes = [each.code for each in literacy_classes()]

    assert codes[:3] == ["illiterate", "LK1", "LK2"]


def test_names_that_were_only_worded_here_say_so() -> None:
    guessed = [each for each in literacy_classes() if not each.verified]

    assert guessed
    assert all(each.note for each in guessed)
