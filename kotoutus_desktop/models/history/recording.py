"""Triggers that write every change of every row as an operation, whoever makes it.

They are made from the models when a file is opened, and made anew when the models have
changed; so no revision has to think of them.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Column, Connection, Table, select, update

from kotoutus_desktop.models.columns import Id, uuid7
from kotoutus_desktop.models.history.log_tables import (
    GONE,
    REPLICA,
    case_column,
    logged_tables,
)
from kotoutus_desktop.models.history.rebuilding import rebuild

_MILLISECONDS = "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
_RECORDING = "(SELECT importing FROM replica) = 0"
_OURS_IN_PLACE = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'record_*'"

# a value of a field is replaced by the operation n when n, or an operation that came after,
# says something about the same field
_REPLACE = """
INSERT OR IGNORE INTO replaced(replica, seq, by_replica, by_seq)
SELECT o.replica, o.seq, n.replica, n.seq
FROM replica m
JOIN operation n ON n.replica = m.id AND n.seq = m.seq
JOIN operation o ON o."row" = n."row" AND (o.replica, o.seq) <> (n.replica, n.seq)
JOIN json_each({covering}.fields) c
WHERE json_type(o.fields, '$."' || c.key || '"') IS NOT NULL
AND NOT EXISTS (
    SELECT 1 FROM replaced v
    JOIN operation b ON b.replica = v.by_replica AND b.seq = v.by_seq
    WHERE v.replica = o.replica AND v.seq = o.seq
    AND json_type(b.fields, '$."' || c.key || '"') IS NOT NULL
);"""

_LOG = f"""
CREATE TRIGGER record_log AFTER INSERT ON operation WHEN {_RECORDING} BEGIN
INSERT INTO log_entry(at, actor, act, subject, "row", case_id, detail, replica, op_seq)
SELECT NEW.at, NEW.actor, 'change', NEW.subject, NEW."row", NEW.case_id, '', NEW.replica, NEW.seq;
END"""
_SEALED = """
CREATE TRIGGER record_log_stays BEFORE UPDATE ON log_entry WHEN OLD.digest IS NOT NULL BEGIN
SELECT RAISE(ABORT, 'the log cannot be changed'); END"""
_KEPT = """
CREATE TRIGGER record_log_is_kept BEFORE DELETE ON log_entry BEGIN
SELECT RAISE(ABORT, 'the log cannot be shortened'); END"""


def records(connection: Connection) -> bool:
    """Tell whether the triggers of the models as they are now are in place."""
    return connection.execute(select(REPLICA.c.triggers)).scalar() == _digest()


def start_recording(connection: Connection) -> None:
    """Put the triggers in place; what a file held before becomes the beginning of its history."""
    if connection.execute(select(REPLICA.c.id)).first() is None:
        values = {"id": uuid7(), "seq": 0, "importing": False, "actor": None, "triggers": ""}
        connection.execute(REPLICA.insert().values(values))
    for (name,) in connection.exec_driver_sql(_OURS_IN_PLACE).all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in _triggers():
        connection.exec_driver_sql(statement)
    for table in logged_tables():
        _begin_history(connection, table)
    _take_up_what_was_unknown(connection)
    connection.execute(update(REPLICA).values(triggers=_digest()))


def act_as(connection: Connection, officer: UUID | None) -> None:
    """Say who makes the changes from now on; None where nobody is known."""
    connection.execute(update(REPLICA).values(actor=officer))


def become_another(connection: Connection) -> None:
    """Give the file an identity of its own: it was copied, or restored from a copy.

    Two files with one identity would number different operations alike.
    """
    connection.execute(update(REPLICA).values(id=uuid7(), seq=0))


@cache
def _digest() -> str:
    return sha256("\n".join(_triggers()).encode()).hexdigest()


def _triggers() -> Iterator[str]:
    for table in logged_tables():
        yield _on_insert(table)
        yield _on_update(table)
        yield _on_delete(table)
    yield _LOG
    yield _SEALED
    yield _KEPT


def _on_insert(table: Table) -> str:
    """All values that are not empty; all values when the row was there before."""
    seen = 'EXISTS (SELECT 1 FROM operation WHERE "row" = NEW.id)'
    parts = [
        f"CASE WHEN {_is_told(column, 'NEW')} OR {seen} THEN {_pair(column, 'NEW')} ELSE '' END"
        for column in _fields(table)
    ]
    back = f"CASE WHEN {seen} THEN ',\"{GONE}\":0' ELSE '' END"
    return _trigger(table, "insert", "NEW", [*parts, back])


def _on_update(table: Table) -> str:
    columns = _fields(table)
    changed = [f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in columns]
    parts = [
        f"CASE WHEN {differs} THEN {_pair(column, 'NEW')} ELSE '' END"
        for column, differs in zip(columns, changed, strict=True)
    ]
    # what a clash was about is decided when someone writes the field anew
    decided = (
        'DELETE FROM clash WHERE "row" = NEW.id AND field IN (SELECT c.key FROM replica m'
        " JOIN operation n ON n.replica = m.id AND n.seq = m.seq JOIN json_each(n.fields) c);"
    )
    return _trigger(table, "update", "NEW", parts, f" AND ({' OR '.join(changed)})", decided)


def _on_delete(table: Table) -> str:
    decided = 'DELETE FROM clash WHERE "row" = OLD.id;'
    return _trigger(table, "delete", "OLD", [f"',\"{GONE}\":1'"], "", decided)


def _trigger(
    table: Table, act: str, row: str, parts: list[str], condition: str = "", after: str = ""
) -> str:
    fields = f"'{{' || substr({' || '.join(parts)}, 2) || '}}'"
    case = case_column(table)
    replace = _REPLACE.format(covering="o" if act == "delete" else "n")
    return (
        f'CREATE TRIGGER record_{table.name}_{act} AFTER {act.upper()} ON "{table.name}"'
        f" WHEN {_RECORDING}{condition} BEGIN\n"
        "UPDATE replica SET seq = seq + 1;\n"
        'INSERT INTO operation(replica, seq, at, actor, subject, "row", case_id, fields)\n'
        f"SELECT id, seq, {_MILLISECONDS}, actor, '{table.name}', {row}.id,"
        f" {f'{row}.{case}' if case else 'NULL'}, {fields} FROM replica;"
        f"{replace}\n{after}\nEND"
    )


def _begin_history(connection: Connection, table: Table) -> None:
    """Write the rows that no operation speaks of, as if they were added now."""
    parts = " || ".join(
        f"CASE WHEN {_is_told(column, 't')} THEN {_pair(column, 't')} ELSE '' END"
        for column in _fields(table)
    )
    case = case_column(table)
    connection.exec_driver_sql(
        'INSERT INTO operation(replica, seq, at, actor, subject, "row", case_id, fields)'
        f" SELECT m.id, m.seq + row_number() OVER (ORDER BY t.id), {_MILLISECONDS}, NULL,"
        f" '{table.name}', t.id, {f't.{case}' if case else 'NULL'},"
        f" '{{' || substr({parts}, 2) || '}}'"
        f' FROM replica m, "{table.name}" t'
        ' WHERE NOT EXISTS (SELECT 1 FROM operation o WHERE o."row" = t.id)'
    )
    connection.exec_driver_sql(
        "UPDATE replica SET seq = max(seq,"
        " (SELECT coalesce(max(seq), 0) FROM operation WHERE replica = replica.id))"
    )


def _take_up_what_was_unknown(connection: Connection) -> None:
    """Show what newer versions on other laptops wrote while this one did not know their fields."""
    query = 'SELECT DISTINCT "row" FROM operation WHERE replica <> (SELECT id FROM replica)'
    told = set(connection.exec_driver_sql(query).scalars())
    if told:
        connection.exec_driver_sql("UPDATE replica SET importing = 1")
        rebuild(connection, told)
        connection.exec_driver_sql("UPDATE replica SET importing = 0")


def _fields(table: Table) -> list[Column[object]]:
    return [column for column in table.columns if column.name != "id"]


def _is_told(column: Column[object], row: str) -> str:
    """Return the SQL that tells whether a value is other than what `row_state.empty` returns."""
    empty = "null" if column.nullable else '""'
    return f"{_quoted(column, row)} <> '{empty}'"


def _pair(column: Column[object], row: str) -> str:
    return f"',\"{column.name}\":' || {_quoted(column, row)}"


def _quoted(column: Column[object], row: str) -> str:
    """Return the SQL that gives a stored value as JSON; keys as hexadecimal digits."""
    value = f'{row}."{column.name}"'
    if isinstance(column.type, Id):
        # hex(NULL) is an empty text, not NULL
        return f"CASE WHEN {value} IS NULL THEN 'null' ELSE '\"' || lower(hex({value})) || '\"' END"
    return f"json_quote({value})"
