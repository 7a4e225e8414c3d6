"""Install, try out, update and remove the Linux packages in a clean system of their own.

Run as root on Debian with debootstrap: a minimal Debian is made in build/root once and copied.
Nothing of this computer is changed.
"""

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer import build_linux, release
from installer.old_file import CLIENT, PASSPHRASE, lay_old_file, require_carried_on
from installer.release import BUILD, DIST, NAME, OLD_VERSION, VERSION, BuildFailed

CLEAN, TRIED = BUILD / "root", BUILD / "tried"
SUITE = "bookworm"
DATA = "root/.local/share/kotoutus-desktop"
APT_KEPT = ("Acquire::http", "Acquire::Check-")
"""How this computer reaches packages, and whether it trusts its clock."""

NEVER_LEFT = (f"opt/{NAME}", f"usr/bin/{NAME}", f"usr/share/applications/{NAME}.desktop")


def check() -> None:
    """Check what lies in dist/; raises BuildFailed with what went wrong."""
    if os.geteuid() != 0:
        raise BuildFailed("The check installs packages in a folder of its own: start it as root.")
    deb = DIST / f"{NAME}_{VERSION}_amd64.deb"
    if not deb.exists():
        raise BuildFailed(f"{deb.name} is not there. First: installer/build.py linux")
    validate()
    check_portable()
    check_rpm()
    old = build_linux.package("deb", OLD_VERSION, build_linux.WORK)
    with clean_root() as root:
        check_installed(root, old, deb)
    release.say("Linux: installed, tried out, updated and removed: all as it should be")


def validate() -> None:
    """Let the desktops' own tools read the menu entry and the metainfo."""
    share = build_linux.TREE / "usr" / "share"
    validator = release.tool("desktop-file-validate", "desktop-file-utils")
    release.run(validator, share / "applications" / f"{NAME}.desktop")
    stream = release.tool("appstreamcli", "appstream")
    metainfo = share / "metainfo" / "fi.kotoutus.Desktop.metainfo.xml"
    release.run(stream, "validate", "--no-net", "--explain", metainfo)


def check_portable() -> None:
    """Unpack the portable program anywhere and try it out, with nobody's settings."""
    release.say("trying out the portable program")
    folder = release.clean(BUILD / "portable")
    with tarfile.open(DIST / f"{NAME}-{VERSION}-linux-x86_64.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    program = folder / f"{NAME}-{VERSION}" / NAME
    release.tell_self_check("portable", release.run(*release.BARE, program, "self-check"))
    shutil.rmtree(folder)


def check_rpm() -> None:
    """Compare what the .rpm holds with the tree."""
    rpm = release.tool("rpm", "rpm")
    package = DIST / f"{NAME}-{VERSION}-1.x86_64.rpm"
    held = set(release.run(rpm, "-qlp", "--nosignature", package).splitlines())
    files = (each for each in build_linux.TREE.rglob("*") if not each.is_dir())
    missing = {f"/{each.relative_to(build_linux.TREE)}" for each in files} - held
    if missing:
        raise BuildFailed(f"the .rpm lacks {sorted(missing)[:5]}")


def check_installed(root: Path, old: Path, new: Path) -> None:
    """Install an older package, work with it, install the newer one over it, and remove it."""
    install(root, old)
    data = lay_old_file(root / DATA)
    (root / "root" / "secret").write_text(PASSPHRASE + "\n", "utf-8")
    release.tell_self_check("installed", inside(root, NAME, "self-check"))
    inside(root, NAME, "--version")
    install(root, new)
    release.tell_self_check("updated", inside(root, NAME, "self-check"))
    version = inside(root, "dpkg-query", "-W", "-f", "${Version}", NAME)
    if version != VERSION:
        raise BuildFailed(f"{version} is installed instead of {VERSION}")
    open_old_file(root, data)
    inside(root, "apt-get", "purge", "--yes", NAME)
    left = [each for each in NEVER_LEFT if os.path.lexists(root / each)]
    if left or not data.exists():
        raise BuildFailed(f"left behind: {left}; the office's file: {data.exists()}")


def install(root: Path, package: Path) -> None:
    """Install a package with what it asks for."""
    release.say(f"installing {package.name}")
    shutil.copyfile(package, root / "tmp" / package.name)
    quiet = ("--yes", "--no-install-recommends", "--allow-downgrades")
    inside(root, "apt-get", "install", *quiet, f"/tmp/{package.name}")  # noqa: S108 - of the root


def open_old_file(root: Path, data: Path) -> None:
    """Open the old file with the new program: it is changed after a copy, and nobody is lost."""
    inside(
        root,
        *("env", "KOTOUTUS_PASSPHRASE_FILE=/root/secret", NAME, "export-case"),
        *("--file", f"/{data.relative_to(root)}", "--client", CLIENT),
        *("--output", "/root/case.json"),
    )
    require_carried_on(data, root / "root" / "case.json")


@contextmanager
def clean_root() -> Iterator[Path]:
    """Give a minimal Debian that nothing was installed in; it is gone afterwards."""
    if not (CLEAN / "bin" / "sh").exists():
        release.say("making a minimal Debian")
        shutil.rmtree(CLEAN, ignore_errors=True)
        release.run(
            release.tool("debootstrap", "debootstrap"),
            *("--variant=minbase", "--include=ca-certificates", SUITE, CLEAN),
        )
        lay_apt(CLEAN)
    shutil.rmtree(TRIED, ignore_errors=True)
    release.run("cp", "-a", CLEAN, TRIED)
    release.run("mount", "--bind", "/proc", TRIED / "proc")
    try:
        yield TRIED
    finally:
        release.run("umount", TRIED / "proc")
        shutil.rmtree(TRIED)


def lay_apt(root: Path) -> None:
    """Let the root fetch packages as this computer does."""
    for name in ("etc/resolv.conf", "etc/hosts"):
        shutil.copyfile(Path("/") / name, root / name)
    settings = release.run(release.tool("apt-config", "apt"), "dump").splitlines()
    ways = "".join(f"{line}\n" for line in settings if line.startswith(APT_KEPT))
    (root / "etc/apt/apt.conf.d/99as-outside").write_text(ways, "utf-8")
    inside(root, "apt-get", "update")


def inside(root: Path, *command: str) -> str:
    """Run a command in the root, with nobody's variables but apt's way out."""
    passed = [f"{name}={value}" for name, value in os.environ.items() if "proxy" in name.lower()]
    own = ("PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "DEBIAN_FRONTEND=noninteractive")
    return release.run("chroot", root, "/usr/bin/env", "-i", *own, *passed, *command)
