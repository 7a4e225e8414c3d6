from kotoutus_desktop.casework.exchange.laptops import known_laptops, own_card
from kotoutus_desktop.models.transfer.laptop_keys import Card, LaptopKeys


def known(workspace):
    """Return the names of the laptops that are trusted."""
    with workspace.database.reading() as session:
        return [each.name for each in known_laptops(session)]


def saved_card(folder, name="Vastaanottokeskus"):
    """Return the file of another laptop."""
    path = folder / "other.kotoutus-laptop"
    path.write_text(LaptopKeys.make().card(name).text(), encoding="utf-8")
    return path


def test_the_name_is_kept_with_enter(qtbot, workspace, office, open_part):
    part = open_part("laptops")
    part.name.line.setText("  Kirjaston   kone ")
    part.name.line.setModified(True)
    part.rename()

    with workspace.database.transaction() as session:
        assert own_card(session).name == "Kirjaston kone"
    assert part.name.value() == "Kirjaston kone"


def test_no_name_is_said_at_the_field(workspace, office, open_part):
    part = open_part("laptops")
    part.name.set_value("")
    part.rename()

    assert "Write a name" in part.name.error.text()


def test_the_card_that_is_saved_is_that_of_the_fingerprint(workspace, office, open_part, tmp_path):
    part = open_part("laptops")
    part.save_card_to(tmp_path / "mine")

    text = (tmp_path / "mine.kotoutus-laptop").read_text(encoding="utf-8")
    assert Card.read(text).fingerprint == part.fingerprint.text()


def test_a_laptop_is_trusted_after_its_digits_were_compared(
    qtbot, workspace, office, open_part, tmp_path
):
    part = open_part("laptops")
    dialog = part.read_card_from(saved_card(tmp_path))
    digits = dialog.digits.text()
    assert known(workspace) == []
    dialog.same.click()

    assert known(workspace) == ["Vastaanottokeskus"]
    with workspace.database.reading() as session:
        (laptop,) = known_laptops(session)
        assert Card("", laptop.recipient, laptop.signing_key).fingerprint == digits


def test_a_laptop_whose_digits_differ_is_not_trusted(workspace, office, open_part, tmp_path):
    part = open_part("laptops")
    part.read_card_from(saved_card(tmp_path)).differ.click()

    assert known(workspace) == []


def test_a_laptop_without_a_name_waits_for_one(workspace, office, open_part, tmp_path):
    part = open_part("laptops")
    dialog = part.read_card_from(saved_card(tmp_path, name=""))
    dialog.same.click()
    assert known(workspace) == []
    assert "Write a name" in dialog.name.error.text()

    dialog.name.set_value("Aishan kone")
    dialog.same.click()
    assert known(workspace) == ["Aishan kone"]


def test_another_file_and_one_that_is_not_there_are_refused(
    workspace, office, open_part, said, tmp_path
):
    part = open_part("laptops")
    texts = said(part)
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe hello")

    assert part.read_card_from(tmp_path / "a.txt") is None
    assert part.read_card_from(tmp_path / "b.txt") is None
    assert "not the card of a laptop" in texts[0]
    assert "b.txt cannot be read" in texts[1]


def test_a_lost_laptop_is_trusted_no_more(workspace, library, centre, open_part):
    part = open_part("laptops")
    part.end(library.known[centre.name])

    assert known(workspace) == []


def test_a_copy_gets_an_identity_and_a_fingerprint_of_its_own(workspace, office, open_part):
    part = open_part("laptops")
    before = part.fingerprint.text()
    part.renew()

    assert part.fingerprint.text() != before
