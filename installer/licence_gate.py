"""Refuse to ship a package whose licence is unknown or would bind the whole program.

    python installer/licence_gate.py              check; exit code 1 and the reasons on failure
    python installer/licence_gate.py --collect    copy the licence texts into resources/licences

Every package of `requirements.lock` is shipped. The licence is read from the metadata of the
installed package; where that names none or names it in free words, HAND_ENTRIES decides.
"""

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
TEXTS = ROOT / "resources" / "licences"
COLLECTED = TEXTS / "packages"

# SPDX identifiers of licences under which a package may be shipped beside an EUPL-1.2 program.
ACCEPTED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC-BY-4.0",
        "EUPL-1.2",
        "IJG",
        "ISC",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MIT-Modern-Variant",
        "MPL-2.0",
        "PSF-2.0",
        "Unicode-3.0",
        "Zlib",
    }
)

# How older metadata spell a licence in words.
SPELLINGS = {
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


@dataclass(frozen=True)
class HandEntry:
    """What a person read in the package itself, because its metadata do not say it."""

    expression: str
    reason: str
    texts: tuple[str, ...] = ()
    """Names of files in resources/licences, besides what the package brings along."""


HAND_ENTRIES = {
    "pikepdf": HandEntry(
        "MPL-2.0 AND Apache-2.0 AND BSD-3-Clause AND CC-BY-4.0 AND IJG AND MIT AND Zlib",
        "metadata name the binding's licence only; the wheel brings qpdf, libjpeg-turbo, a colour"
        " profile and rules of veraPDF with their texts (GCC's runtime, by its exception, on musl)",
    ),
    "pypdfium2": HandEntry(
        "(Apache-2.0 OR BSD-3-Clause) AND BSD-3-Clause",
        "metadata say 'dependency licenses'; the wheel brings the text of each, all permissive",
    ),
    "pyphen": HandEntry(
        "LGPL-2.1-or-later AND LGPL-3.0-or-later",
        "GPL, LGPL or MPL 1.1 at our choice, we take the LGPL; of its dictionaries only the"
        " Swedish one is used (MPL or LGPL 3): an installer leaves out the others, some are GPL",
        ("LGPL-3.0.txt", "GPL-3.0.txt"),
    ),
    "pyrage": HandEntry(
        "MIT AND Apache-2.0 AND BSD-3-Clause AND Unicode-3.0",
        "metadata name none, the wheel's LICENSE is MIT; the Rust crates inside are in its SBOM",
        ("pyrage.txt", "Apache-2.0.txt"),
    ),
    "pyside6-essentials": HandEntry(
        "LGPL-3.0-only",
        "licensed under LGPL or GPL at our choice; the wheel brings no text",
        ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    ),
    "python-stdnum": HandEntry(
        "LGPL-2.1-or-later", "metadata say 'LGPL'; COPYING and the sources say 2.1 or later"
    ),
    "reportlab": HandEntry(
        "BSD-3-Clause", "metadata refer to the licence file, whose text is the 3-clause BSD licence"
    ),
    "shiboken6": HandEntry(
        "LGPL-3.0-only",
        "licensed under LGPL or GPL at our choice; the wheel brings no text",
        ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    ),
    "sqlcipher3": HandEntry(
        "Zlib AND BSD-3-Clause AND Apache-2.0",
        "metadata name none: the binding is zlib-licensed, SQLCipher BSD, OpenSSL Apache",
        ("SQLCipher.txt", "Apache-2.0.txt"),
    ),
    "uharfbuzz": HandEntry(
        "Apache-2.0 AND MIT-Modern-Variant",
        "metadata name the binding's licence only; it contains HarfBuzz",
        ("HarfBuzz.txt",),
    ),
}


def locked_names(lock: str) -> list[str]:
    """Return the names of the packages of a lock file, each once."""
    return sorted(set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, flags=re.MULTILINE)))


