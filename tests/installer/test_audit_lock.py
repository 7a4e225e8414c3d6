import json
from pathlib import Path

import pytest

from installer import audit_lock
from installer.audit_lock import (
    advisories_for,
    changed_files,
    main,
    problems_installed,
    problems_of_lock,
)
from installer.sbom import Pinned, pinned

LOCK = (Path(__file__).parents[2] / "requirements.lock").read_text("utf-8")
DIGEST = " --hash=sha256:" + "0" * 64
THING = Pinned("thing", "2.1", "", ("0" * 64,))


def advisory(*events, versions=(), **more):
    affected = {"package": {"ecosystem": "PyPI", "name": "Thing"}, "versions": list(versions)}
    affected["ranges"] = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    return {"id": "PYSEC-1", "affected": [affected], **more}


def test_the_lock_is_in_order() -> None:
    assert problems_of_lock(LOCK) == []


@pytest.mark.parametrize(
    ("lock", "problem"),
    [
        ("thing==2.1\n", "no digest"),
        (f"thing>=2.1{DIGEST}\n", "not pinned"),
        (f"thing @ file://x{DIGEST}\n", "not pinned"),
        (f"sqlcipher3==1{DIGEST}\nsqlcipher3-wheels==1{DIGEST}\n", "two packages"),
    ],
)
def test_a_lock_that_is_not_is_found(lock: str, problem: str) -> None:
    assert problem in problems_of_lock(lock)[0]


def test_a_changed_file_of_a_package_is_found(tmp_path) -> None:
    from importlib.metadata import PathDistribution

    info = tmp_path / "thing-2.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: thing\nVersion: 2.1\n")
    (info / "RECORD").write_text(
        "thing.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n"  # of an empty file
    )
    (tmp_path / "thing.py").write_text("")
    assert list(changed_files(PathDistribution(info))) == []

    (tmp_path / "thing.py").write_text("evil")
    assert list(changed_files(PathDistribution(info))) == ["thing.py"]


@pytest.mark.parametrize(
    ("known", "falls_under"),
    [
        (advisory(versions=["2.1"]), True),
        (advisory({"introduced": "0"}, {"fixed": "2.2"}), True),
        (advisory({"introduced": "0"}, {"fixed": "2.1"}), False),
        (advisory({"introduced": "2.2"}), False),
        (advisory({"introduced": "0"}, {"last_affected": "2.1"}), True),
        (advisory(versions=["2.1"], withdrawn="2026-01-01T00:00:00Z"), False),
    ],
)
def test_a_version_is_looked_up_in_advisories(known, falls_under: bool) -> None:
    assert bool(list(advisories_for(THING, [known]))) is falls_under


def test_another_version_than_that_of_the_lock_is_found() -> None:
    found = list(problems_installed([Pinned("packaging", "0.1", "", ())]))

    assert "the lock has 0.1" in found[0]
    assert list(problems_installed([Pinned("nothing", "1", "python_version < '3'", ())])) == []
    assert list(problems_installed([Pinned("nothing", "1", "", ())])) == [
        "nothing: is not installed"
    ]


def test_the_command_says_when_nothing_was_looked_up(capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(audit_lock, "problems_installed", lambda _packages: iter(()))
    status = main([])
    assert "not looked up" in capsys.readouterr().out
    assert status == 0

    name, version = pinned(LOCK)[0].name, pinned(LOCK)[0].version
    affected = [{"package": {"ecosystem": "PyPI", "name": name}, "versions": [version]}]
    (tmp_path / "a.json").write_text(json.dumps({"id": "PYSEC-2", "affected": affected}))
    assert main(["--advisories", str(tmp_path)]) == 1
    assert "PYSEC-2" in capsys.readouterr().out
