import pytest
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.ui.theme import Mode, theme

MESSY = [
    {"given_names": "Maria Guadalupe " * 17, "family_names": "García", "own_script_name": ""},
    {"given_names": "أمل حسن", "family_names": "الخطيب", "own_script_name": "أمل حسن الخطيب"},
    {
        "born": None,
        "born_precision": Precision.UNKNOWN,
        "service_language": "",
        "mother_tongue": "",
        "right_of_residence": None,
        "first_granted": None,
        "protection": None,
    },
    {"non_disclosure": True, "own_script_name": "ሰምረት ኃይለ", "literacy": "illiterate"},
]


@pytest.mark.parametrize("person", MESSY)
@pytest.mark.parametrize(
    ("language", "mode", "factor", "size"),
    [
        ("fi", Mode.LIGHT, 1.0, (964, 640)),
        ("sv", Mode.DARK, 1.5, (1276, 768)),
        ("fi", Mode.LIGHT, 2.0, (1246, 768)),
    ],
)
def test_messy_people_fit_at_every_size(
    qtbot, open_client, register, person, language, mode, factor, size
):
    client = register(**({"own_script_name": ""} | person))
    set_interface_language(language)
    theme().apply(mode, factor)
    page = open_client(client, *size)
    page.grab()

    qtbot.waitUntil(lambda: clipped(page) == [])
    assert nameless(page) == []
    assert page.frame.scroll.horizontalScrollBar().maximum() == 0


def test_tab_goes_through_the_page_as_it_is_read(open_client, register, agree):
    client = register()
    agree(client)
    page = open_client(client, 1150, 1900)  # all of it, or walking would scroll it

    assert never_reached(page) == []
    assert out_of_order(page) == []
