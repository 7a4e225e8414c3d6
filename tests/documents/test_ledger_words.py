from kotoutus_desktop.documents.ledger_words import (
    COLUMN_DEFINITIONS,
    DEFINITIONS,
    HEADINGS,
    RULES,
    basis_text,
    month_text,
    rule_text,
)
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.obligations import OWN_TARGETS, Rule


def test_every_rule_and_every_number_is_defined():
    assert set(RULES) == set(DEFINITIONS) == set(Rule)
    assert len(HEADINGS) == len(COLUMN_DEFINITIONS) == 5


def test_the_offices_own_days_are_never_called_the_acts():
    assert {basis_text(rule) for rule in OWN_TARGETS} == {"own target of the office"}
    assert basis_text(Rule.REVIEW) == "time limit of the Act"
    for rule in OWN_TARGETS:
        assert "own target" in DEFINITIONS[rule]
        assert "without delay" in DEFINITIONS[rule]


def test_words_are_those_of_the_interface():
    set_interface_language("fi")
    try:
        assert rule_text(Rule.ASSESSMENT) == "Arviointi aloitettu"
        assert month_text(None) == "Koko aika"
    finally:
        set_interface_language("en")
    assert month_text((2026, 3)) == "3/2026"
