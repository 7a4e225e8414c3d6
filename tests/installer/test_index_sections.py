"""The statutes' texts are not in the project: an invented act of few words stands for them."""

import sys
from pathlib import Path

import pytest

from installer import index_sections

ACT_FI = """Laki
Säädetään:
1 luku
Yleistä
1 §
Tarkoitus
Tarkoituksena on:
1) yksi; ja
2) kaksi.
Toinen momentti.
2 §
Kumottava
Ainoa momentti.
3 §
Vanha otsikko
Ensimmäinen.
Toinen.
a) alakohta
Kolmas.
4 §
Voimaantulo
Tämä laki tulee voimaan 1 päivänä tammikuuta 2025.
HE 1/2023
"""
ACT_SV = ACT_FI.replace("luku", "kap.").replace("Tarkoitus\n", "Syfte\n").replace("HE", "RP")
AMENDING = """Laki
Päätöksen mukaisesti
kumotaan lain (681/2023) 1 §:n 2 momentti sekä 2 §,
muutetaan 3 §:n otsikko ja 2 momentti sekä
4 §:n ruotsinkielinen sanamuoto,
sellaisina kuin ne ovat, ja
lisätään lakiin uusi 3 a § seuraavasti:
3 §
Uusi otsikko
Uusi toinen:
1) kohta.
3 a §
Lisätty
Ensimmäinen.
Tämä laki tulee voimaan 1 päivänä tammikuuta 2025.
HE 2/2024
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    texts = {"681-2023-fi": ACT_FI, "681-2023-sv": ACT_SV}
    amending = AMENDING.replace("sellaisina kuin ne ovat, ja\n", "")
    texts |= {"1-2024-fi": amending, "1-2024-sv": amending.replace("Lisätty", "Ny")}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(index_sections, "STATUTES", ("681/2023",))
    monkeypatch.setattr(index_sections, "AMENDMENTS", {"681/2023": ("1/2024",)})
    monkeypatch.setattr(index_sections, "OTHER", ())
    return tmp_path


def test_a_statute_is_counted_as_amended(folder: Path) -> None:
    rows = {row.section: row for row in index_sections.all_rows(folder)}

    assert list(rows) == ["1", "2", "3", "3 a", "4"]
    assert rows["1"].points == (2, 0)
    assert rows["1"].repealed == {2: "2025-01-01"}
    assert rows["2"].repealed_from == "2025-01-01"
    assert (rows["3"].heading_fi, rows["3"].points) == ("Uusi otsikko", (0, 1, 0))
    assert rows["3"].changes == ("1/2024 in part",)
    assert (rows["3 a"].heading_sv, rows["3 a"].points) == ("Ny", (0,))
    assert (rows["4"].points, rows["4"].changes) == ((0,), ())
    assert (rows["1"].heading_fi, rows["1"].heading_sv) == ("Tarkoitus", "Syfte")


def test_the_clause_about_older_wordings_changes_nothing(folder: Path) -> None:
    found = list(index_sections.changes(AMENDING.splitlines()))

    assert [(each.section, each.verb) for each in found if not each.swedish] == [
        ("1", "kumotaan"),
        ("2", "kumotaan"),
        ("3", "muutetaan"),
    ]


def test_a_text_that_does_not_hold_what_its_clause_says_is_refused(folder: Path) -> None:
    text = folder / "1-2024-fi.txt"
    wrong = text.read_text("utf-8").replace("1) kohta.", "Vielä yksi momentti.")
    text.write_text(wrong, encoding="utf-8")

    with pytest.raises(ValueError, match="1/2024 § 3"):
        index_sections.all_rows(folder)


@pytest.mark.parametrize(
    ("text", "found"), [("14, 16, 18–20 ja 22", "14 16 18 19 20 22"), ("32 a", "32 a")]
)
def test_lists_of_numbers_are_read(text: str, found: str) -> None:
    assert " ".join(index_sections.numbers(text)) == found


def test_an_index_that_is_not_what_the_texts_give_is_told(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(index_sections, "INDEX", tmp_path / "index.csv")
    monkeypatch.setattr(sys, "argv", ["index_sections.py", str(folder)])
    assert index_sections.main() == 0

    (tmp_path / "index.csv").write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["index_sections.py", str(folder), "--check"])
    assert index_sections.main() == 1
    assert "index.csv" in capsys.readouterr().out
