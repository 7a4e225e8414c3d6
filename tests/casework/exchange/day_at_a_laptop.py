"""A day's work at one laptop, as a process of its own: `python -m … FILE FOLDER NAME ROUNDS`.

Three times it does some work, leaves a file for the other laptop in the shared folder, waits for
the other's file, and takes it.
"""

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from kotoutus_desktop.casework.exchange.laptops import known_laptops
from kotoutus_desktop.casework.exchange.receiving import read_transfer, take
from kotoutus_desktop.casework.exchange.sending import pack
from kotoutus_desktop.casework.register import store_client
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from tests.conftest import KEY, TODAY

PATIENCE = 200  # seconds until the other process is given up


def work(database: Database, chance: random.Random) -> None:
    """Register somebody, change what is there, delete now and then."""
    with database.transaction() as session:
        born = Client(family_names=f"Nimi{chance.randrange(1000)}", given_names="Uusi")
        store_client(session, born, TODAY)
    for _ in range(6):
        with database.transaction() as session:
            clients = session.scalars(select(Client).order_by(Client.id)).all()
            client = chance.choice(clients)
            match chance.randrange(5):
                case 0 if len(clients) > 2:
                    session.delete(client)
                case 1:
                    session.add(
                        Contact(client_id=client.id, learned_on=TODAY, channel=ContactChannel.SELF)
                    )
                case _:
                    client.phone = f"050 {chance.randrange(1000)}"
                    client.dialect = chance.choice(["Aleppo", "Damaskos", ""])


def exchange(database: Database, folder: Path, name: str, turn: int) -> None:
    """Leave a file for the other laptop, wait for its own, and take that."""
    now = datetime.now(UTC)
    with database.transaction() as session:
        (other,) = known_laptops(session)
        data = pack(session, [other.id], None, now).data
        theirs = folder / f"{other.name}-{turn}.kotoutus-transfer"
    unfinished = folder / f"{name}-{turn}.part"
    unfinished.write_bytes(data)
    unfinished.rename(folder / f"{name}-{turn}.kotoutus-transfer")
    end = time.monotonic() + PATIENCE
    while not theirs.exists():
        if time.monotonic() > end:
            raise TimeoutError(theirs.name)
        time.sleep(0.02)
    with database.transaction() as session:
        take(session, read_transfer(session, theirs.read_bytes()), now)


def main(file: str, folder: str, name: str, rounds: str) -> None:
    """Work and exchange."""
    database = Database(Path(file), KEY)
    chance = random.Random(name)
    for turn in range(int(rounds)):
        work(database, chance)
        exchange(database, Path(folder), name, turn)
    exchange(database, Path(folder), name, int(rounds))  # what the last taking brought
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
