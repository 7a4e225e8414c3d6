"""Build what an office installs.

    python3 installer/build.py linux      .deb, .rpm and portable .tar.gz into dist/
    python3 installer/build.py windows    Setup.exe and .msi into dist/, built on Linux
    python3 installer/build.py check [linux|windows]
                                          install, self-check, upgrade and uninstall what is there

SOURCE_DATE_EPOCH is the time that stands in all files; unless it is set, that of the commit. The
first run makes an environment in build/tools from the locks. `linux --try` freezes the program and
runs its self-check only. `windows --runtime ZIP` takes a newer
embeddable Python; `windows --certificate FILE` signs (README.md in this folder).
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer import release  # noqa: E402 - found from any folder

_TRY = "freeze the program and run its self-check, and pack nothing"


def parser() -> argparse.ArgumentParser:
    """Return how the command is written."""
    made = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    targets = made.add_subparsers(dest="target", required=True)
    linux = targets.add_parser("linux")
    linux.add_argument("--try", action="store_true", dest="only_try", help=_TRY)
    windows = targets.add_parser("windows")
    windows.add_argument("--runtime", type=Path, help="embeddable zip of CPython, with --sha256")
    windows.add_argument("--sha256", help="digest of that zip")
    windows.add_argument("--certificate", type=Path, help="PKCS #12 file to sign with")
    windows.add_argument("--password-file", type=Path, help="file with its password")
    windows.add_argument("--timestamp", help="address of a time stamping service")
    check = targets.add_parser("check")
    check.add_argument("system", nargs="?", choices=("linux", "windows"))
    return made


def main(arguments: list[str]) -> int:
    """Build or check; returns the exit status."""
    chosen = parser().parse_args(arguments)
    try:
        python = release.tools_python()
        if Path(sys.prefix) != python.parent.parent:
            os.execv(python, [str(python), __file__, *arguments])  # noqa: S606 - no shell
        return _carry_out(chosen)
    except release.BuildFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1


def _carry_out(chosen: argparse.Namespace) -> int:
    if chosen.target == "linux":
        from installer import build_linux

        build_linux.try_out() if chosen.only_try else build_linux.build()
    elif chosen.target == "windows":
        from installer import build_windows
        from installer.stage_windows import Runtime

        signing = build_windows.Signing(chosen.certificate, chosen.password_file, chosen.timestamp)
        build_windows.build(Runtime(chosen.runtime, chosen.sha256), signing)
    else:
        _check(chosen.system)
    return 0


def _check(system: str | None) -> None:
    if system in (None, "linux"):
        from installer import check_linux

        check_linux.check()
    if system in (None, "windows"):
        from installer import check_windows

        check_windows.check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
