"""From the first start to the paper in the client's hand, by keyboard, on a real file.

The usual run goes in Arabic, Somali and Burmese; -m whole goes in the other languages.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.i18n import _, set_interface_language
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.render import render
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.program import Program
from kotoutus_desktop.ui.theme import Mode, start_theme
from tests.casebook import NOW
from tests.journeys.keyboard import CONTROL, Keyboard, wait_until

QUICK = Cost(memory=8 * 1024, passes=1, lanes=1)
_UNSEEN = re.compile("[\\s\\u00ad\\u0002\\ufffe\\u200b-\\u200f\\u2060\\u2066-\\u2069-]")
LONGEST_WORD = 30  # of the phrases; what is longer is a sentence without spaces
PASSPHRASE = "neljä harmaata kissaa katolla"


@dataclass(frozen=True)
class Journey:
    """Who is helped, in which languages; words are those of the interface language."""

    interface: str
    other: str
    municipality: str
    language: str  # of the client, as the interface calls it
    today: str
    own_name: str


JOURNEYS = [
    Journey("fi", "ar", "Utajärvi", "arabia", "tänään", "أمل حسن الخطيب"),
    Journey("sv", "so", "Korsholm", "somaliska", "i dag", "Xaliimo Cabdi"),
    Journey("fi", "fa", "Utajärvi", "persia", "tänään", "زهرا رضایی"),
    Journey("fi", "ckb", "Utajärvi", "sorani", "tänään", "ئاڤان عەلی"),
    Journey("fi", "ti", "Utajärvi", "tigrinja", "tänään", "ሰላም ተስፋይ"),
    Journey("fi", "th", "Utajärvi", "thai", "tänään", "สมหญิง ใจดี"),
    Journey("fi", "my", "Utajärvi", "burma", "tänään", "နော်အဲဝါ"),
    Journey("fi", "zh", "Utajärvi", "mandariinikiina", "tänään", "李小龙"),
    Journey("fi", "ur", "Utajärvi", "urdu", "tänään", "فاطمہ خان"),
]
USUAL = ("ar", "so", "my")
SAID = [
    Wording.of("T-010"),
    Wording.of("L-012", level="B1.1"),
    Wording.of("L-001"),
    Wording.of("P-001"),
    Wording.of("S-001"),
    Wording.of("F-001"),
    Wording.of("O-002"),
]


@pytest.fixture
def keys(qapp: QApplication):
    yield Keyboard()
    set_interface_language("en")


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> QApplication:
    """The application in its own clothes, put on once."""
    start_theme(Mode.LIGHT, 1.0)
    return qapp


@pytest.fixture
def program(dressed: QApplication, tmp_path: Path, request: pytest.FixtureRequest):
    """The program at its very first start."""
    preferences = Preferences(tmp_path / "preferences.ini")
    preferences.language = request.param.interface
    preferences.mode = Mode.LIGHT
    program = Program(tmp_path / "office" / "asiakkaat.kotoutus", preferences, QUICK, lambda: NOW)
    program.start()
    assert program.window is not None
    program.window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)
    yield program
    window = program.window
    program.stop()
    window.deleteLater()  # or the next journey would dress its two thousand things again
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def make_the_file(keys: Keyboard, journey: Journey, program: Program, sheet: Path) -> None:
    """Answer the wizard, save the recovery sheet, and open the program."""
    keys.choose(_("Municipality"), journey.municipality)
    keys.push(_("Continue"))
    keys.fill(_("Your name"), "Maija Esimerkki")
    keys.push(_("Continue"))
    keys.push(_("Continue"))
    keys.fill(_("Passphrase"), PASSPHRASE)
    keys.fill(_("Passphrase again"), PASSPHRASE)
    keys.push(_("Make the encrypted file"))
    wait_until(lambda: hasattr(program.window, "sheet"))
    keys.push(_("Save as PDF"))
    assert sheet.exists()
    keys.push(_("The sheet is in a safe place"))
    keys.push(_("Open the program"))
    wait_until(lambda: isinstance(program.window, MainWindow))
    program.window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)


def register(keys: Keyboard, journey: Journey) -> None:
    """Register somebody with two surnames, no identity code, and only the year of birth."""
    keys.press(Qt.Key.Key_N, CONTROL)
    keys.fill(_("Family names"), "García Al-Khatib")
    keys.fill(_("Given names"), "Amal")
    keys.fill(_("Name in own script"), journey.own_name)
    keys.fill(_("Date of birth"), "1988")
    keys.choose(_("Mother tongue"), journey.language)
    keys.choose(_("Language of service"), journey.language)
    keys.push(_("Needs an interpreter"))
    keys.choose(_("Right of residence"), _("residence permit"))
    keys.choose(_("Protection or family"), _("international protection"))
    keys.fill(_("First permit, card or registration"), "12.3.2026")
    keys.step()


def assess(keys: Keyboard, journey: Journey) -> None:
    """Go through the nine heads, tell the four things, and decide that a plan is needed."""
    keys.step()
    keys.write("Lukee hyvin.")
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.write("Ymmärtää tervehdykset.")
    keys.say(_("Service need"), "T-010")
    keys.say(_("Goal of the client"), "L-012")
    keys.write("B1.1")
    keys.press(Qt.Key.Key_Tab)
    for _head in range(7):
        keys.press(Qt.Key.Key_PageDown, CONTROL)
        keys.write("Keskusteltu.")
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.press(Qt.Key.Key_Backtab)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.write(journey.today)
    keys.choose(_("Place"), _("office of the authority"))
    keys.choose(_("Interpretation"), _("interpreter present"))
    keys.fill(_("Interpreter or interpreting company"), "Tulkkikeskus")
    keys.press(Qt.Key.Key_PageDown, CONTROL)
    keys.push(_("Outcome"))
    keys.say(_("Reason for the outcome"), "R-031")
    keys.fill(_("Planned date of the plan"), journey.today)
    keys.step()


def draw_up(keys: Keyboard, journey: Journey) -> None:
    """Draw up the plan from the assessment, with phrases only, and agree it."""
    keys.step()
    keys.push(_("Add a long-term goal"))
    keys.say(_("Goal"), "L-001")
    keys.say(_("Add a service or measure"), "P-001")
    keys.say(_("Why does the service suit the goal?"), "S-001")
    keys.say(_("Reason for other goals than working-life skills and employment"), "R-001")
    keys.say(_("Guidance and counselling"), "P-090")
    keys.say(_("How the plan is followed up"), "F-001")
    keys.fill(_("Explained on"), journey.today)
    keys.choose(_("In which language"), journey.language)
    keys.push(_("An interpreter interpreted"))
    keys.push(_("Acceptance"))
    keys.fill(_("Accepted on"), journey.today)
    keys.step()


def print_it(keys: Keyboard, program: Program, paper: Path) -> None:
    """Open the preview of the agreed plan and save it."""
    keys.step()
    page = program.window.page
    assert isinstance(page, PrintPage), [m.text for m in page.bars.messages()]
    wait_until(lambda: bool(page.paper.content))
    keys.push(_("Save as PDF"))
    assert paper.exists()


def words_of(path: Path) -> str:
    """Return the text of a PDF without the spaces and marks that fonts and directions bring.

    What a screen reader is given stands after what is drawn: there every script is in order.
    """
    with pdfium.PdfDocument(path) as document:
        drawn = [page.get_textpage().get_text_range() for page in document]
    with pikepdf.open(path) as document:
        told = [
            str(each.ActualText)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each
        ]
    return bare(" ".join([*drawn, *told]))


def bare(text: str) -> str:
    """Return a text without spaces, marks of direction, joiners and hyphens of divided words."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def pieces(text: str) -> list[str]:
    """Return the words of a text, or threes of letters where a language writes no spaces."""
    words = [bare(word).strip(".,:") for word in text.split()]
    if max(map(len, words)) <= LONGEST_WORD:
        return words
    return [each[at : at + 3] for each in words for at in range(0, len(each), 3)]


