"""Who may import whom, how large a file may grow: the tables are the architecture."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kotoutus_desktop"
OURS = PACKAGE.name

BASE = {"errors", "i18n", "progress", "assets", "log", "policies"}
MAY_IMPORT = {
    "rules": set(),
    "typesetting": set(),
    "reference": BASE,
    "phrases": BASE | {"reference"},
    "models": BASE | {"rules", "reference", "phrases"},
    "casefile": BASE | {"rules", "reference", "phrases", "models"},
    "casework": BASE | {"rules", "reference", "phrases", "models", "casefile"},
    "documents": BASE | {"rules", "reference", "phrases", "models", "typesetting"},
    "demo": BASE | {"rules", "reference", "phrases", "models", "casefile", "casework"},
}
EVERYTHING = {"ui", "commands", "app", "__main__"}
STANDARD_LIBRARY_ONLY = {"rules"}
ONLY_IN = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"models", "casefile", "casework", "demo"},
    "sqlcipher3": {"models"},
    "alembic": {"models"},
    "cryptography": {"models"},
    "pyrage": {"models"},
    "argon2": {"models"},
    "reportlab": {"typesetting", "documents"},
    "uharfbuzz": {"typesetting", "documents"},
    "budoux": {"typesetting"},
    "pyphen": {"typesetting"},
    "pikepdf": {"typesetting"},
    "openpyxl": {"phrases", "documents", "casework"},
}
MIRRORED = (*MAY_IMPORT,)
LONGEST_FILE, LONGEST_CLASS = 300, 200


def sources(package: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Yield every source file of a package with its syntax tree."""
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package), tree_of(path)


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file, read once: files planted by a test have own paths."""
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def forget_trees() -> Iterator[None]:
    yield
    tree_of.cache_clear()  # or a million syntax nodes stay for the tests of other modules


def layer_of(path: Path) -> str:
    """Return the folder of a file inside the package, or the module's own name at the top."""
    return path.parts[0].removesuffix(".py")


