from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.preview import what_is_lost
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer


def test_what_was_recorded_since_is_told_by_person(office_file, at):
    database, key = office_file
    maija = Officer(name="Maija")
    with database.transaction() as session:
        session.add(maija)
    copy = back_up(database.path, key, Reason.HAND, at)
    database.act_as(maija.id)
    for name in ("Aisha", "Olena"):
        with database.transaction() as session:
            session.add(Client(given_names=name))

    preview = what_is_lost(database.path, key, copy.path, copy.made_at)

    (lost,) = preview.lost
    assert (lost.name, lost.changes, lost.clients) == ("Maija", 2, 2)
    assert preview.clients_now == 4


def test_nothing_is_lost_when_nothing_was_recorded(office_file, at):
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)

    assert what_is_lost(database.path, key, copy.path, copy.made_at).lost == ()


def test_a_present_file_that_cannot_be_read_gives_no_comparison(office_file, at):
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)
    database.close()
    database.path.write_bytes(b"x" * 8192)

    assert what_is_lost(database.path, key, copy.path, copy.made_at).lost is None


def test_looking_changes_neither_file(office_file, at):
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)
    database.close()
    before = copy.path.read_bytes(), sorted(copy.path.parent.iterdir())

    what_is_lost(database.path, key, copy.path, copy.made_at)

    assert (copy.path.read_bytes(), sorted(copy.path.parent.iterdir())) == before


def test_where_no_file_is_nothing_is_lost(office_file, at, tmp_path):
    database, key = office_file
    copy = back_up(database.path, key, Reason.HAND, at)

    assert what_is_lost(tmp_path / "none.kotoutus", key, copy.path, at).lost == ()
