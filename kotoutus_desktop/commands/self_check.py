"""self-check: an installation proves on the spot that every part of it works.

The same steps run in a checkout and in what was installed. A line says how each of them went,
the last one `N passed, N failed`, in English in every language, so that a script can read it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Protocol

from kotoutus_desktop import app
from kotoutus_desktop.commands.self_check_trial import Trial
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _, interface_language, set_interface_language
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.ui.demo.offscreen import noticing_failures, quiet_toolkit

PASSED, FAILED = 0, 1
_NOT_TRIED = N_("not tried, because a step before it failed")


class Output(Protocol):
    """Where the lines go."""

    def write(self, text: str, /) -> object:
        """Write some text."""

    def flush(self) -> object:
        """Let it be seen at once."""


@dataclass(frozen=True)
class Step:
    """One thing that is tried. Without a `ground` step none of those after it can be tried."""

    words: str
    act: Callable[[], object]
    ground: bool = False
    language: str = ""


class Attempt:
    """Tries a step and keeps what it raised, whatever that was: the next step is tried anyway."""

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def __enter__(self) -> "Attempt":
        """Begin the attempt."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> bool:
        """Hold back what went wrong, unless somebody stops the program."""
        self.error = error
        return isinstance(error, Exception)


def self_check(output: Output) -> int:
    """Try everything on an invented client, in a folder that is gone afterwards.

    Returns the exit status: 0, or 1 when a step failed.
    """
    language = interface_language()
    application = app.dressed_application(offscreen=True)
    try:
        with quiet_toolkit(), _folder() as folder:
            trial = Trial(Path(folder))
            try:
                return run(steps(trial), output, language)
            finally:
                trial.close()
    finally:
        set_interface_language(language)
        application.processEvents()


def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="kotoutus-", ignore_cleanup_errors=True)


def steps(trial: Trial) -> list[Step]:
    """Return what is tried, in this order."""
    return [
        Step(N_("Law cases are answered as they should be"), trial.law),
        Step(N_("An encrypted file is made, locked and unlocked"), trial.start, ground=True),
        Step(N_("A client is registered"), trial.register, ground=True),
        Step(N_("The client is assessed"), trial.assess, ground=True),
        Step(N_("A plan is agreed"), trial.plan, ground=True),
        Step(N_("The plan is shown and saved as PDF"), trial.print),
        Step(N_("Every page of the program opens"), trial.pages),
        Step(N_("The program is closed"), trial.leave, ground=True),
        *(
            Step(N_("The plan in a client's language: {language}"), paper, language=code)
            for code, paper in ((code, trial.paper(code)) for code in CLIENT_LANGUAGES)
        ),
        Step(N_("A backup copy is made and proven"), trial.back_up, ground=True),
        Step(N_("The copy is restored"), trial.restore),
        Step(N_("The cases of two laptops are merged"), trial.merge),
    ]


def run(tried: Sequence[Step], output: Output, language: str) -> int:
    """Try the steps, say how each went in a language, and return the exit status."""
    passed, ground_fell = 0, False
    for step in tried:
        reason = _NOT_TRIED if ground_fell else ""
        if not ground_fell:
            reason = _tried(step)
        ground_fell = ground_fell or bool(reason and step.ground)
        passed += not reason
        set_interface_language(language)  # the windows may have chosen another
        words = _(step.words).format(language=step.language)
        output.write(f"FAILED  {words}: {_(reason)}\n" if reason else f"ok      {words}\n")
        output.flush()
    failed = len(tried) - passed
    output.write(f"{passed} passed, {failed} failed\n")
    output.flush()
    return FAILED if failed else PASSED


def _tried(step: Step) -> str:
    """Return why a step failed, "" when it did not."""
    with noticing_failures() as failures, Attempt() as attempt:
        step.act()
    found = [each for each in (attempt.error, *failures) if each is not None]
    return "; ".join(map(_reason, found))


def _reason(error: BaseException) -> str:
    """Return an error in words; everything here is invented, so its values may be shown."""
    if isinstance(error, KotoutusError):
        return _(error.message).format(**error.values)
    return f"{type(error).__name__}: {error}"
