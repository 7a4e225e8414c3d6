"""What the program has checked of a paper, one line for each thing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from kotoutus_desktop.documents.problems import PrintProblem, ProblemKind
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.printing.plan_paper import PaperChoice
from kotoutus_desktop.ui.words import language_name

SHOWN_PROBLEMS = 8


class PaperChecks(Column):
    """What is right, what stays in one language, what blocks."""

    def __init__(self) -> None:
        super().__init__(gap=2)

    def show(self, choice: PaperChoice, phrases: int, problems: Sequence[PrintProblem]) -> None:
        """Say what was found of a paper with so many phrases."""
        clear(self)
        blocking = [problem for problem in problems if problem.blocks]
        english = [each for each in problems if each.kind is ProblemKind.IN_ENGLISH]
        if not blocking and not english:
            self._add("circle-check", "success", _translated(choice, phrases))
        if not blocking:
            self._add("circle-check", "success", _("Every letter is in a font"))
        for problem in blocking[:SHOWN_PROBLEMS]:
            self._add("alert-circle", "danger", problem.text())
        for problem in english[:SHOWN_PROBLEMS]:
            self._add("alert-triangle", "warning", problem.text())
        single = sum(each.kind is ProblemKind.ONE_LANGUAGE for each in problems)
        if single:
            self._add("alert-triangle", "warning", _free_texts(single))
        code = choice.with_identity_code
        words = _("The identity code is printed") if code else _("The identity code is not printed")
        self._add("shield-lock", "warning" if code else "muted", words)

    def _add(self, icon: str, tone: str, words: str) -> None:
        line = Row(gap=2)
        sign = IconLabel(icon, "text_muted" if tone == "muted" else tone, 18)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(wrapped(words, "small"), 1)
        self.addLayout(line)


def _translated(choice: PaperChoice, phrases: int) -> str:
    languages = " + ".join(language_name(code) for code in choice.languages)
    if not phrases:
        return _("All texts exist in: {languages}").format(languages=languages)
    return ngettext(
        "The {n} phrase exists in: {languages}",
        "All {n} phrases exist in: {languages}",
        phrases,
    ).format(n=phrases, languages=languages)


def _free_texts(count: int) -> str:
    return ngettext(
        "{n} free text stands in one language: the paper says that the interpreter explained it",
        "{n} free texts stand in one language: the paper says that the interpreter explained them",
        count,
    ).format(n=count)
