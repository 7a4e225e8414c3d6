from datetime import UTC, datetime

import pytest

from kotoutus_desktop.rules.disclosure import (
    Handling,
    LogEntry,
    ProducerItem,
    missing_in_log_entry,
    not_for_producers,
    producer_section,
)


@pytest.mark.rule(67, "681/2023 § 94(1)")
def test_a_producer_gets_the_eighteen_items_of_the_list_and_no_more():
    assert len(ProducerItem) == 18
    assert producer_section(ProducerItem.NAMES).code == "94.1.1"
    assert producer_section(ProducerItem.OTHER_NECESSARY).code == "94.1.18"
    assert not_for_producers([*ProducerItem, "permit", "health"]) == ["permit", "health"]


@pytest.mark.rule(69, "906/2019 § 17")
def test_a_log_entry_says_who_did_what_to_whose_data_when_and_why():
    now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    whole = LogEntry(Handling.PRINT, "officer", now, "H1-0001", "plan")

    assert missing_in_log_entry(whole) == []
    assert missing_in_log_entry(LogEntry()) == ["handling", "by", "at", "client", "purpose"]
