"""Scans: taken in by what they are, looked at inside, exported to a folder, deleted."""

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from kotoutus_desktop.casework.attachments import Scan, add_scan, attachments_of
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.attachment import AttachmentKind, MediaType
from kotoutus_desktop.ui.attachments.add_dialog import AddScanDialog
from kotoutus_desktop.ui.attachments.attachments_card import AttachmentsCard
from kotoutus_desktop.ui.attachments.pictures import pages_of, picture_of
from kotoutus_desktop.ui.attachments.scan_dialog import ScanDialog
from kotoutus_desktop.ui.message_bar import MessageBars
from tests import casebook


def png(width: int = 40, height: int = 30) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#207060"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def pdf(pages: int = 2) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        document.new_page(200, 280)
    made = BytesIO()
    document.save(made)
    document.close()
    return made.getvalue()


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def scan(database, client, today):
    with database.transaction() as session:
        kept = Scan("lupa.pdf", pdf())
        return add_scan(session, client.id, kept, AttachmentKind.PERMIT, "Oleskelulupa", today)


def stored(database, client):
    with database.reading() as session:
        return attachments_of(session, client.id)


def test_an_image_and_the_first_page_of_a_pdf_are_pictures():
    assert picture_of(png(), MediaType.PNG).width() == 40
    page = picture_of(pdf(), MediaType.PDF)
    assert (page.isNull(), pages_of(pdf(3), MediaType.PDF)) == (False, 3)


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7 broken", MediaType.PDF),
        (b"\x89PNG\r\n\x1a\nbroken", MediaType.PNG),
        (b"\xff\xd8\xff\xe0broken", MediaType.JPEG),
    ],
)
def test_what_cannot_be_shown_is_refused(content, media_type):
    with pytest.raises(InvalidInput):
        picture_of(content, media_type)


def test_a_scan_is_taken_in_by_the_dialog(qtbot, workspace, database, client, tmp_path):
    path = tmp_path / "kortti.png"
    path.write_bytes(png())
    dialog = AddScanDialog(workspace, client.id)
    qtbot.addWidget(dialog)
    dialog.take(path)
    dialog.accept()
    assert dialog.title.has_error()

    dialog.title.set_value("Oleskelulupakortti")
    dialog.accept()
    (found,) = stored(database, client)
    assert (found.title, found.media_type) == ("Oleskelulupakortti", MediaType.PNG)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("lupa.pdf", png(), "The name says"),
        ("lupa.pdf", b"MZ program", "no PDF"),
        ("lupa.pdf", b"%PDF-1.7 broken", "damaged"),
        ("lupa.pdf", b"", "empty"),
    ],
)
def test_what_is_no_scan_is_explained_and_not_kept(
    qtbot, workspace, database, client, tmp_path, name, content, said
):
    path = tmp_path / name
    path.write_bytes(content)
    dialog = AddScanDialog(workspace, client.id)
    qtbot.addWidget(dialog)
    dialog.take(path)
    assert said in dialog.error.text()

    dialog.title.set_value("Lupa")
    dialog.accept()
    assert stored(database, client) == []


def test_a_file_that_is_gone_is_explained(qtbot, workspace, client, tmp_path):
    dialog = AddScanDialog(workspace, client.id)
    qtbot.addWidget(dialog)
    dialog.take(tmp_path / "missing.pdf")
    assert "cannot be read" in dialog.error.text()


def test_a_scan_is_shown_and_exported_without_a_name_and_never_over_another(
    qtbot, workspace, scan, tmp_path
):
    dialog = ScanDialog(workspace, scan)
    qtbot.addWidget(dialog)
    assert not dialog.picture.pixmap().isNull()
    folder = tmp_path / "out"
    folder.mkdir()
    assert dialog.export_to(folder)
    assert dialog.export_to(folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "scan-permit-20261124-1.pdf",
        "scan-permit-20261124-2.pdf",
    ]
    assert not dialog.export_to(tmp_path / "nowhere")


def test_a_deleted_scan_leaves_the_card_and_comes_back_by_undo(
    qtbot, workspace, database, client, scan
):
    bars = MessageBars()
    card = AttachmentsCard(workspace, bars)
    qtbot.addWidget(card)
    qtbot.addWidget(bars)
    card.show_client(client.id)
    assert not card.rows.isHidden()
    card.open_scan(scan).delete()
    assert card.rows.isHidden()
    assert stored(database, client) == []

    workspace.undo()
    assert len(stored(database, client)) == 1
