"""What no schema can say: days in their order, codes that exist, identifiers used once."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from kotoutus_desktop.casefile import faults
from kotoutus_desktop.casefile.faults import Fault
from kotoutus_desktop.casefile.schema import written_path
from kotoutus_desktop.reference.countries import citizenships
from kotoutus_desktop.reference.languages import languages
from kotoutus_desktop.reference.literacy import literacy_classes
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.reference.permits import residence_permits

Path = tuple[str | int, ...]

_LANGUAGE_FIELDS = frozenset(
    {
        "language",
        "mother_tongue",
        "other_languages",
        "service_language",
        "reads",
        "rights_language",
        "copy_language",
    }
)
_LISTS: dict[str, tuple[str, Callable[[], Any]]] = {
    **dict.fromkeys(_LANGUAGE_FIELDS, ("languages", languages)),
    "citizenships": ("citizenships", citizenships),
    "literacy": ("literacy_classes", literacy_classes),
    "residence_ground": ("residence_permits", residence_permits),
    "municipality": ("municipalities", municipalities),
    "home_municipality": ("municipalities", municipalities),
}


def sense_faults(values: Any) -> list[Fault]:
    """Return what makes no sense in values that the schema has accepted."""
    objects = list(_objects(values, ()))
    found = [
        fault
        for path, value in objects
        for fault in (*_order_faults(path, value), *_code_faults(path, value))
    ]
    return found + _identifier_faults([value for _, value in objects])


def _objects(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every object of the file; slots, texts and their review have names of their own."""
    if isinstance(value, dict):
        yield path, value
        for name, inner in value.items():
            if name not in ("slots", "texts", "review"):
                yield from _objects(inner, (*path, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _objects(inner, (*path, place))


def _order_faults(path: Path, value: dict[str, Any]) -> Iterator[Fault]:
    first, last = value.get("starts_on"), value.get("ends_on")
    if first and last and date.fromisoformat(last) < date.fromisoformat(first):
        where = written_path((*path, "ends_on"))
        yield Fault(faults.ENDS_EARLY, where, {"first": first, "last": last})


def _code_faults(path: Path, value: dict[str, Any]) -> Iterator[Fault]:
    for name, (title, code_list) in _LISTS.items():
        held = value.get(name) or []
        for code in held if isinstance(held, list) else [held]:
            if code_list().get(code) is None:
                where = written_path((*path, name))
                yield Fault(faults.UNKNOWN_CODE, where, {"found": code, "list": title})


def _identifier_faults(objects: list[dict[str, Any]]) -> list[Fault]:
    counted = Counter(str(value["id"]).lower() for value in objects if "id" in value)
    return [
        Fault(faults.TWICE, "id", {"found": identifier})
        for identifier, times in counted.items()
        if times > 1
    ]
