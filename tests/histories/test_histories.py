"""The short form of the random histories; the long one is python -m tests.histories."""

import random

import pytest

from tests.histories import laptops
from tests.histories.__main__ import LONG, live_often
from tests.histories.history import Broken, live_through
from tests.histories.laptops import Office
from tests.histories.transfer_files import refuse_often


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = Office(tmp_path_factory.mktemp("office"), 5)
    yield made
    made.close()


@pytest.mark.parametrize("number", range(12))
def test_all_laptops_come_to_the_same_and_nothing_is_lost(office, number):
    outcome = live_through(office, random.Random(f"short {number}"))

    assert outcome.laptops >= 3


def test_a_merge_that_loses_is_found_out(office, monkeypatch):
    """One that asks nobody: what is not shown is gone."""
    monkeypatch.setattr(laptops, "merge", _without_clashes(laptops.merge))

    def live_often_enough():
        for number in range(40):
            live_through(office, random.Random(f"losing {number}"))

    with pytest.raises(Broken, match="lost"):
        live_often_enough()


def _without_clashes(merge):
    def lose(connection, bundle):
        new = merge(connection, bundle)
        connection.exec_driver_sql("DELETE FROM clash")
        return new

    return lose


@pytest.mark.whole
@pytest.mark.timeout(0)
def test_the_long_form(tmp_path):
    assert live_often(LONG["histories"], tmp_path, 1)["failures"] == []


def test_files_that_must_not_be_taken_are_refused_with_the_reason(tmp_path):
    tally = refuse_often(66, tmp_path, 1)

    assert tally["failures"] == []
    assert len(tally["kinds"]) == 11


@pytest.mark.whole
def test_the_long_form_of_the_files(tmp_path):
    assert refuse_often(LONG["files"], tmp_path, 1)["failures"] == []
