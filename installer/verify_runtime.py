"""That the Python of the Windows release is the one its makers signed.

    python installer/verify_runtime.py FOLDER UNIX-TIME

Every binary must carry the signature of the Python Software Foundation, or, for the C runtime,
Microsoft's with an unbroken digest (its root is not among the authorities of Linux). Needs
osslsigncode and ca-certificates, no network: revocation is not asked for, and the signatures are
judged as of the day the runtime was released. The modules in python3XX.zip carry no signature: the
zip is pinned by its digest, and `compare_modules` compares each with its source.
"""

import hashlib
import io
import marshal
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
SIGNED = frozenset({".exe", ".dll", ".pyd", ".cat"})
MICROSOFTS = ("vcruntime140.dll", "vcruntime140_1.dll")
PYTHON, MICROSOFT = "O=Python Software Foundation", "O=Microsoft Corporation"
PYC_HEADER = 16
UNSIGNED = frozenset({"xml/__init__.py"})
"""A comment and a list of four names, read by a person; the makers' catalogue lacks it."""

_DIGEST = re.compile(r"^(?:Current|Calculated) message digest\s*:\s*([0-9A-F]+)", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """What the tool said of one file."""

    name: str
    verified: bool
    said: str

    @property
    def is_genuine(self) -> bool:
        """Whether its makers signed just these bytes."""
        if self.verified:
            return PYTHON in self.said
        digests = set(_DIGEST.findall(self.said))
        return self.name in MICROSOFTS and MICROSOFT in self.said and len(digests) == 1


def findings(folder: Path, at: int, program: str) -> list[Finding]:
    """Ask `program` (osslsigncode) about every binary of a folder, as of a day."""
    return [
        _finding(path, at, program)
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in SIGNED
    ]


def _finding(path: Path, at: int, program: str) -> Finding:
    authorities = ("-CAfile", str(AUTHORITIES), "-TSA-CAfile", str(AUTHORITIES))
    offline = ("-ignore-crl", "-ignore-cdp", "-time", str(at))
    done = subprocess.run(
        [program, "verify", *offline, *authorities, "-in", str(path)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return Finding(path.name, done.returncode == 0, done.stdout + done.stderr)


def compare_modules(
    modules: Path, sources: Mapping[str, bytes], catalogue: bytes = b""
) -> list[str]:
    """Return the modules of the zip that are not their sources, compiled as the makers do.

    `sources` by their path in Lib. With the makers' signed catalogue, sources whose digest is
    not in it are named too. Compiles with this Python, so it has to be of the same version.
    """
    wrong = []
    with zipfile.ZipFile(modules) as archive:
        for name in archive.namelist():
            source = str(PurePosixPath(name).with_suffix(".py"))
            if not name.endswith(".pyc"):
                continue
            content = sources.get(source)
            if content is None or not _is_compiled_from(archive.read(name), content, source):
                wrong.append(name)
            elif catalogue and not _is_in(catalogue, content, source):
                wrong.append(f"{name}: its source is not signed")
    return wrong


def _is_in(catalogue: bytes, source: bytes, name: str) -> bool:
    """Tell whether a source is signed, or is one of the few known to be in no catalogue."""
    return not source or hashlib.sha256(source).digest() in catalogue or name in UNSIGNED


def _is_compiled_from(module: bytes, source: bytes, name: str) -> bool:
    compiled = compile(source, name.replace("/", "\\"), "exec", dont_inherit=True, optimize=2)
    return _same(marshal.loads(module[PYC_HEADER:]), compiled)  # noqa: S302 - compared, not run


def _same(one: object, other: object) -> bool:
    """Compare code without the names of the files it came from."""
    code = type(_same.__code__)
    if isinstance(one, code) and isinstance(other, code):
        kept = ("co_code", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_flags",
                "co_name", "co_linetable", "co_exceptiontable", "co_firstlineno")  # fmt: skip
        if any(getattr(one, each) != getattr(other, each) for each in kept):
            return False
        if len(one.co_consts) != len(other.co_consts):
            return False
        return all(map(_same, one.co_consts, other.co_consts))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and (one == other or repr(one) == repr(other))


def library_of(sdist: bytes) -> dict[str, bytes]:
    """Return the sources in the folder Lib of a source package that holds a whole Python."""
    import tarfile

    sources: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(sdist)) as archive:
        for entry in archive:
            if entry.isfile() and entry.name.endswith(".zip"):
                held = archive.extractfile(entry)
                assert held is not None, "it is a file"
                with zipfile.ZipFile(io.BytesIO(held.read())) as inner:
                    sources |= _library(inner)
    return sources


def _library(archive: zipfile.ZipFile) -> dict[str, bytes]:
    found = {}
    for name in archive.namelist():
        _before, lib, path = name.partition("/Lib/")
        if lib and name.endswith(".py") and not path.startswith("site-packages/"):
            found[path] = archive.read(name)
    return found


def main(arguments: list[str]) -> int:
    """Say of each file whether it is genuine; returns 1 when one is not."""
    folder, at = Path(arguments[0]), int(arguments[1])
    found = findings(folder, at, "osslsigncode")
    for each in found:
        sys.stdout.write(f"{'ok     ' if each.is_genuine else 'FORGED '} {each.name}\n")
    return 0 if found and all(each.is_genuine for each in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
