"""Everything that can stand in a log has words: a new column or act asks for its own here."""

from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

import pytest

from kotoutus_desktop.casework.log.lines import FieldChange, LogLine, Way
from kotoutus_desktop.casework.log.spot_check import Ground
from kotoutus_desktop.models.history.log_tables import case_column, logged_tables
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.plan import PlanState
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.hand_over import Item
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.retention import HoldKind
from kotoutus_desktop.rules.stored_fields import StoredField
from kotoutus_desktop.ui.labels import LABELS
from kotoutus_desktop.ui.log.field_words import FIELDS, INNER
from kotoutus_desktop.ui.log.line_words import ACTS, GROUNDS, WAYS, WHAT, LineWords
from kotoutus_desktop.ui.log.subject_words import SUBJECTS
from kotoutus_desktop.ui.log.value_words import LONGEST, ValueWords
from kotoutus_desktop.ui.page import PageName
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind

ME = UUID(int=7)
AT = datetime(2026, 11, 24, 7, 31, tzinfo=UTC)
SAID_ELSEWHERE = {"MediaType", "Ground", "PlaceGround", "Receiver", "ReferralState"}
"""Enums that their own pages put into sentences; the log shows their values."""
ABOUT_A_CLIENT = (
    *(PageName.CLIENT, PageName.INTAKE, PageName.ASSESSMENT, PageName.PLAN, PageName.REVIEW),
    *(PageName.PRINT, PageName.RESPONSIBILITY, PageName.HAND_OVER, PageName.NATIONAL),
    *(PageName.PAIRS, PageName.JOIN),
)


def words(language="en"):
    return LineWords(ValueWords(language, {ME: "Maija Esimerkki"}, library()))


def line(act=Act.CHANGE, subject="client", **fields):
    return LogLine(12, AT, ME, act, subject, **fields)


def of_cases():
    return [table for table in logged_tables() if case_column(table)]


def test_every_table_and_column_of_a_case_has_words():
    assert [table.name for table in of_cases() if table.name not in SUBJECTS] == []
    columns = {column.name for table in of_cases() for column in table.columns} - {"id"}
    assert sorted(columns - FIELDS.keys() - INNER) == []
    assert sorted(INNER & FIELDS.keys()) == []


def test_every_act_way_and_ground_has_words():
    assert set(ACTS) == set(Act)
    assert set(WAYS) == set(Way)
    assert set(GROUNDS) == set(Ground)


@pytest.mark.parametrize("page", ABOUT_A_CLIENT)
def test_every_page_about_a_client_has_words(page):
    assert str(page) in WHAT


@pytest.mark.parametrize("kind", PaperKind)
def test_every_paper_is_called_by_its_name(kind):
    said = words("fi").what(line(Act.PRINT, f"{kind}:3"))
    assert said.startswith("Tulosti: ")
    assert kind.value not in said.removeprefix("Tulosti: ").split()


def test_every_member_of_an_enum_is_called_as_in_the_forms():
    kinds = {
        column.type.enum_class
        for table in of_cases()
        for column in table.columns
        if isinstance(getattr(column.type, "enum_class", None), type)
    }
    assert len(kinds) > 20
    here = (Item, HoldKind, Register, StoredField)
    lacking = {kind.__name__ for kind in kinds if kind not in LABELS and kind not in here}
    assert lacking <= SAID_ELSEWHERE
    assert words().values.value("state", PlanState.AGREED) == "agreed"


def test_values_are_told_as_they_are_read():
    value = words("fi").values.value
    assert value("born", date(1988, 3, 14)) == "14.3.1988"
    assert value("mother_tongue", "ar") == "arabia"
    assert value("home_municipality", "889") == "Utajärvi"
    assert value("citizenships", ["760"]) == "Syyria"
    assert value("interpreter_needed", True) == "kyllä"
    assert value("officer_id", ME) == "Maija Esimerkki"
    assert value("officer_id", uuid4()) == "–"
    assert value("phone", None) == "–"
    assert value("amount", 3450) == "34,50 €"
    assert value("starts", 9 * 60 + 5) == "9:05"
    assert value("goal", Wording.free("Oma tavoite", "fi")) == "Oma tavoite"
    assert len(value("text", "a" * 5000)) == LONGEST + 2


def test_a_phrase_is_told_in_the_language_of_the_log():
    code = next(each.code for each in library().phrases if not each.slots and each.pattern("fi"))
    assert words("fi").values.value("goal", Wording.of(code)) == library().get(code).pattern("fi")


def test_a_change_says_what_was_and_what_is():
    changes = (
        FieldChange("phone", "040 1", "050 2"),
        FieldChange("dialect", None, "levanttilainen"),
        FieldChange("street", hidden=True),
        FieldChange("sort_name", "a", "b"),
    )
    change = line(way=Way.CHANGED, changes=changes)

    assert words().what(change) == "Client's data: changed"
    assert words().particulars(change) == [
        "Phone: 040 1 → 050 2",
        "Dialect, for the interpreter: levanttilainen",
        "Street address: changed, not shown here",
    ]


def test_acts_say_what_was_done_to_what_and_why():
    say = words()
    assert say.what(line(Act.VIEW, "intake")) == "Opened: the client's data"
    assert say.what(line(Act.RESTRICTED_OPEN, detail="Rang up")) == (
        "Opened the restricted case: Rang up"
    )
    assert say.what(line(Act.LET_IN, "officer", row=ME, detail="Stands in")) == (
        "Let in Maija Esimerkki: Stands in"
    )
    assert say.what(line(Act.UNLOCK, "recovery")) == "Unlocked the file by the recovery sheet"
    assert say.who(line()) == "Maija Esimerkki"
    assert say.who(LogLine(None, AT, None, Act.VIEW, "client")) == "the program"


def test_what_a_newer_version_wrote_is_shown_as_it_is():
    class Newer(StrEnum):
        WAY = "new_way"

    assert words().values.value("way", "new_way") == "new_way"
    assert words().values.value("way", Newer.WAY) == "new_way"
    assert words().particulars(line(way=Way.CHANGED, changes=(FieldChange("brand_new", 1, 2),)))
