"""What every target of the release shares: version, time, tools, and what is shipped besides code.

The same sources, locks and SOURCE_DATE_EPOCH give the same bytes. Packages come from wherever
pip of this machine takes them; the locks hold digests and no address.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer import licence_gate, sbom  # noqa: E402 - found from any folder
from kotoutus_desktop import __version__  # noqa: E402 - as above

NAME, TITLE, VERSION = "kotoutus-desktop", "Kotoutus Desktop", __version__
PUBLISHER = "Kotoutus Desktop"
HERE = ROOT / "installer"
BUILD, DIST = ROOT / "build", ROOT / "dist"
RUN_LOCK, TOOLS_LOCK = ROOT / "requirements.lock", HERE / "tools.lock"
OLD_VERSION = "0.0.1"
"""Of the same program, packed for the check of an upgrade only."""

FILE_MODE, FOLDER_MODE, PROGRAM_MODE = 0o644, 0o755, 0o755
NOT_SHIPPED = ("__pycache__", "*.pyc", "*.mo", "interface.po", "README.md")


BARE = ("env", "-i", "PATH=/usr/bin:/bin", "HOME=/nonexistent")
"""Before a command: it is run with nobody's variables, and writes to nobody's folder."""

PASSED = " passed, 0 failed"


class BuildFailed(Exception):
    """The build cannot go on; the text says what to do about it."""


def say(text: str) -> None:
    """Say what is done, with the time it began."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")


def run(
    *command: str | Path, variables: Mapping[str, str] | None = None, folder: Path = ROOT
) -> str:
    """Run a command and return what it wrote; raises BuildFailed with all of it when it fails."""
    words = [str(each) for each in command]
    done = subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **(variables or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BuildFailed(f"`{shlex.join(words)}` failed:\n{done.stdout}")
    return done.stdout


def tool(name: str, package: str) -> str:
    """Return the path of a program of the system; raises BuildFailed that names its package."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/lib/wine")
    if found is None:
        raise BuildFailed(f"{name} is missing. On Debian: apt-get install {package}")
    return found


@cache
def epoch() -> int:
    """Return the time that stands in all that is built: SOURCE_DATE_EPOCH, else of the commit."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named is None:
        try:
            named = run("git", "log", "-1", "--format=%ct")
        except (BuildFailed, OSError):
            raise BuildFailed("Set SOURCE_DATE_EPOCH, or build in a checkout.") from None
    return int(named)


def fixed() -> dict[str, str]:
    """Return the variables under which tools make the same bytes each time."""
    return {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def tools_python() -> Path:
    """Return the Python of an environment with the program's packages and the tools, by digest."""
    folder = BUILD / "tools"
    python = folder / "bin" / "python"
    stamp = folder / "installed.txt"
    state = digest(RUN_LOCK) + digest(TOOLS_LOCK)
    if stamp.exists() and stamp.read_text("utf-8") == state:
        return python
    say("installing packages and tools by their digests")
    venv.EnvBuilder(clear=True, with_pip=True).create(folder)
    for lock in (RUN_LOCK, TOOLS_LOCK):
        pip_install(python, lock)
    stamp.write_text(state, "utf-8")
    return python


def pip_install(python: Path | str, lock: Path, *more: str | Path) -> None:
    """Install a lock, wheels only, none that its digest does not fit."""
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes")
    run(python, "-m", "pip", "install", *options, "--only-binary=:all:", *more, "-r", lock)


def download(lock: Path, folder: Path) -> list[Path]:
    """Fetch source packages that only hold files, none that its digest does not fit."""
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
    run(
        *(sys.executable, "-m", "pip", "download", *options, "--no-binary=:all:"),
        *("--require-hashes", "--dest", folder, "-r", lock),
    )
    return sorted(folder.iterdir())


def clean(folder: Path) -> Path:
    """Return a folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def lay_data(target: Path) -> None:
    """Lay out what the program reads beside its code: resources, translations, licences, SBOM."""
    ignore = shutil.ignore_patterns(*NOT_SHIPPED)
    for name in ("resources", "translations"):
        shutil.copytree(ROOT / name, target / name, ignore=ignore)
    compile_catalogs(target / "translations")
    shutil.copyfile(ROOT / "LICENSE", target / "LICENSE.txt")
    shutil.copyfile(HERE / "LGPL.txt", target / "LGPL.txt")
    write_bill(target / "sbom.cdx.json")


def compile_catalogs(translations: Path) -> None:
    """Compile the catalogs of the interface, which a checkout compiles at each start."""
    from kotoutus_desktop.i18n import compiled_catalog

    for source in sorted((ROOT / "translations").glob("*/LC_MESSAGES/interface.po")):
        target = translations / source.parent.relative_to(ROOT / "translations")
        target.mkdir(parents=True, exist_ok=True)
        (target / "interface.mo").write_bytes(compiled_catalog(source))


def write_bill(target: Path) -> None:
    """Write what is shipped, once every licence allows it; raises BuildFailed otherwise."""
    if licence_gate.main([]):
        raise BuildFailed("The licence of a package does not allow shipping it.")
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch())  # the bill takes its time from there
    sbom.main([str(target)])


def settle(folder: Path, programs: Iterable[str] = ()) -> None:
    """Give all files of a folder the release's time and modes; `programs` may be run."""
    run_by_name = set(programs)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        is_program = path.relative_to(folder).as_posix() in run_by_name
        path.chmod(FOLDER_MODE if path.is_dir() else PROGRAM_MODE if is_program else FILE_MODE)
        os.utime(path, (epoch(), epoch()))
    os.utime(folder, (epoch(), epoch()))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(files: Iterable[Path], target: Path) -> None:
    """Write the list that `sha256sum --check` and IT compare with."""
    lines = [f"{digest(each)}  {each.name}\n" for each in sorted(files)]
    target.write_text("".join(lines), "utf-8")


def size(path: Path) -> int:
    """Return how many bytes a file or a folder takes."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.lstat().st_size for each in files)


def tell_self_check(what: str, said: str) -> None:
    """Say how a self-check ended; raises BuildFailed when its last line is not as it should be."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    last = lines[-1] if lines else ""
    say(f"{what}: {last}")
    if not last.endswith(PASSED):
        raise BuildFailed(said)


def tell(files: Iterable[Path], began: float) -> None:
    """Say what was built, how large it is and how long it took."""
    for each in sorted(files):
        say(f"{each.relative_to(ROOT)}  {size(each) / 1_000_000:.1f} MB")
    say(f"built in {time.monotonic() - began:.0f} s")