def readable_names(folder: Path) -> list[str]:
    """Return the files, also those beside the database, that show a name to anybody."""
    words = [word.encode(code) for word in ("García", "Amal") for code in ("utf-8", "utf-16-le")]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in words)
    ]


@pytest.mark.parametrize(
    ("program", "journey"),
    [
        pytest.param(
            *(journey, journey),
            marks=() if journey.other in USUAL else pytest.mark.whole,
            id=f"{journey.interface}-{journey.other}",
        )
        for journey in JOURNEYS
    ],
    indirect=["program"],
)
def test_a_counsellor_gets_from_the_first_start_to_the_saved_paper_by_keyboard(
    program, journey, keys, tmp_path, monkeypatch
):
    sheet, paper = tmp_path / "sheet.pdf", tmp_path / "plan.pdf"
    where = {"sheet": sheet, "plan": paper}
    dialog = "PySide6.QtWidgets.QFileDialog.getSaveFileName"
    monkeypatch.setattr(dialog, lambda *_a: (str(where.pop("sheet", None) or paper), ""))

    make_the_file(keys, journey, program, sheet)
    register(keys, journey)
    assess(keys, journey)
    draw_up(keys, journey)
    print_it(keys, program, paper)

    printed = words_of(paper)
    for language in (journey.interface, journey.other):
        for wording in SAID:
            text = render(wording, language, library())
            sought = pieces(text)
            missing = [piece for piece in sought if piece not in printed]
            assert len(missing) <= len(sought) // 3, (language, wording.phrase, missing)
    assert "García" in printed
    assert readable_names(tmp_path / "office") == []
    assert keys.strokes < 4000
