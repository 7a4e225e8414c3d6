from kotoutus_desktop.casework.office_export.schema import Kind, schema_json, schema_of
from kotoutus_desktop.casework.office_export.tables import exported_tables


class Plain:
    """Says names as they are."""

    def table(self, name):
        return f"row of {name}"

    def column(self, table, name):
        return f"{name} of {table}"

    def code(self, value):
        return f"<{value}>"

    def kind(self, kind):
        return f"as {kind}"


def schema():
    tables = [table for table in exported_tables() if table.name in ("goal", "fee_decision")]
    return schema_json(schema_of(tables, Plain()), Plain())


def test_a_key_says_of_which_table_it_is_and_a_code_what_it_means():
    goal = schema()["goal"]

    assert goal["words"] == "row of goal"
    assert goal["columns"]["plan_id"]["key_of"] == "plan"
    assert goal["columns"]["term"]["codes"]["long"] == "<long>"
    assert goal["columns"]["goal"]["kind"] == Kind.PHRASE


def test_money_is_in_cents_and_a_day_is_a_day():
    columns = schema()["fee_decision"]["columns"]

    assert columns["amount"]["kind"] == Kind.CENTS
    assert columns["decided_on"]["written"] == "as day"
