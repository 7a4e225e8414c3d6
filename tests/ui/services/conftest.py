"""A catalogue with the ready-made services and paths, for the tests of its windows."""

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.service import Service, ServicePath


@pytest.fixture
def catalogue(database, office):
    """Return the ready-made services by their keys."""
    with database.transaction() as session:
        for each in ReadySet:
            add_set(session, each)
    with database.reading() as session:
        return {service.template: service for service in session.scalars(select(Service))}


@pytest.fixture
def paths(database, catalogue):
    """Return the ready-made paths by their keys."""
    with database.reading() as session:
        return {path.template: path for path in session.scalars(select(ServicePath))}
