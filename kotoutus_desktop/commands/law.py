"""law: a lawyer's own cases are answered, with the section that each answer comes from."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.rules.answers import Answer, answer
from kotoutus_desktop.rules.case_facts import ImpossibleFact

_IMPOSSIBLE = N_("Case “{case}”: the fact “{key}” is missing, misspelt, twice or impossible.")
_NAMELESS = N_(
    "Case {number} of the file: the fact “{key}” is missing, misspelt, twice or impossible."
)


def law_answers(cases_path: Path) -> str:
    """Return the answers to a file of law cases as a JSON list, in the order of the cases.

    Raises DamagedFile for a file that holds no list of cases, and InvalidInput, whose field is
    the key, for the first fact that is missing, misspelt or impossible.
    """
    cases = _cases(cases_path)
    answers = [_answer(case, number) for number, case in enumerate(cases, start=1)]
    return json.dumps(answers, ensure_ascii=False, indent=2) + "\n"


def _answer(case: object, number: int) -> Answer:
    if not isinstance(case, _Object):
        message = N_("Case {number} of the file is not an object in braces.")
        raise InvalidInput("", message, number=number)
    for key in _repeated_keys(case):
        raise _refusal(str(case.get("name") or ""), key, number)
    try:
        return answer(case)
    except ImpossibleFact as impossible:
        raise _refusal(impossible.case, impossible.key, number) from impossible


def _refusal(name: str, key: str, number: int) -> InvalidInput:
    message = _IMPOSSIBLE if name else _NAMELESS
    return InvalidInput(key, message, case=name, key=key, number=number)


def _cases(path: Path) -> list[object]:
    cases = _parsed(_text(path), path.name)
    if not isinstance(cases, list):
        message = N_("The file {name} holds no list of cases. Write them in square brackets.")
        raise DamagedFile(message, name=path.name)
    return cases


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = N_("The file {name} cannot be read. Check its name and folder.")
        raise DamagedFile(message, name=path.name) from error
    except UnicodeDecodeError as error:
        message = N_("The file {name} is not text in UTF-8.")
        raise DamagedFile(message, name=path.name) from error


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_Object.of)
    except json.JSONDecodeError as error:
        message = N_("The file {name} is not JSON: line {line}, column {column}.")
        raise DamagedFile(message, name=name, line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of digits
        message = N_("The file {name} is not JSON that can be read.")
        raise DamagedFile(message, name=name) from error


class _Object(dict[str, object]):
    """An object of the file, with the first key that is written twice in it, or None.

    JSON would silently keep the last; it is refused where the case's name is known.
    """

    repeated: str | None = None

    @classmethod
    def of(cls, pairs: list[tuple[str, object]]) -> "_Object":
        found = cls(pairs)
        counted = Counter(key for key, _ in pairs)
        found.repeated = next((key for key, times in counted.items() if times > 1), None)
        return found


def _repeated_keys(value: object) -> Iterator[str]:
    if isinstance(value, _Object):
        if value.repeated is not None:
            yield value.repeated
        for inner in value.values():
            yield from _repeated_keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _repeated_keys(inner)
