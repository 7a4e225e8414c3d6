from sqlalchemy.orm import configure_mappers

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.models.history.log_tables import case_column, is_logged, logged_tables

NOT_HISTORY = {
    *("replica", "operation", "replaced", "erased", "clash", "log_entry"),  # the log itself
    *("name_key", "reckoning", "due_step"),  # made from the cases
    "draft",  # half typed
    *("own_laptop", "known_laptop", "shared_case"),  # decided at each laptop
    *("suitcase", "taken_file"),  # what this laptop packed and took over
    "attachment_content",  # the bytes of a scan: too large for the log
}


def test_changes_of_every_table_are_history_but_those_made_from_others():
    configure_mappers()

    assert {name for name, table in Model.metadata.tables.items() if not is_logged(table)} == (
        NOT_HISTORY
    )


def test_parents_come_before_their_children():
    names = [table.name for table in logged_tables()]

    assert names.index("client") < names.index("plan") < names.index("goal")
    assert names.index("course") < names.index("course_meeting") < names.index("attendance")


def test_a_row_belongs_to_the_case_of_its_client_or_to_the_office():
    configure_mappers()
    tables = Model.metadata.tables

    assert case_column(tables["client"]) == "id"
    assert case_column(tables["measure"]) == "client_id"
    assert case_column(tables["course_meeting"]) is None
