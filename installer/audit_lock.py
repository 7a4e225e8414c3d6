"""Look through the lock without a network: pins, digests, sources, and what is installed.

    python installer/audit_lock.py [--advisories FOLDER]

Every package has one version and SHA-256 digests and comes from no address; the packages that
are installed here are those of the lock, and their files are what their wheels recorded. With a
folder of advisories in the OSV form (one JSON file each, as the Python advisory database gives
them out) each version is looked up in them too. Without one the known vulnerabilities are NOT
looked up, and the last line says so.
"""

import argparse
import base64
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer.licence_gate import LOCK  # noqa: E402 - found from any folder
from installer.sbom import Pinned, pinned  # noqa: E402 - as above

ONE_OF = {"sqlcipher3", "sqlcipher3-wheels", "sqlcipher3-binary"}
"""They install the same module: two of them would mix their files."""


def problems_of_lock(lock: str) -> list[str]:
    """Return what is wrong with the lock itself."""
    try:
        packages = pinned(lock)
    except ValueError as error:
        return [str(error)]
    found = [f"{each.name}: no digest" for each in packages if not each.digests]
    if "://" in lock or " @ " in lock:
        found.append("a package comes from an address")
    if len(ONE_OF & {each.name for each in packages}) > 1:
        found.append("two packages install sqlcipher3")
    return found


def problems_installed(packages: Iterable[Pinned]) -> Iterator[str]:
    """Yield what is installed otherwise than the lock and the wheels say."""
    for package in packages:
        if package.marker and not Marker(package.marker).evaluate():
            continue
        try:
            found = distribution(package.name)
        except PackageNotFoundError:
            yield f"{package.name}: is not installed"
            continue
        if found.version != package.version:
            yield f"{package.name}: {found.version} is installed, the lock has {package.version}"
        yield from (f"{package.name}: {path} was changed" for path in changed_files(found))


def changed_files(package: Distribution) -> Iterator[str]:
    """Yield the files of a package that are not what its wheel recorded."""
    for file in package.files or ():
        if file.hash is None or file.hash.mode != "sha256" or file.suffix == ".pyc":
            continue  # Python writes what it compiled anew
        path = Path(str(file.locate()))
        content = path.read_bytes() if path.exists() else b""
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
        if digest.decode() != file.hash.value:
            yield str(file)


def advisories_for(package: Pinned, advisories: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the names of the advisories that a version falls under."""
    for advisory in advisories:
        for affected in advisory.get("affected", ()):
            named = affected.get("package", {})
            if named.get("ecosystem") != "PyPI" or named.get("name", "").lower() != package.name:
                continue
            if not advisory.get("withdrawn") and _falls_under(package.version, affected):
                yield str(advisory["id"])


def _falls_under(version: str, affected: dict[str, Any]) -> bool:
    if version in affected.get("versions", ()):
        return True
    ranges = affected.get("ranges", ())
    return any(_within(Version(version), each["events"]) for each in ranges if _is_plain(each))


def _is_plain(span: dict[str, Any]) -> bool:
    return span.get("type") == "ECOSYSTEM"


def _within(version: Version, events: Iterable[dict[str, str]]) -> bool:
    inside = False
    for event in events:
        kind, at = next(iter(event.items()))
        try:
            edge = Version(at)
        except InvalidVersion:
            return True  # rather a warning too many
        if kind == "introduced" and version >= edge:
            inside = True
        elif (kind == "fixed" and version >= edge) or (kind == "last_affected" and version > edge):
            inside = False
    return inside


def main(arguments: list[str]) -> int:
    """Say what is wrong; answers 1 when anything is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--advisories", type=Path, metavar="FOLDER")
    folder = parser.parse_args(arguments).advisories
    lock = LOCK.read_text("utf-8")
    found = problems_of_lock(lock)
    if not found:
        packages = pinned(lock)
        found = list(problems_installed(packages))
        if folder is not None:
            known = [json.loads(path.read_bytes()) for path in sorted(folder.rglob("*.json"))]
            found += [
                f"{p.name} {p.version}: {a}" for p in packages for a in advisories_for(p, known)
            ]
    sys.stdout.write("".join(f"{each}\n" for each in found))
    if folder is None:
        sys.stdout.write("Known vulnerabilities were not looked up: no advisories were given.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
