"""What the self-check tries: one invented client on one computer, then on two."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from kotoutus_desktop.assets import resource
from kotoutus_desktop.casework.exchange.laptops import name_laptop, own_card, trust
from kotoutus_desktop.casework.exchange.receiving import read_transfer, take
from kotoutus_desktop.casework.exchange.sending import pack
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.search import Filters, list_clients
from kotoutus_desktop.commands.law import law_answers
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.models.backups import making, restoring
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.recording import become_another
from kotoutus_desktop.models.key_slots import keys_beside, unlock, wipe
from kotoutus_desktop.models.place import FILE_NAME
from kotoutus_desktop.models.verified_copy import verified_copy
from kotoutus_desktop.ui.demo.journey import PASSPHRASE, Journey
from kotoutus_desktop.ui.demo.offscreen import Pictures
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.plan_paper import PaperChoice, sheet_of_plan
from kotoutus_desktop.ui.workspace import clock

CASES = "self_check_cases.json"
PAGES = (
    *(PageName.TODAY, PageName.CLIENTS, PageName.RESPONSIBILITY, PageName.LEDGER),
    *(PageName.ORIENTATION, PageName.APPOINTMENTS, PageName.SERVICES, PageName.EXCHANGE),
    *(PageName.INTAKE, PageName.SETTINGS, PageName.HELP),
)
"""The pages that are there without a client."""

LEAST_PDF = 5_000  # bytes; a plan with its fonts is many times that
HERE, THERE = "Virasto", "Kirjasto"
LATER_PHONE = "040 555 0199"


class NotAsExpected(Exception):
    """Something worked and gave another answer than it must."""


class Trial:
    """The steps of the self-check, on files in one folder that is thrown away afterwards.

    Each step raises what goes wrong in it, NotAsExpected where nothing else tells of it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now: datetime = clock()
        self._today: date = self._now.astimezone().date()
        for name in ("office", "pictures", "library"):
            (folder / name).mkdir()
        self._pictures = Pictures(folder / "pictures")
        self._journey = Journey(folder / "office", self._pictures, self._today)
        self._path = folder / "office" / FILE_NAME
        self._is_closed = False
        self._key = bytearray()
        self._copy = Path()

    def law(self) -> None:
        """Answer our own law cases."""
        path = resource("data", CASES)
        cases = json.loads(path.read_text("utf-8"))
        for case, answer in zip(cases, json.loads(law_answers(path)), strict=True):
            answer.pop("sources")
            _expect(case["name"], case["expect"], answer)

    def start(self) -> None:
        """Make the office's file in the windows, lock it and unlock it."""
        self._journey.start()

    def register(self) -> None:
        """Register the client."""
        self._journey.register()

    def assess(self) -> None:
        """Hold the interview."""
        self._journey.assess()

    def plan(self) -> None:
        """Agree the plan."""
        self._journey.plan()

    def print(self) -> None:
        """Draw the plan on the print page, look at it and save it."""
        target = self._folder / "office" / "plan.pdf"
        self._journey.print(target)
        _expect_pdf(target.read_bytes())

    def pages(self) -> None:
        """Open every page and paint it."""
        window = self._journey.program.window
        if not isinstance(window, MainWindow):
            raise NotAsExpected(f"the window is a {type(window).__name__}")
        for name in PAGES:
            window.open(Destination(name))
            self._pictures.take(window, name.value)

    def leave(self) -> None:
        """Close the windows, and open the file without them."""
        self.close()
        self._key = unlock(keys_beside(self._path), PASSPHRASE).key

    def close(self) -> None:
        """Close the windows, if they are not, and forget the key."""
        wipe(self._key)
        if not self._is_closed:
            self._is_closed = True
            self._journey.stop()

    def paper(self, language: str) -> Callable[[], None]:
        """Return what makes the plan's paper in a client's language."""

        def make() -> None:
            database = self._opened(self._path)
            try:
                client, plan = _the_plan(database)
                official = "sv" if language == "fi" else "fi"
                sheet = sheet_of_plan(database, client, plan, PaperChoice(official, language))
            finally:
                database.close()
            _expect_pdf(sheet_pdf(sheet))

        return make

    def back_up(self) -> None:
        """Make a copy, which is restored and compared before it counts."""
        made = making.back_up(self._path, self._key, Reason.HAND, self._now)
        if made.manifest is None or made.manifest.proven_at is None:
            raise NotAsExpected("the copy is not proven")
        self._copy = made.path

    def restore(self) -> None:
        """Change the file, go back to the copy, and find it as it was."""
        before = self._phone()
        self._change_phone()
        restoring.restore(self._path, self._copy, self._key, self._now)
        _expect("telephone", before, self._phone())

    def merge(self) -> None:
        """Change the client on another laptop and take the change over from its transfer file."""
        path = self._folder / "library" / FILE_NAME
        verified_copy(self._path, self._key, path)
        here, there = self._opened(self._path), self._opened(path)
        try:
            self._exchange(here, there)
        finally:
            here.close()
            there.close()
        _expect("telephone", LATER_PHONE, self._phone())

    def _exchange(self, here: Database, there: Database) -> None:
        with there.transaction() as session:
            become_another(session.connection())
            name_laptop(session, THERE)
            card_there = own_card(session)
        with here.transaction() as session:
            name_laptop(session, HERE)
            card_here = own_card(session)
            trust(session, card_there, THERE, self._today)
        with there.transaction() as session:
            known = trust(session, card_here, HERE, self._today).id
            session.get_one(Client, _the_client(there)).phone = LATER_PHONE
        with there.transaction() as session:
            data = pack(session, [known], None, self._now).data
        with here.transaction() as session:
            news = take(session, read_transfer(session, data), self._now)
        _expect("clients that were changed", 1, len(news.cases))
        _expect("contradictions", 0, news.clashes)

    def _opened(self, path: Path) -> Database:
        return Database(path, self._key, must_exist=True)

    def _phone(self) -> str:
        database = self._opened(self._path)
        try:
            with database.reading() as session:
                return get_client(session, _the_client(database)).phone
        finally:
            database.close()

    def _change_phone(self) -> None:
        database = self._opened(self._path)
        try:
            client = _the_client(database)
            with database.transaction() as session:
                session.get_one(Client, client).phone = LATER_PHONE
        finally:
            database.close()


def _the_client(database: Database) -> UUID:
    with database.reading() as session:
        (row,) = list_clients(session, Filters())
        return row.id


def _the_plan(database: Database) -> tuple[UUID, UUID]:
    """Return the client and the agreed plan."""
    client_id = _the_client(database)
    with database.reading() as session:
        return client_id, get_client(session, client_id).plans[-1].id


def _expect(what: str, expected: object, found: object) -> None:
    if found != expected:
        raise NotAsExpected(f"{what}: {found!r} instead of {expected!r}")


def _expect_pdf(content: bytes) -> None:
    if not content.startswith(b"%PDF-") or len(content) < LEAST_PDF:
        raise NotAsExpected(f"no paper but {len(content)} bytes")
