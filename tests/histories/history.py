"""One random history, and what has to be true at its end."""

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kotoutus_desktop.models.history.log_tables import GONE
from kotoutus_desktop.models.history.row_state import Operation
from tests.histories.acts import ACTS, act
from tests.histories.laptops import Laptop, Office

MOST_ACTS = 60
LEFT_OUT = ("journal_entry", "goal", "course_meeting", "contact", "training", "service")
"""Tables of which a laptop of an earlier version does not know some."""


@dataclass(frozen=True)
class Outcome:
    """What a history was made of."""

    laptops: int
    acts: dict[str, int]
    operations: int
    clashes: int
    erased: int


class Broken(AssertionError):
    """A history that does not end as it has to."""


def live_through(office: Office, chance: random.Random) -> Outcome:
    """Let a history happen and check its end; raises Broken."""
    with office.history(chance.randint(3, 5)) as laptops:
        _begin(chance, laptops)
        acts = dict.fromkeys(ACTS, 0)
        for _each in range(chance.randint(10, MOST_ACTS)):
            acts[act(chance, laptops)] += 1
        told = {each for laptop in laptops for each in laptop.operations()}
        for laptop in laptops:
            if laptop.unknown:
                laptop.update_the_program()
        _exchange(laptops)
        erased = {row for (row,) in laptops[0].rows('SELECT "row" FROM erased')}
        _require(_exchange(laptops, 1) == 0, "a file taken again brought something")
        first = _equal(laptops)
        _require(not laptops[0].rows("PRAGMA foreign_key_check"), "a reference leads nowhere")
        kept = {each for each in told if each.row not in erased and each.case_id not in erased}
        _require(kept == first.operations(), "an operation was lost, or one that was erased stayed")
        _account_for(first)
        count = first.rows("SELECT count(*) FROM clash")[0][0]
        return Outcome(len(laptops), acts, len(kept), count, len(erased))


def _begin(chance: random.Random, laptops: list[Laptop]) -> None:
    """Let the first laptop have two clients that all know."""
    first = laptops[0]
    for number in range(2):
        values = (chance.randbytes(16), f"U7-000{number}")
        _insert_client(first, *values)
    for other in laptops[1:]:
        other.take(first.bundle())
        if chance.random() < 0.2:
            other.unknown = frozenset(chance.sample(LEFT_OUT, 2))


def _insert_client(laptop: Laptop, key: bytes, number: str) -> None:
    table = next(each for each in laptop.tables if each.name == "client")
    values: dict[str, Any] = {"id": key, "number": number}
    for column in table.columns:
        if column.name not in values and not column.nullable:
            values[column.name] = _empty(str(column.type))
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    laptop.execute(f"INSERT INTO client({names}) VALUES({marks})", *values.values())


def _empty(kind: str) -> Any:
    if kind in ("BOOLEAN", "INTEGER"):
        return 0
    return "[]" if kind == "JSON" else ""


def _exchange(laptops: list[Laptop], rounds: int = 2) -> int:
    """Bring everything to everybody; returns how much was new."""
    new = 0
    for _each in range(rounds):
        for source in laptops:
            for target in laptops:
                if source is not target:
                    new += target.take(source.bundle())
    return new


def _equal(laptops: list[Laptop]) -> Laptop:
    first, *others = laptops
    kept = _all_of(first)
    for other in others:
        for name, found in _all_of(other).items():
            if found != kept[name]:
                raise Broken(f"two laptops differ in {name}: {_first(found, kept[name])}")
    return first


def _all_of(laptop: Laptop) -> dict[str, Any]:
    tables = {
        "operation": 'SELECT replica, seq, at, actor, subject, "row", case_id, fields',
        "replaced": "SELECT replica, seq, by_replica, by_seq",
        "erased": 'SELECT "row"',
        "clash": 'SELECT "row", field, other, subject, shown',
    }
    found: dict[str, Any] = {
        name: set(laptop.rows(f"{query} FROM {name}")) for name, query in tables.items()
    }
    return found | laptop.content()


def _first(found: Any, kept: Any) -> str:
    if isinstance(found, set):
        return f"{sorted(found ^ kept, key=repr)[:2]}"
    key = next(key for key in {*found, *kept} if found.get(key) != kept.get(key))
    here, there = found.get(key), kept.get(key)
    if here is None or there is None:
        return f"{here} {there}"
    return f"{ {name: (here[name], there[name]) for name in here if here[name] != there[name]} }"


def _account_for(laptop: Laptop) -> None:
    """Each value is shown, or a question tells of it, or somebody who saw it replaced it."""
    operations = {each.key: each for each in laptop.operations()}
    fields = {key: json.loads(each.fields) for key, each in operations.items()}
    later: dict[tuple[bytes, int], list[tuple[bytes, int]]] = {}
    for replica, seq, *by in laptop.rows("SELECT replica, seq, by_replica, by_seq FROM replaced"):
        later.setdefault((replica, seq), []).append((by[0], by[1]))
    asked = {
        (row, name, value)
        for row, name, *both in laptop.rows('SELECT "row", field, shown, other FROM clash')
        for value in both
    }
    content = laptop.content()
    for key, operation in operations.items():
        seen = [fields[by] for by in later.get(key, ()) if by in fields]
        for name, value in fields[key].items():
            if name == GONE or operation.subject not in content:
                continue
            if not _is_accounted(operation, name, value, seen, content, asked):
                raise Broken(f"lost: {operation.subject}.{name} = {value!r}")


def _is_accounted(
    operation: Operation,
    name: str,
    value: Any,
    seen: Iterable[Mapping[str, Any]],
    content: Mapping[str, Mapping[bytes, Mapping[str, Any]]],
    asked: set[tuple[bytes, str, str]],
) -> bool:
    if any(name in each or GONE in each for each in seen):
        return True
    row = content[operation.subject].get(operation.row)
    if row is None:
        return False
    if name not in row or row[name] == value:
        return True  # a field of a newer version stays in the log
    return (operation.row, name, json.dumps(value, ensure_ascii=False)) in asked


def _require(holds: bool, text: str) -> None:
    if not holds:
        raise Broken(text)
