"""Two laptops that know each other, and the page of the one at the library."""

import os
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from kotoutus_desktop.models.key_slots import keys_beside
from kotoutus_desktop.models.keys_file import Cost, save_keys
from kotoutus_desktop.models.slot_making import Maker, plan
from kotoutus_desktop.ui.exchange.exchange_page import ExchangePage
from kotoutus_desktop.ui.page import Destination, PageName
from tests.casework.exchange.conftest import centre, library
from tests.conftest import KEY

__all__ = ["centre", "library"]


@pytest.fixture
def open_part(qtbot, workspace) -> Callable[[str], object]:
    """Open a tab of the page."""
    page = ExchangePage(workspace, Destination(PageName.EXCHANGE))
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show()

    def opened(key: str) -> object:
        page.arrive(Destination(PageName.EXCHANGE, focus=key))
        return page.part

    return opened


@pytest.fixture
def said(open_part) -> Callable[[object], list[str]]:
    """Note what a part says."""

    def listening(part: object) -> list[str]:
        texts: list[str] = []
        part.said.connect(lambda message: texts.append(message.text))
        return texts

    return listening


@pytest.fixture
def with_keys(database) -> None:
    """The keys file beside the office's file: without it no copy is made."""
    maker = Maker(uuid4().hex, bytearray(KEY), os.urandom(32))
    slot = maker.slot(plan("passphrase", "", Cost(64, 1, 1)), "kolme hyvää sanaa")
    save_keys(keys_beside(database.path), maker.sealed((slot,)))


@pytest.fixture
def client(library, make_client) -> UUID:
    """A client whom the library's laptop knows alone."""
    return library.store(make_client(given_names="Amal", family_names="Hassan")).id
