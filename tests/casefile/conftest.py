"""Two golden case files: messy people, whose facts are all fictional."""

import json
from pathlib import Path
from typing import Any

import pytest

from kotoutus_desktop.i18n import set_interface_language

DATA = Path(__file__).parent / "data"


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_interface_language("en")


@pytest.fixture
def golden_text() -> str:
    return (DATA / "two_surnames_year_only.json").read_text(encoding="utf-8")


@pytest.fixture
def golden(golden_text: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(golden_text)
    return values


@pytest.fixture
def smallest() -> dict[str, Any]:
    """The least that is a case."""
    return {
        "format": 1,
        "office": {"municipality": "889", "name_fi": "Utajärven kunta"},
        "officer": {"name": "Maija Esimerkki"},
        "client": {"given_names": "Amal"},
    }