def is_accepted(expression: str) -> bool:
    """Tell whether an SPDX expression leaves us a choice of accepted licences only.

    AND binds tighter than OR, as SPDX says; brackets group.
    """
    innermost = re.search(r"\(([^()]*)\)", expression)
    if innermost:
        stands_for = "MIT" if is_accepted(innermost[1]) else "refused"
        before, after = expression[: innermost.start()], expression[innermost.end() :]
        return is_accepted(f"{before}{stands_for}{after}")
    return any(
        all(licence.strip() in ACCEPTED for licence in choice.split(" AND "))
        for choice in expression.split(" OR ")
    )


def stated_licence(package: Distribution) -> str:
    """Return what the metadata of a package say, as an SPDX expression where possible."""
    metadata = package.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    said = next(iter(metadata.get_all("License") or []), "")
    if not said:
        classifiers = metadata.get_all("Classifier") or []
        licences = [each.split(" :: ")[-1] for each in classifiers if each.startswith("License")]
        said = licences[0] if len(licences) == 1 else ", ".join(licences)
    return SPELLINGS.get(said, said)


def problem_with(name: str, expression: str) -> str | None:
    """Return why a package may not be shipped, None when it may."""
    if is_accepted(expression):
        return None
    if re.search(r"\bA?GPL|General Public", expression) and "LGPL" not in expression:
        return f"{name}: {expression} would bind the whole program; take another package"
    return (
        f"{name}: the licence {expression or '(none named)'} is not known;"
        " read it in the package and give it a hand entry with the reason"
    )


def installed(name: str) -> Distribution | None:
    """Return a package of the environment, None where its marker leaves it out on this machine."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence_of(name: str) -> str:
    """Return the licence under which a package is shipped; empty when nobody says."""
    if name in HAND_ENTRIES:
        return HAND_ENTRIES[name].expression
    package = installed(name)
    return stated_licence(package) if package else ""


def texts_of(package: Distribution) -> list[str]:
    """Return the licence texts that a package brings along, each once."""
    wanted = re.compile(r"\.dist-info/(licenses/.+|(LICEN[CS]E|COPYING|NOTICE)[^/]*)$")
    files = sorted(str(each) for each in package.files or [] if wanted.search(str(each)))
    texts = (Path(str(package.locate_file(each))).read_text("utf-8", "replace") for each in files)
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))


def missing_texts(name: str) -> list[str]:
    """Return what is not there of the texts that must lie beside a shipped package."""
    entry = HAND_ENTRIES.get(name)
    needed = [TEXTS / text for text in entry.texts] if entry else []
    package = installed(name)
    if not needed or (package and texts_of(package)):
        needed.append(COLLECTED / f"{name}.txt")
    return [
        f"{name}: {path.relative_to(ROOT)} is missing; run installer/licence_gate.py --collect"
        for path in needed
        if not path.is_file()
    ]


def collect(names: list[str]) -> None:
    """Write the texts of all shipped packages anew, a file for each package."""
    COLLECTED.mkdir(parents=True, exist_ok=True)
    for old in COLLECTED.glob("*.txt"):
        old.unlink()
    for name in names:
        package = installed(name)
        texts = texts_of(package) if package else []
        if texts:
            heading = f"{name}: {licence_of(name)}"
            separator = f"\n\n{'-' * 80}\n\n"
            content = separator.join([heading, *texts])
            (COLLECTED / f"{name}.txt").write_text(f"{content}\n", encoding="utf-8")


def problems(names: list[str]) -> list[str]:
    """Return everything that forbids shipping these packages."""
    found = [problem_with(name, licence_of(name)) for name in names]
    found += [
        f"{name}: has a hand entry, but is not shipped" for name in HAND_ENTRIES.keys() - names
    ]
    found += [each for name in names for each in missing_texts(name)]
    return [each for each in found if each]


def main(arguments: list[str]) -> int:
    """Check, or collect and check; return the exit code."""
    names = locked_names(LOCK.read_text(encoding="utf-8"))
    if "--collect" in arguments:
        collect(names)
    found = problems(names)
    summary = found or [f"Licences: {len(names)} packages may be shipped."]
    sys.stdout.write("\n".join(summary) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
