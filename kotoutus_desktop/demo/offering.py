"""The services of the demo's office: the ready-made lists, some with a place and times."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.services.catalogue import store_service
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.service import Service

EVERYDAY: dict[str, dict[str, Any]] = {
    "orientation": {
        "languages": ["ar", "prs", "uk", "so", "en"],
        "place": "Utajärven kirjasto",
        "times": "ti ja to 9–12",
        "places": 20,
        "waiting_weeks": 6,
        "price": 0,
    },
    "training": {
        "organiser_name": "Esimerkkiopisto",
        "languages": ["fi"],
        "place": "Koulukatu 2, Utajärvi",
        "times": "ma–pe 9–14",
        "places": 16,
        "waiting_weeks": 8,
        "contact": "opinto-ohjaaja Olli Esimerkki",
        "phone": "08 555 0120",
        "price": 0,
    },
    "literacy": {
        "organiser_name": "Esimerkkiopisto",
        "languages": ["fi"],
        "place": "Koulukatu 2, Utajärvi",
        "places": 12,
        "waiting_weeks": 4,
        "price": 0,
    },
    "guidance": {
        "languages": ["fi", "sv", "en", "ru", "ar"],
        "place": "Kunnantalo, 1. kerros",
        "times": "ke 12–15 ilman ajanvarausta",
        "waiting_weeks": 0,
        "phone": "08 555 0100",
        "email": "kotoutuminen@utajarvi.example",
        "price": 0,
    },
    "mothers_club": {
        "organiser_name": "Utajärven Perheet ry",
        "languages": ["fi"],
        "place": "Seurakuntatalo",
        "times": "ke 10–12",
        "places": 15,
        "waiting_weeks": 0,
        "contact": "Liisa Malli",
        "phone": "08 555 0130",
        "price": 0,
    },
    "hobby_group": {
        "organiser_name": "Utajärven Urheilijat ry",
        "place": "Liikuntahalli",
        "times": "la 14–16",
        "price": 500,
    },
    "voluntary_work": {"organiser_name": "SPR Utajärven osasto", "place": "Utajärvi", "price": 0},
}
"""What is written into ready-made services, by their keys."""


def offer_services(session: Session, today: date) -> None:
    """Fill the catalogue: the three lists of the programme, other services, and the paths."""
    for each in ReadySet:
        add_set(session, each)
    for service in session.scalars(select(Service)):
        for name, value in EVERYDAY.get(service.template, {}).items():
            setattr(service, name, value)
        store_service(session, service)
    last = today - timedelta(days=20)
    store_service(
        session,
        Service(
            names={"fi": "Kesän keskusteluryhmä", "sv": "Sommarens samtalsgrupp"},
            sentences={"fi": "Puhuttiin suomea yhdessä.", "sv": "Vi talade finska tillsammans."},
            valid_from=last - timedelta(days=90),
            valid_to=last,
        ),
    )
