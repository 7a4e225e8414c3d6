"""Finland's time is known where the system knows no zones, as Windows does not."""

import zoneinfo
from datetime import UTC, datetime

import pytest

from kotoutus_desktop.documents.calendar_file import ZONE_NAME


@pytest.fixture
def no_zones_of_the_system():
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[])
    yield
    zoneinfo.reset_tzpath(to=before)


def test_the_zone_comes_along_with_the_program(no_zones_of_the_system: None) -> None:
    helsinki = zoneinfo.ZoneInfo.no_cache(ZONE_NAME)

    assert datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(helsinki).hour == 15
