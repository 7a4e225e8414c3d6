from datetime import date

import pytest

from kotoutus_desktop.rules.absence import possible_effects


@pytest.mark.rule(47, "681/2023 § 24(4)")
@pytest.mark.parametrize(
    ("on", "earlier", "found"),
    [
        ("2025-06-01", 0, []),
        ("2025-06-01", 1, [("days_without_benefit", 7, True)]),
        ("2026-02-28", 0, []),
        ("2026-03-01", 0, [("days_without_benefit", 7, False)]),  # seen on pages only
    ],
)
def test_days_without_benefit_follow_from_the_second_time_in_2025(on, earlier, found):
    effects = possible_effects(
        date.fromisoformat(on),
        earlier=earlier,
        unemployment_benefit=True,
        social_assistance=False,
    )

    assert [(each.consequence, each.amount, each.verified) for each in effects] == found
    assert all(each.section.code == "24.4" for each in effects)


def test_social_assistance_can_be_cut_by_a_fifth():
    effects = possible_effects(
        date(2026, 6, 1), earlier=0, unemployment_benefit=False, social_assistance=True
    )

    assert [(each.consequence, each.amount) for each in effects] == [("assistance_reduced", 20)]
