from kotoutus_desktop.ui.exchange.send_part import CHOSEN


def send(qtbot, part, path):
    """Save the file and wait until it is said."""
    with qtbot.waitSignal(part.said, timeout=30_000) as told:
        part.save_to(path)
    return told.args[0].text


def test_without_a_trusted_laptop_one_is_led_to_the_laptops(workspace, office, open_part):
    part = open_part("send")

    assert part.nothing.isVisible()
    assert not part.save.isVisible()


def test_what_the_other_laptop_does_not_have_is_counted_and_saved(
    qtbot, library, centre, client, open_part, tmp_path
):
    part = open_part("send")
    assert part.count.text() == "1 case"

    text = send(qtbot, part, tmp_path / "file")

    assert "with 1 case" in text
    assert part.count.text() == "0 cases"
    news = centre.take((tmp_path / "file.kotoutus-transfer").read_bytes())
    assert [case.case_id for case in news.cases] == [client]


def test_chosen_clients_alone_are_sent(
    qtbot, library, centre, client, make_client, open_part, tmp_path
):
    library.store(make_client(given_names="Tsegay", family_names="Haile"))
    part = open_part("send")
    part.what.set_value(CHOSEN)
    part.clients.search.set_value("hassan")
    part.clients.look()
    part.clients.boxes[client].setChecked(True)
    part.clients.search.set_value("")
    part.clients.look()
    assert list(part.clients.boxes) == [client]

    send(qtbot, part, tmp_path / "file")

    news = centre.take((tmp_path / "file.kotoutus-transfer").read_bytes())
    assert [case.case_id for case in news.cases] == [client]


def test_with_no_laptop_ticked_nothing_can_be_saved(library, centre, open_part):
    part = open_part("send")
    for box in part.to.values():
        box.setChecked(False)

    assert not part.save.isEnabled()


def test_a_file_that_cannot_be_written_counts_as_not_sent(
    qtbot, library, centre, client, open_part, tmp_path
):
    part = open_part("send")

    text = send(qtbot, part, tmp_path / "nowhere" / "file")

    assert "does not exist" in text
    part.refresh()
    assert part.count.text() == "1 case"


def test_a_restricted_case_that_stays_is_said(
    qtbot, library, centre, make_client, open_part, tmp_path, officer
):
    library.store(make_client(non_disclosure=True, officer_id=officer.id))
    library.database.act_as(None)
    part = open_part("send")

    assert "1 restricted case that you may not open stayed here" in send(
        qtbot, part, tmp_path / "file"
    )
