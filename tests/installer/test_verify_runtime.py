import hashlib
import importlib.util
import marshal
import zipfile
from pathlib import Path

import pytest

from installer.verify_runtime import Finding, compare_modules, findings

GOOD = b'"""Words."""\n\ndef f(a: int = 1) -> str:\n    """More."""\n    return str(a)\n'
OF_PYTHON = "Subject: /C=US/O=Python Software Foundation/CN=Python Software Foundation"
OF_MICROSOFT = "Issuer: /O=Microsoft Corporation/CN=x\n"
UNBROKEN = "Current message digest    : AB12\nCalculated message digest : AB12\n"
BROKEN = "Current message digest    : AB12\nCalculated message digest : CD34\n"


@pytest.mark.parametrize(
    ("finding", "genuine"),
    [
        (Finding("python311.dll", verified=True, said=OF_PYTHON), True),
        (Finding("python311.dll", verified=False, said=OF_PYTHON), False),
        (Finding("python311.dll", verified=True, said="O=Somebody Else"), False),
        (Finding("vcruntime140.dll", verified=False, said=OF_MICROSOFT + UNBROKEN), True),
        (Finding("vcruntime140.dll", verified=False, said=OF_MICROSOFT + BROKEN), False),
        (Finding("vcruntime140.dll", verified=False, said=UNBROKEN), False),
        (Finding("python311.dll", verified=False, said=OF_MICROSOFT + UNBROKEN), False),
    ],
)
def test_only_its_makers_signature_makes_a_file_genuine(finding: Finding, genuine: bool) -> None:
    assert finding.is_genuine is genuine


def test_every_binary_is_asked_about_and_nothing_else(tmp_path: Path) -> None:
    for name in ("a.dll", "b.pyd", "c.exe", "d.txt", "e.cat"):
        (tmp_path / name).write_bytes(b"x")
    program = tmp_path / "verifier"
    program.write_text("#!/bin/sh\necho 'O=Python Software Foundation'\n")
    program.chmod(0o755)

    found = findings(tmp_path, 0, str(program))

    assert [each.name for each in found] == ["a.dll", "b.pyd", "c.exe", "e.cat"]
    assert all(each.is_genuine for each in found)


def zipped(tmp_path: Path, source: bytes) -> Path:
    path = tmp_path / "python.zip"
    code = compile(source, "somewhere\\m.py", "exec", dont_inherit=True, optimize=2)
    header = importlib.util.MAGIC_NUMBER + bytes(12)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("m.pyc", header + marshal.dumps(code))
    return path


def test_a_module_is_compared_with_its_source_whatever_the_folder_it_came_from(tmp_path) -> None:
    assert compare_modules(zipped(tmp_path, GOOD), {"m.py": GOOD}) == []


@pytest.mark.parametrize(
    "other",
    [GOOD.replace(b"= 1", b"= 2"), GOOD.replace(b"str(a)", b"repr(a)"), GOOD + b"x = 1.0\n"],
)
def test_a_module_that_says_something_else_than_its_source_is_named(tmp_path, other) -> None:
    assert compare_modules(zipped(tmp_path, other), {"m.py": GOOD}) == ["m.pyc"]


def test_a_module_without_a_source_is_named(tmp_path: Path) -> None:
    assert compare_modules(zipped(tmp_path, GOOD), {}) == ["m.pyc"]


def test_a_source_that_nobody_signed_is_named(tmp_path: Path) -> None:
    modules = zipped(tmp_path, GOOD)
    catalogue = b"signed" + hashlib.sha256(GOOD).digest() + b"and more"

    assert compare_modules(modules, {"m.py": GOOD}, catalogue) == []
    assert compare_modules(modules, {"m.py": GOOD}, b"signed") != []
