"""The Linux release: a pruned folder made by PyInstaller, as .deb, .rpm and portable .tar.gz.

Build on the oldest system that is to be supported: the packages ask for its C library.
"""

import gzip
import platform
import shutil
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from installer import icons, release
from installer.release import BUILD, DIST, HERE, NAME, VERSION

WORK = BUILD / "linux"
TREE = WORK / "tree"
PROGRAM = f"opt/{NAME}/{NAME}"
LINUX = HERE / "linux"
OLDEST_GLIBC = (2, 34)  # of the wheels


def build() -> list[Path]:
    """Build everything into dist/; returns the files. Raises BuildFailed."""
    began = time.monotonic()
    lay_tree()
    files = [portable(TREE, VERSION), *(package(kind, VERSION, DIST) for kind in ("deb", "rpm"))]
    release.write_bill(DIST / f"{NAME}-{VERSION}.cdx.json")
    files.append(DIST / f"{NAME}-{VERSION}.cdx.json")
    release.write_sums(files, DIST / "SHA256SUMS-linux")
    release.tell(files, began)
    return files


def try_out() -> None:
    """Freeze the program and run its self-check, without packing; raises BuildFailed."""
    began = time.monotonic()
    lay_tree()
    release.say("trying out the frozen program")
    release.tell_self_check("frozen", release.run(*release.BARE, TREE / PROGRAM, "self-check"))
    release.say(f"{release.size(TREE) / 1_000_000:.1f} MB, {time.monotonic() - began:.0f} s")


def lay_tree() -> None:
    """Make the folder as it lies on the target's disk."""
    release.clean(WORK)
    DIST.mkdir(exist_ok=True)
    data = WORK / "data"
    data.mkdir()
    release.lay_data(data)
    release.say("freezing the program")
    freeze(data)
    folder = TREE / "opt" / NAME
    folder.parent.mkdir(parents=True)
    shutil.move(WORK / "frozen" / NAME, folder)
    share = TREE / "usr" / "share"
    lay_share(share)
    release.settle(TREE, [PROGRAM])


def freeze(data: Path) -> None:
    """Let PyInstaller collect the program with its data."""
    release.run(
        release.tools_python(),
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", WORK / "frozen", "--workpath", WORK / "work"),
        LINUX / "kotoutus.spec",
        variables={**release.fixed(), "KOTOUTUS_DATA": str(data)},
    )


def lay_share(share: Path) -> None:
    """Lay out what the desktop reads: menu entry, metainfo, file types, icons, licence."""
    for name, place in (
        (f"{NAME}.desktop", "applications"),
        (f"{NAME}.xml", "mime/packages"),
    ):
        target = share / place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LINUX / name, target)
    metainfo = share / "metainfo" / "fi.kotoutus.Desktop.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    day = datetime.fromtimestamp(release.epoch(), UTC).date().isoformat()
    template = Template((LINUX / f"{NAME}.metainfo.xml.in").read_text("utf-8"))
    metainfo.write_text(template.substitute(version=VERSION, date=day), "utf-8")
    copyright_text = share / "doc" / NAME / "copyright"
    copyright_text.parent.mkdir(parents=True)
    texts = [release.ROOT / "LICENSE", HERE / "LGPL.txt"]
    copyright_text.write_text("\n\n".join(each.read_text("utf-8") for each in texts), "utf-8")
    icons.write_theme(share)


def needed_glibc() -> str:
    """Return the oldest C library that runs what is built here."""
    here = tuple(int(part) for part in platform.libc_ver()[1].split(".")[:2])
    return ".".join(map(str, max(here, OLDEST_GLIBC)))


def description(version: str) -> str:
    """Return what nfpm is told, for a version."""
    moment = datetime.fromtimestamp(release.epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    template = Template((LINUX / "nfpm.yaml.in").read_text("utf-8"))
    return template.substitute(version=version, tree=TREE, moment=moment, glibc=needed_glibc())


def package(kind: str, version: str, folder: Path) -> Path:
    """Pack the tree as `deb` or `rpm`; returns the file."""
    names = {
        "deb": f"{NAME}_{version}_amd64.deb",
        "rpm": f"{NAME}-{version}-1.x86_64.rpm",
    }
    target = folder / names[kind]
    told = WORK / f"nfpm-{version}.yaml"
    told.write_text(description(version), "utf-8")
    release.say(f"packing {target.name}")
    nfpm = release.tools_python().with_name("nfpm")
    release.run(
        nfpm, "package", "--packager", kind, "--config", told, "--target", target,
        variables=release.fixed(),
    )  # fmt: skip
    return target


def portable(tree: Path, version: str) -> Path:
    """Pack the program's folder as it is, to be unpacked anywhere; returns the file."""
    target = DIST / f"{NAME}-{version}-linux-x86_64.tar.gz"
    release.say(f"packing {target.name}")
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=release.epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        folder = tree / "opt" / NAME
        for path in sorted([folder, *folder.rglob("*")]):
            inside = f"{NAME}-{version}/{path.relative_to(folder)}".removesuffix("/.")
            archive.add(path, inside, recursive=False, filter=_nobody)
    return target


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = release.epoch()
    return entry
