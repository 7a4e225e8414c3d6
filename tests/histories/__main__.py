"""The long forms: python -m tests.histories [histories|files] [--times N] [--seed N].

Says what came out as JSON, and every hundred where it is. Answers 1 when anything failed; a
failure names the seed by which it comes again: `--only SEED`.
"""

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from tests.histories.history import live_through
from tests.histories.laptops import Office
from tests.histories.transfer_files import refuse_often

LONG = {"histories": 10_000, "files": 1_000}


def live_often(times: int, folder: Path, seed: int, only: str = "") -> dict[str, Any]:
    """Let so many histories happen; returns the tally."""
    office = Office(folder, 5)
    tally: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    failures: list[str] = []
    began = time.monotonic()
    seeds = [only] if only else [f"{seed} {number}" for number in range(times)]
    for number, each in enumerate(seeds, start=1):
        try:
            outcome = live_through(office, random.Random(each))
        except Exception as error:  # noqa: BLE001 - every failure is counted and told
            failures.append(f"seed {each!r}: {type(error).__name__} {str(error)[:400]}")
            if only:
                traceback.print_exc()
        else:
            acts.update(outcome.acts)
            tally.update(
                histories=1,
                operations=outcome.operations,
                clashes=outcome.clashes,
                erased=outcome.erased,
                **{f"of {outcome.laptops} laptops": 1},
            )
        if number % 100 == 0:
            _say({"so far": number, "failures": failures[-3:], "seconds": _since(began)})
    office.close()
    return {**tally, "acts": acts, "seconds": _since(began), "failures": failures}


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.histories")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(LONG))
    parser.add_argument("--times", type=int)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--only", default="", help="the seed of one history")
    asked = parser.parse_args()
    failed = False
    for kind in asked.kinds or LONG:
        times = asked.times or LONG[kind]
        with tempfile.TemporaryDirectory() as folder:
            if kind == "files":
                tally = refuse_often(times, Path(folder), asked.seed)
            else:
                tally = live_often(times, Path(folder), asked.seed, asked.only)
        _say({"kind": kind, **tally})
        failed |= bool(tally["failures"])
    return 1 if failed else 0


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _since(began: float) -> int:
    return round(time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main())
