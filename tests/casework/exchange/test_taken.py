from kotoutus_desktop.casework.exchange.taken import HEAD, mark_of, mark_taken, taken_among
from tests.casework.exchange.conftest import NOW


def test_a_file_that_was_taken_is_known_by_what_is_in_it(library):
    mark, other = mark_of(b"a" * HEAD, 5000), mark_of(b"a" * HEAD, 5001)
    with library.database.transaction() as session:
        mark_taken(session, mark, NOW)
        mark_taken(session, mark, NOW)

        assert taken_among(session, [mark, other]) == {mark}
        count = "SELECT count(*) FROM taken_file"
        assert session.connection().exec_driver_sql(count).scalar() == 1


def test_the_beginning_and_the_length_tell_files_apart():
    assert mark_of(b"a" * 9000, 9000) == mark_of(b"a" * HEAD, 9000)
    assert mark_of(b"b", 1) != mark_of(b"a", 1)
