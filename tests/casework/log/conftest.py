"""A moment, and laptops that exchange cases."""

from datetime import UTC, datetime

import pytest

from tests.models.history.conftest import laptop

__all__ = ["laptop"]


@pytest.fixture
def clock_now() -> datetime:
    return datetime(2026, 11, 24, 7, 31, tzinfo=UTC)
