"""The long forms: python -m tests.faults KIND [--times N] [--seed N]; all when no kind is named.

Says what came out as JSON, one kind a line. Answers 1 when anything failed.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.copies import copy_under_load
from tests.faults.damage import damage_often, fill_often
from tests.faults.fuzz import fuzz_often
from tests.faults.kills import WORKS, kill_often

LONG = {
    **dict.fromkeys(WORKS, 200),
    "pages": 200,
    "full": 200,
    "copies": 60,
    "fuzz": 10_000,
}


def run(kind: str, times: int, folder: Path, seed: int) -> Any:
    """Run one kind; returns its tally."""
    runs: dict[str, Callable[[int, Path, int], Any]] = {
        "pages": damage_often,
        "full": fill_often,
        "copies": copy_under_load,
        "fuzz": fuzz_often,
    }
    if kind in WORKS:
        return kill_often(kind, times, folder, seed)
    return runs[kind](times, folder, seed)


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(LONG))
    parser.add_argument("--times", type=int)
    parser.add_argument("--seed", type=int, default=20261124)
    asked = parser.parse_args()
    failed = False
    for kind in asked.kinds or LONG:
        with tempfile.TemporaryDirectory() as folder:
            began = time.monotonic()
            tally = run(kind, asked.times or LONG[kind], Path(folder), asked.seed)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        line = {"kind": kind, **vars(tally), "seconds": round(time.monotonic() - began)}
        sys.stdout.write(json.dumps(line | {"megabytes": megabytes}) + "\n")
        sys.stdout.flush()
        failed |= bool(tally.failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
