import pytest
from PySide6.QtWidgets import QListView

from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.place import copies_folder


@pytest.fixture
def file(library, centre, make_client, tmp_path):
    """A file that the centre's laptop made for the library's."""
    centre.store(make_client(given_names="Tsegay", family_names="Haile"))
    path = tmp_path / "shared" / "case.kotoutus-transfer"
    path.parent.mkdir()
    path.write_bytes(centre.send(library))
    return path


def look(qtbot, part, path):
    """Look at a file and wait until it is shown."""
    part.look_at(path)
    qtbot.waitUntil(lambda: part.arrived is not None, timeout=30_000)


def refused(qtbot, part, path):
    """Return why a file is refused."""
    with qtbot.waitSignal(part.said, timeout=30_000) as told:
        part.look_at(path)
    return told.args[0].text


def names(view: QListView) -> list[str]:
    """Return the first words of each row."""
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def clients(library):
    """Return how many clients the file has."""
    with library.database.reading() as session:
        return session.connection().exec_driver_sql("SELECT count(*) FROM client").scalar()


def test_a_file_is_looked_at_before_anything_is_taken(qtbot, library, file, open_part):
    part = open_part("receive")

    look(qtbot, part, file)

    assert part.summary.text() == "Vastaanottokeskus: 1 new client."
    assert "Tsegay Haile" in names(part.list)[0]
    assert clients(library) == 0
    assert part.take.isVisible()


def test_taking_makes_a_proven_copy_first(qtbot, with_keys, library, file, workspace, open_part):
    part = open_part("receive")
    look(qtbot, part, file)
    with qtbot.waitSignal(part.said, timeout=30_000) as told:
        part.primary()

    assert told.args[0].text == "Taken over. Vastaanottokeskus: 1 new client."
    assert clients(library) == 1
    path = library.database.path
    (copy,) = copies_in(copies_folder(path), path)
    assert copy.manifest.reason is Reason.MERGE


def test_a_file_that_is_put_off_changes_nothing(qtbot, library, file, open_part):
    part = open_part("receive")
    look(qtbot, part, file)
    part.put_off.click()

    assert part.arrived is None
    assert clients(library) == 0
    assert part.open.isVisible()


def test_a_file_that_brings_nothing_cannot_be_taken(qtbot, library, file, open_part):
    library.take(file.read_bytes())
    part = open_part("receive")
    look(qtbot, part, file)

    assert "holds nothing that is not known here" in part.summary.text()
    assert not part.take.isVisible()


def test_the_files_of_the_shared_folder_are_listed(library, file, workspace, open_part):
    workspace.preferences.exchange_folder = file.parent
    part = open_part("receive")

    assert names(part.files)[0].startswith("case.kotoutus-transfer")


def test_a_shared_folder_that_vanished_is_no_error(library, workspace, open_part, tmp_path):
    workspace.preferences.exchange_folder = tmp_path / "gone"
    part = open_part("receive")

    assert names(part.files) == []


def test_other_files_are_refused_with_the_reason(qtbot, library, centre, open_part, tmp_path):
    part = open_part("receive")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")

    assert "not a transfer file" in refused(qtbot, part, tmp_path / "photo.jpg")
    assert "gone.x cannot be read" in refused(qtbot, part, tmp_path / "gone.x")


def test_a_contradiction_leads_to_the_decision(
    qtbot, with_keys, library, centre, make_client, open_part, tmp_path
):
    client = library.store(make_client())
    centre.take(library.send(centre))
    library.change(client.id, phone="050 1")
    centre.change(client.id, phone="050 2")
    path = tmp_path / "a.kotoutus-transfer"
    path.write_bytes(centre.send(library))
    part = open_part("receive")
    look(qtbot, part, path)
    with qtbot.waitSignal(part.said, timeout=30_000) as told:
        part.take_it()

    message = told.args[0]
    assert "1 thing to be decided" in message.text
    with qtbot.waitSignal(part.navigate) as went:
        message.acts[0].callback()
    assert went.args[0].focus == "clashes"


def test_a_file_that_was_taken_is_not_offered_again(
    qtbot, with_keys, library, centre, client, file, workspace, open_part
):
    workspace.preferences.exchange_folder = file.parent
    part = open_part("receive")
    assert names(part.files)
    look(qtbot, part, file)
    with qtbot.waitSignal(part.said, timeout=60_000):
        part.take_it()

    part.refresh()

    assert names(part.files) == []
    assert part.taken_line.text() == "1 file was taken over already."
    renamed = file.with_name("again.kotoutus-transfer")
    file.rename(renamed)
    part.refresh()
    assert names(part.files) == []
    (file.parent / "new.kotoutus-transfer").write_bytes(centre.send(library, set()))
    part.refresh()
    assert len(names(part.files)) == 1


def test_a_file_that_brings_nothing_is_not_offered_again(
    qtbot, library, file, workspace, open_part
):
    library.take(file.read_bytes())
    workspace.preferences.exchange_folder = file.parent
    part = open_part("receive")
    look(qtbot, part, file)
    part.leave_it()

    part.refresh()

    assert names(part.files) == []
