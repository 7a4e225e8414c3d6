from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from kotoutus_desktop.documents.cells import write_cell


@pytest.mark.parametrize(
    ("value", "kind"), [("=1+1", "s"), ("+358", "s"), ("@x", "s"), ("Kaikki", "s"), (7, "n")]
)
def test_a_text_is_never_reckoned_and_a_number_is_one(value, kind):
    book = Workbook()
    write_cell(book.active.cell(1, 1), value)
    file = BytesIO()
    book.save(file)
    cell = load_workbook(file).active.cell(1, 1)

    assert (cell.value, cell.data_type) == (value, kind)
