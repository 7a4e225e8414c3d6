"""Write what is shipped as a software bill of materials: CycloneDX 1.6, as JSON.

    python installer/sbom.py [FILE]      sbom.cdx.json unless a file is named

Made from `requirements.lock`, which pins every package to its bytes, and from the licences that
`licence_gate.py` holds. The same lock gives the same file; no network is needed. The digests of
a component are those of all its wheels, one for each system and Python.
"""

import json
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from os import environ
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer.licence_gate import LOCK, licence_of  # noqa: E402 - found from any folder
from kotoutus_desktop import __version__  # noqa: E402 - as above

FORMAT, VERSION = "CycloneDX", "1.6"
OURS = "kotoutus-desktop"
_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)(.*)$")


@dataclass(frozen=True)
class Pinned:
    """A package of the lock: its one version, for which systems, and the digests of its wheels."""

    name: str
    version: str
    marker: str
    digests: tuple[str, ...]

    @property
    def purl(self) -> str:
        """What other tools call this package."""
        return f"pkg:pypi/{self.name}@{self.version}"


def pinned(lock: str) -> list[Pinned]:
    """Return the packages of a lock file; raises ValueError for a line that pins nothing."""
    found = []
    for line in lock.replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        match = _PINNED.match(line)
        if match is None:
            raise ValueError(f"not pinned: {line.split()[0]}")
        name, version, rest = match.groups()
        marker = rest.partition("--hash")[0].strip().removeprefix(";").strip()
        found.append(
            Pinned(name, version, marker, tuple(re.findall(r"sha256:([0-9a-f]{64})", rest)))
        )
    return found


def bill(lock: str, at: datetime) -> dict[str, Any]:
    """Return the bill of a lock file."""
    packages = pinned(lock)
    own = {"type": "application", "bom-ref": OURS, "name": OURS, "version": __version__}
    licensed = {**own, "licenses": [{"expression": "EUPL-1.2"}]}
    return {
        "bomFormat": FORMAT,
        "specVersion": VERSION,
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, sha256(lock.encode()).hexdigest())}",
        "version": 1,
        "metadata": {"timestamp": at.isoformat(timespec="seconds"), "component": licensed},
        "components": [_component(package) for package in packages],
        "dependencies": [
            {"ref": OURS, "dependsOn": sorted(package.purl for package in packages)},
            *({"ref": package.purl, "dependsOn": []} for package in packages),
        ],
    }


def _component(package: Pinned) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.digests],
    }
    licence = licence_of(package.name)
    if licence:
        component["licenses"] = [{"expression": licence}]
    if package.marker:
        component["properties"] = [{"name": "python:marker", "value": package.marker}]
    return component


def moment() -> datetime:
    """Return the time of the release where the build names it, else the time of now."""
    named = environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(named), UTC) if named else datetime.now(UTC)


def main(arguments: list[str]) -> int:
    """Write the bill."""
    target = Path(arguments[0]) if arguments else ROOT / "sbom.cdx.json"
    content = json.dumps(bill(LOCK.read_text("utf-8"), moment()), indent=1, sort_keys=True)
    target.write_text(content + "\n", "utf-8")
    sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
