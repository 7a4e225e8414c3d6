"""The demo on a machine without a screen: the main job, its papers, pictures of every window."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, interface_catalog, interface_language, set_interface_language
from kotoutus_desktop.ui.demo.gallery import LOOKS, Gallery, Look
from kotoutus_desktop.ui.demo.journey import Journey
from kotoutus_desktop.ui.demo.offscreen import (
    Pictures,
    TourFailed,
    noticing_failures,
    quiet_toolkit,
)
from kotoutus_desktop.ui.demo.training import Training
from kotoutus_desktop.ui.failures import explain, report_of
from kotoutus_desktop.ui.theme import Mode, theme
from kotoutus_desktop.ui.workspace import clock

FIRST_PAPER = "plan-fi-ar-1.pdf"
DONE, FAILED = 0, 1


def tour(folder: Path, looks: Sequence[Look] = LOOKS) -> int:
    """Work through the windows offscreen and leave plans and pictures in a folder.

    Says on the terminal what it does and where the files are. Returns 0, or 1 when something
    failed. File names hold no personal data; the person in them is fictional anyway.
    """
    before = interface_language()
    with quiet_toolkit(), noticing_failures() as failures:
        try:
            _Tour(folder, before).go(looks)
        except (TourFailed, KotoutusError) as error:
            failures.append(error)
        finally:
            set_interface_language(before)
    for failure in failures:
        reason = explain(failure) if isinstance(failure, KotoutusError) else report_of(failure)
        sys.stderr.write(f"{reason}\n")
        if isinstance(failure, TourFailed):
            sys.stderr.write(f"{failure}\n")
    return FAILED if failures else DONE


class _Tour:
    """One tour. It speaks the language of the terminal; the windows change theirs on the way."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder, self._words = folder, interface_catalog(language)

    def go(self, looks: Sequence[Look]) -> None:
        """Do everything, step by step."""
        self._folder.mkdir(parents=True, exist_ok=True)
        pictures = Pictures(self._folder)
        with TemporaryDirectory(prefix="kotoutus-", ignore_cleanup_errors=True) as private:
            self._work(Path(private), pictures)
        with Training() as training:
            gallery = Gallery(training, pictures)
            papers = gallery.save_papers(self._folder, before=1)
            self._say(N_("Saved the plans of fictional clients: {names}"), names=", ".join(papers))
            for look in looks:
                gallery.show(look)
        theme().apply(Mode.LIGHT, 1.0)
        self._say(N_("Took {count} pictures of the windows."), count=str(len(pictures.names)))
        self._say(N_("The PDFs and pictures are in {folder}"), folder=str(self._folder.resolve()))

    def _work(self, private: Path, pictures: Pictures) -> None:
        """Do the main job for one person."""
        theme().apply(Mode.LIGHT, 1.0)
        journey = Journey(private, pictures, clock().astimezone().date())
        try:
            journey.start()
            self._say(N_("Made an encrypted file, locked it and unlocked it."))
            journey.register()
            self._say(N_("Registered a person with two surnames and a name in Arabic."))
            journey.assess()
            self._say(N_("Assessed the person: all nine heads."))
            journey.plan()
            self._say(N_("Agreed an integration plan made of phrases."))
            journey.print(self._folder / FIRST_PAPER)
            self._say(N_("Saved the plan in Finnish and Arabic: {name}"), name=FIRST_PAPER)
        finally:
            journey.stop()

    def _say(self, message: str, **values: str) -> None:
        sys.stdout.write(self._words.gettext(message).format(**values) + "\n")
        sys.stdout.flush()
