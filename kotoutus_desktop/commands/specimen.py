"""specimen: sample pages of the languages, for native speakers to check and sign."""

from pathlib import Path

from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.specimen import specimen_pdf
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.progress import Report, ignore


def write_specimens(folder: Path, language: str | None, report: Report = ignore) -> list[Path]:
    """Write specimen-ar.pdf and so on: of one language, of all of them where it is None.

    Raises CannotWrite; the pages that were written before it stay.
    """
    languages = [language] if language else list(CLIENT_LANGUAGES)
    written = []
    for place, code in enumerate(languages, start=1):
        path = folder / f"specimen-{code}.pdf"
        save_paper(path, specimen_pdf(code))
        written.append(path)
        report(place, len(languages))
    return written
