"""The forty fictional clients in a new file, made by what the counsellor's own acts do."""

from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.casework import households, register
from kotoutus_desktop.demo.assessing import assess_person
from kotoutus_desktop.demo.booking import book_times
from kotoutus_desktop.demo.following import follow
from kotoutus_desktop.demo.offering import offer_services
from kotoutus_desktop.demo.people import PEOPLE
from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.demo.planning import PlanWriter
from kotoutus_desktop.demo.planning_ahead import write_documents
from kotoutus_desktop.demo.registering import add_guardians, new_case
from kotoutus_desktop.demo.teaching import teach
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer


def fill(database: Database, today: date, now: datetime) -> tuple[Officer, int]:
    """Fill an empty file; return the counsellor who sits at it, and the number of clients.

    Every day is counted back from `today`, so that something is late, something due this week
    and something later on any day. The people are registered in the order of their contacts.
    """
    with database.transaction() as session:
        writer = CaseWriter(session, today, now)
        for person in sorted(PEOPLE, key=lambda person: -person.story.learned.days):
            writer.write(person)
        writer.join_households()
        teach(session, writer.clients.values(), writer.officer, today)
        offer_services(session, today)
        write_documents(session, writer.officer.id, today, now)
        book_times(session, writer.clients, writer.officer, today)
        follow(session, writer.clients.values(), today)
        return writer.officer, len(writer.clients)


class CaseWriter:
    """Writes cases from their first contact to where they stand today."""

    def __init__(self, session: Session, today: date, now: datetime) -> None:
        self.session, self.today, self.now = session, today, now
        self.office, self.officer, self.colleague = _office(), _officer(), _colleague()
        session.add_all([self.office, self.officer, self.colleague])
        session.flush()
        self.clients: dict[Person, Client] = {}

    def write(self, person: Person) -> None:
        """Register a person and carry the case on as far as its story goes."""
        officer = self.colleague if person.with_colleague else self.officer
        client = new_case(person, officer.id, self.today)
        client.created_at = self._moment(person.story.learned.days)
        register.store_client(self.session, client, self.today)
        self.clients[person] = client
        if person.story.interviewed is None:
            return
        assess_person(self.session, client, person, officer, self.today, self._moment)
        plans = PlanWriter(self.session, client, person, self.office, officer)
        for planned in person.story.plans:
            plans.write(planned, self.today, self._moment)
        if person.story.closed is not None:
            closed_on = self.today - timedelta(days=person.story.closed)
            register.close_client(self.session, client, closed_on, person.story.closing)

    def join_households(self) -> None:
        """Let those live together who do, and name who acts for the children."""
        homes: dict[str, list[Person]] = {}
        for person in self.clients:
            if person.home.household:
                homes.setdefault(person.home.household, []).append(person)
        for members in homes.values():
            first, *others = (self.clients[member] for member in members)
            for other in others:
                households.join(self.session, first, other)
            add_guardians([self.clients[member] for member in members])

    def _moment(self, days: int) -> datetime:
        """Return a time in office hours so many days ago."""
        day = self.today - timedelta(days=days)
        return min(datetime.combine(day, time(9, 20), self.now.tzinfo), self.now)


def _office() -> Office:
    return Office(
        municipality="889",
        name_fi="Utajärven kunta",
        name_sv="Utajärvi kommun",
        unit_fi="Maahanmuuttopalvelut",
        unit_sv="Invandrarservice",
        street="Esimerkkitie 1",
        postal_code="91600",
        town="Utajärvi",
        phone="08 555 0100",
        email="kotoutuminen@utajarvi.example",
        case_prefix="H1",
    )


def _officer() -> Officer:
    return Officer(
        name="Maija Esimerkki",
        title_fi="maahanmuutto-ohjaaja",
        title_sv="invandrarrådgivare",
        phone="08 555 0101",
        email="maija.esimerkki@utajarvi.example",
    )


def _colleague() -> Officer:
    return Officer(
        name="Anna Malli",
        title_fi="kotoutumiskoordinaattori",
        title_sv="integrationskoordinator",
        phone="08 555 0102",
        email="anna.malli@utajarvi.example",
    )