def imports(tree: ast.Module) -> set[str]:
    """Return the full names of what a file imports, also inside functions."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            names |= {
                f"{module}.{alias.name}" if module == OURS else module for alias in node.names
            }
    return names


def is_allowed(name: str, layer: str) -> bool:
    """Tell whether a file of a layer may import a module of this full name."""
    top, _, rest = name.partition(".")
    if top == OURS:
        of_ours = MAY_IMPORT.get(layer, BASE) | {layer}
        return layer in EVERYTHING or rest.split(".")[0] in {*of_ours, "__version__"}
    if layer in STANDARD_LIBRARY_ONLY:
        return top in sys.stdlib_module_names
    return bool(top) and (top not in ONLY_IN or layer in ONLY_IN[top])


def forbidden_imports(package: Path) -> list[str]:
    """List the imports that the tables do not allow; a relative import never is."""
    return [
        f"{path} imports {name}"
        for path, tree in sources(package)
        for name in sorted(imports(tree))
        if not is_allowed(name, layer_of(path))
    ]


def commits(package: Path) -> list[str]:
    """List the files that end a transaction instead of leaving it to the one door."""
    return [
        str(path)
        for path, tree in sources(package)
        if path != Path("models/database.py")
        and any(isinstance(n, ast.Attribute) and n.attr == "commit" for n in ast.walk(tree))
    ]


def prints(package: Path) -> list[str]:
    """List the calls of print outside the commands, whose output is their purpose."""
    return [
        f"{path}:{node.lineno}"
        for path, tree in sources(package)
        if layer_of(path) != "commands"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]


def broad_excepts(package: Path) -> list[str]:
    """List the handlers that swallow every exception, outside the one that shows them all.

    One that cleans up and raises the same exception again swallows nothing.
    """
    return [
        f"{path}:{node.lineno}"
        for path, tree in sources(package)
        if path != Path("ui/jobs.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]


def unannotated(package: Path) -> list[str]:
    """List the functions that leave a parameter or their result without a type."""
    found = []
    for path, tree in sources(package):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                given = node.args
                parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
                parameters += [each for each in (given.vararg, given.kwarg) if each]
                bare = [p for p in parameters if not p.annotation and p.arg not in {"self", "cls"}]
                if bare or node.returns is None:
                    found.append(f"{path}:{node.lineno} {node.name}")
    return found


def long_files(folders: list[Path]) -> list[str]:
    """List the files, tests too, that nobody reads in one sitting."""
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    return [f"{path.name}: {length}" for path, length in lengths.items() if length > LONGEST_FILE]


def long_classes(package: Path) -> list[str]:
    """List the classes that do more than one thing."""
    return [
        f"{path} {node.name}"
        for path, tree in sources(package)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_CLASS
    ]


def without_test(package: Path, tests: Path) -> list[str]:
    """List the modules outside the interface that have no test module of their name.

    Revisions of the database are tested together, by the files of old releases.
    """
    return [
        str(path)
        for path, tree in sources(package)
        if layer_of(path) in MIRRORED
        and path.name not in {"__init__.py", "env.py"}
        and not {"revisions", "versions"} & set(path.parts)
        and any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body)
        and not (tests / path.parent / f"test_{path.name}").exists()
    ]


def assert_none(found: list[str]) -> None:
    """Fail with the whole list, which is the list of what is to be mended."""
    assert not found, "\n" + "\n".join(found)


def test_a_layer_imports_only_what_it_may() -> None:
    assert_none(forbidden_imports(PACKAGE))


def test_only_the_database_commits() -> None:
    assert_none(commits(PACKAGE))


def test_nothing_is_printed_to_a_terminal_that_nobody_sees() -> None:
    assert_none(prints(PACKAGE))


def test_only_jobs_catch_every_exception() -> None:
    assert_none(broad_excepts(PACKAGE))


def test_every_function_names_its_types() -> None:
    assert_none(unannotated(PACKAGE))


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    assert_none(long_files([PACKAGE, ROOT / "tests", ROOT / "installer"]))
    assert len((ROOT / "dev.py").read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_class_is_longer_than_two_hundred_lines() -> None:
    assert_none(long_classes(PACKAGE))


def test_every_module_outside_the_interface_has_a_test_of_its_name() -> None:
    assert_none(without_test(PACKAGE, ROOT / "tests"))


def planted(package: Path, name: str, code: str) -> Path:
    """Write a file into a package made for one test and return the package."""
    path = package / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")
    return package


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("rules/fee.py", "from kotoutus_desktop.errors import InvalidInput"),
        ("rules/fee.py", "from kotoutus_desktop import models"),
        ("rules/fee.py", "import babel"),
        ("typesetting/text.py", "from kotoutus_desktop.assets import resource"),
        ("models/plan.py", "from kotoutus_desktop.casework.plans import agree"),
        ("documents/plan.py", "import sqlalchemy.orm"),
        ("documents/plan.py", "from kotoutus_desktop.ui.theme import Theme"),
        ("casework/plans.py", "def f():\n    from PySide6.QtCore import QObject"),
        ("casework/plans.py", "from reportlab.pdfgen import canvas"),
        ("ui/clients.py", "from sqlalchemy import select"),
        ("ui/clients.py", "from . import theme"),
        ("ui/clients.py", "from .theme import Theme"),
        ("errors.py", "from kotoutus_desktop.models.client import Client"),
        ("i18n.py", "import PySide6"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, name: str, code: str) -> None:
    assert forbidden_imports(planted(tmp_path, name, code)) != []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("rules/fee.py", "from kotoutus_desktop.rules.section import Section\nimport datetime"),
        ("ui/clients.py", "from kotoutus_desktop.documents.plan import print_plan"),
        ("app.py", "from PySide6.QtWidgets import QApplication"),
        ("models/plan.py", "from sqlalchemy.orm import Mapped"),
    ],
)
def test_an_import_that_the_table_allows_is_not_found(tmp_path: Path, name: str, code: str) -> None:
    assert forbidden_imports(planted(tmp_path, name, code)) == []


@pytest.mark.parametrize(
    ("check", "name", "code"),
    [
        (commits, "casework/plans.py", "session.commit()"),
        (prints, "models/plan.py", "print('x')"),
        (broad_excepts, "ui/main.py", "try:\n    f()\nexcept Exception:\n    pass"),
        (broad_excepts, "ui/main.py", "try:\n    f()\nexcept:\n    pass"),
        (unannotated, "ui/main.py", "def f(x) -> None: ..."),
        (unannotated, "ui/main.py", "def f(*x: int): ..."),
        (long_classes, "ui/main.py", "class A:\n" + "    x = 1\n" * 200),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, check, name: str, code: str) -> None:
    assert check(planted(tmp_path, name, code)) != []


def test_a_planted_long_file_is_found(tmp_path: Path) -> None:
    assert long_files([planted(tmp_path, "ui/main.py", "x = 1\n" * 301)]) == ["main.py: 301"]


def test_a_planted_module_without_a_test_is_found(tmp_path: Path) -> None:
    package = planted(tmp_path / "package", "rules/fee.py", "def fee() -> int: ...")

    assert without_test(package, tmp_path / "tests") == ["rules/fee.py"]
