from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import configure_mappers

from kotoutus_desktop.models.base import Model


def case_tables():
    configure_mappers()  # which loads every table
    tables = Model.metadata.tables.values()
    return [table for table in tables if "client_id" in table.columns]


def test_a_row_names_itself_without_its_content(make_client):
    assert repr(make_client()).startswith("Client(")
    assert "Khatib" not in repr(make_client())


def test_nothing_that_is_typed_is_unique_since_two_laptops_may_both_enter_it():
    for table in Model.metadata.tables.values():
        unique = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
        assert not unique, table.name
        assert not [index for index in table.indexes if index.unique], table.name


def test_every_row_of_a_case_goes_with_its_client():
    assert len(case_tables()) >= 17
    for table in case_tables():
        (key,) = table.columns["client_id"].foreign_keys
        assert (key.target_fullname, key.ondelete) == ("client.id", "CASCADE"), table.name
