from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.ui.history import History
from kotoutus_desktop.ui.page import Destination, PageName

TODAY = Destination(PageName.TODAY)
CLIENTS = Destination(PageName.CLIENTS)
HELP = Destination(PageName.HELP)


def test_at_the_beginning_there_is_no_way_back():
    history = History()
    history.visit(TODAY)

    assert history.back() is None


def test_back_and_forward_lead_along_the_way():
    history = History()
    for place in (TODAY, CLIENTS, HELP):
        history.visit(place)

    assert [history.back(), history.back(), history.forward()] == [CLIENTS, TODAY, CLIENTS]


def test_a_page_that_is_left_is_remembered_by_where_it_is_found_again():
    history = History()
    history.stay(HELP)
    for place in (TODAY, CLIENTS):
        history.visit(place)
    history.stay(HELP)

    assert (history.back(), history.forward()) == (TODAY, HELP)


def test_a_new_page_forgets_what_was_ahead():
    history = History()
    for place in (TODAY, CLIENTS):
        history.visit(place)
    history.back()
    history.visit(HELP)

    assert history.forward() is None
    assert history.back() == TODAY


def test_the_same_page_twice_is_one_step():
    history = History()
    for place in (TODAY, CLIENTS, CLIENTS):
        history.visit(place)

    assert history.back() == TODAY


@given(st.lists(st.sampled_from(list(PageName)), min_size=1, max_size=20))
def test_going_all_the_way_back_and_forward_ends_where_it_began(names):
    history = History()
    for name in names:
        history.visit(Destination(name))
    while history.back():
        pass
    last = None
    while place := history.forward():
        last = place

    assert last in (None, Destination(names[-1]))
