from datetime import date

import pytest

from kotoutus_desktop.reference.permits import (
    ResidencePermit,
    offered_permits,
    residence_permits,
    travel_documents,
)
from kotoutus_desktop.rules.facts import Protection, RightOfResidence


def permit(code: str) -> ResidencePermit:
    found = residence_permits().get(code)
    assert found
    return found


def test_protection_and_right_of_residence_are_words_of_the_rules() -> None:
    protections = {p.protection for p in residence_permits() if p.protection}
    rights = {p.right_of_residence for p in residence_permits() if p.right_of_residence}
    assert {Protection(value).value for value in protections} == {
        "international_protection",
        "quota_refugee",
        "other_protection",
        "family_of_protected",
    }
    assert {RightOfResidence(value) for value in rights} == set(RightOfResidence)


@pytest.mark.parametrize(
    ("code", "protection", "condition"),
    [
        ("asylum", "international_protection", ""),
        ("quota_refugee", "quota_refugee", ""),
        ("non_refoulement", "other_protection", ""),
        ("temporary_protection", "other_protection", "only with a municipality of residence"),
        ("individual_human_reason", "other_protection", "after an application for protection"),
        ("exploited_worker", "other_protection", "when 54.5 § applies"),
        ("family_of_protected", "family_of_protected", "when the tie existed before arrival"),
        ("trafficking_victim_temporary", None, ""),
        ("employed_person", None, ""),
        ("asylum_seeker", None, ""),
    ],
)
def test_the_group_of_the_act_follows_the_table(
    code: str, protection: str | None, condition: str
) -> None:
    assert (permit(code).protection, permit(code).condition) == (protection, condition)


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("asylum", "permit"),
        ("permanent", "permit"),
        ("eu_registration", "registered_right"),
        ("eu_family_card", "residence_card"),
        ("nordic", "nordic_registration"),
        ("asylum_seeker", "none"),
        ("eu_short_stay", "none"),
        ("expired", None),
        ("other", None),
        ("aliens_passport", None),
    ],
)
def test_what_the_stay_rests_on_follows_the_table(code: str, right: str | None) -> None:
    assert permit(code).right_of_residence == right


def test_the_letter_may_depend_on_the_case() -> None:
    assert permit("asylum").letters == ("A",)
    assert permit("entrepreneur").letters == ("A", "B")
    assert permit("p_eu").letters == ("P-EU",)
    assert permit("eu_registration").letters == ()


def test_grounds_that_the_pact_may_have_changed_are_doubtful() -> None:
    for code in ("asylum", "subsidiary_protection", "quota_refugee", "asylum_seeker"):
        assert not permit(code).verified
        assert "pact" in permit(code).note.lower()
    assert "Pact" in residence_permits().caveat


def test_what_is_an_own_reading_of_the_act_asks_for_a_lawyer() -> None:
    for code in ("eu_blue_card", "researcher", "brexit"):
        assert "ask a lawyer" in permit(code).note
    assert permit("employed_person").own_names == {"en"}
    assert permit("permanent").own_names == frozenset()


def test_a_form_offers_no_secret_ground_and_no_travel_document() -> None:
    codes = [p.code for p in offered_permits()]
    assert "witness_protection" not in codes
    assert "aliens_passport" not in codes
    assert codes[0] == "asylum"
    assert codes[-1] == "humanitarian_protection"
    assert [p.code for p in travel_documents()] == ["aliens_passport", "refugee_travel_document"]


def test_a_repealed_ground_was_in_use_between_its_days() -> None:
    repealed = permit("humanitarian_protection")
    assert repealed.in_use(date(2016, 5, 15))
    assert not repealed.in_use(date(2016, 5, 16))
    assert not repealed.in_use(date(2009, 5, 31))
    assert permit("other").in_use(date(1990, 1, 1))


def test_a_ground_is_found_by_its_section_and_its_heading() -> None:
    assert permit("individual_human_reason") in offered_permits().search("yksilöllinen", "fi")
    assert offered_permits().search("87", "fi")[0].code == "asylum"
    assert offered_permits().search("tillfälligt skydd", "sv")[0].code == "temporary_protection"
