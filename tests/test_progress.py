import gc

from kotoutus_desktop.progress import share, uncollected


def test_a_part_of_the_work_goes_from_one_hundredth_to_another():
    told = []
    report = share(lambda done, total: told.append((done, total)), 20, 60)

    for done in (0, 5, 10):
        report(done, 10)
    report(0, 0)

    assert told == [(20, 100), (40, 100), (60, 100), (20, 100)]


def test_parts_have_parts():
    told = []

    share(share(lambda done, _total: told.append(done), 50, 100), 50, 100)(1, 2)

    assert told == [87]


def test_garbage_is_looked_for_again_afterwards():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
    gc.enable()
