from kotoutus_desktop.models.mending.checking import scratch_of
from kotoutus_desktop.models.mending.salvaging import Salvage
from tests.models.mending.conftest import CLIENTS, damage, page_of


def read(path, key, table):
    with scratch_of(path) as scratch:
        salvage = Salvage(scratch, key)
        try:
            (shape,) = [each for each in salvage.tables() if each.name == table]
            rows, whole = salvage.read(shape)
        finally:
            salvage.close()
    return shape, rows, whole


def numbers(shape, rows):
    return sorted(int(row[shape.columns.index("number")]) for row in rows)


def test_a_whole_table_is_read_whole(office_file):
    path, key = office_file

    shape, rows, whole = read(path, key, "client")

    assert whole
    assert numbers(shape, rows) == list(range(CLIENTS))


def test_of_a_damaged_table_all_is_read_but_what_lay_on_the_page(office_file):
    path, key = office_file
    _shape, every, _whole = read(path, key, "client")
    for page in page_of(path, key, "client", 2):
        damage(path, page)

    _shape, rows, whole = read(path, key, "client")

    assert not whole
    assert CLIENTS // 2 < len(rows) < CLIENTS
    assert set(rows) < set(every)  # no zeros where a text was damaged


def test_the_log_is_read_around_a_damaged_page_too(office_file):
    path, key = office_file
    _shape, every, _whole = read(path, key, "operation")
    damage(path, page_of(path, key, "operation")[0])

    _shape, rows, whole = read(path, key, "operation")

    assert not whole
    assert len(rows) > CLIENTS // 2
    assert set(rows) < set(every)


def test_indexes_and_triggers_are_read_as_they_were_made(office_file):
    path, key = office_file
    with scratch_of(path) as scratch:
        salvage = Salvage(scratch, key)
        assert any("ix_client_officer" in each for each in salvage.statements("index"))
        assert any("record_client_insert" in each for each in salvage.statements("trigger"))
        salvage.close()
