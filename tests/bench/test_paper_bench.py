"""The same plan of three pages by our papers and by other engines, in CPU time per paper.

Other engines may live in another environment, which KOTOUTUS_BENCH_PYTHON names by its Python:

    KOTOUTUS_BENCH_PYTHON=/somewhere/bin/python python3 dev.py test -m bench -s tests/bench
"""

import json
import os
import random
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from kotoutus_desktop.casefile import read_case
from kotoutus_desktop.documents import words
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.phrases.catalog import documents_catalog

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]
ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("paper_engines.py")
LANGUAGES = ("ar", "ru", "ti")
TIMES = {"weasyprint": 4, "fpdf2": 6}
USUAL_TIMES, SECTIONS, SENTENCES, ROWS = 40, 6, 7, 5
# what ours may cost, as a share of another
BARS = {"typst": 1.2, "weasyprint": 1 / 30, "bare": 5.0}
GOLDEN = ROOT / "tests" / "casefile" / "data" / "two_surnames_year_only.json"


def papers(language: str, count: int = USUAL_TIMES) -> list[list[list[Any]]]:
    """Return plans of three pages, each with other sentences, names, dates and numbers."""
    catalog, chance = documents_catalog(language), random.Random(681)
    finnish = documents_catalog("fi")
    said = [(finnish.text(text), catalog.text(text)) for text in words.every_text()]
    pairs = [[fi, other] for fi, other in said if fi and other and 30 < len(fi) < 150]
    found = []
    for _ in range(count):
        chosen = cycle(chance.sample(pairs, len(pairs)))
        paper: list[list[Any]] = []
        for _ in range(SECTIONS):
            paper.append(["h", *(text[:40] for text in next(chosen))])
            for _ in range(SENTENCES):
                number = f" {chance.randrange(1, 29)}.{chance.randrange(1, 13)}.2026"
                paper.append(["p", *(text + number for text in next(chosen))])
            rows = [[f"{chance.randrange(1, 29)}.3.", *next(chosen), "Oulu"] for _ in range(ROWS)]
            paper.append(["t", rows])
        found.append(paper)
    return found


def measured(engine: str, language: str) -> dict[str, float] | None:
    """Return milliseconds of CPU for the first and the later papers, None if not installed."""
    ours = engine in ("ours", "bare", "reportlab_unshaped", "qt")
    python = sys.executable if ours else os.environ.get("KOTOUTUS_BENCH_PYTHON", sys.executable)
    times = TIMES.get(engine, USUAL_TIMES)
    fonts = ROOT / "resources" / "fonts"
    done = subprocess.run(
        [python, SCRIPT, engine, language, str(times), fonts],
        input=json.dumps(papers(language)),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT) if ours else ""},
    )
    if "ModuleNotFoundError" in done.stderr:
        return None
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, float] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_by_every_engine(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    ours = measured("ours", language)
    assert ours is not None
    lines = [f"\nfi+{language}: {'ours':<20}{ours['later']:8.1f} ms, first {ours['first']:.1f}"]
    for engine in ("bare", "reportlab_unshaped", "typst", "qt", "fpdf2", "weasyprint"):
        result = measured(engine, language)
        if result is None:
            lines.append(f"       {engine:<20} is not installed")
            continue
        ratio = ours["later"] / result["later"]
        bar = f"(bar {BARS[engine]:.2f})" if engine in BARS else ""
        lines.append(f"       {engine:<20}{result['later']:8.1f} ms, ours x {ratio:.2f} {bar}")
    with capsys.disabled():
        sys.stdout.write("\n".join(lines) + "\n")


def resident() -> int:
    """Return how many kilobytes of memory this process holds now; Linux only."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_stays_level_over_five_hundred_plans(capsys: pytest.CaptureFixture[str]) -> None:
    of = read_case(GOLDEN.read_text(encoding="utf-8"))
    assert of.plan is not None
    held = []
    for number in range(500):
        sheet = plan_sheet(
            *(of.office, of.officer, of.client, of.plan),
            official="fi",
            other=LANGUAGES[number % len(LANGUAGES)],
            draft=bool(number % 2),
            library=of.library,
        )
        sheet_pdf(sheet)
        held.append(resident())
    with capsys.disabled():
        marks = ", ".join(f"{at}: {held[at - 1] // 1024} MB" for at in (1, 10, 100, 250, 500))
        sys.stdout.write(f"\nmemory after so many plans: {marks}\n")
    assert held[499] - held[99] < 10 * 1024
