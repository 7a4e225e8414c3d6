from collections.abc import Callable

import pytest

from kotoutus_desktop.documents.refusal import refuse_gaps
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.errors import NotPrintable
from kotoutus_desktop.phrases.library import Library


def test_free_text_in_one_language_is_no_reason_to_refuse(make_sheet: Callable[..., Sheet]) -> None:
    refuse_gaps(make_sheet())


def test_what_is_missing_is_named(make_sheet: Callable[..., Sheet]) -> None:
    with pytest.raises(NotPrintable) as refused:
        refuse_gaps(make_sheet(library=Library([])))

    assert "there is no such phrase" in str(refused.value.values["problems"])
