"""A paper with gaps is not drawn."""

from kotoutus_desktop.documents.problems import Problems, problems
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.errors import NotPrintable
from kotoutus_desktop.i18n import N_


def refuse_gaps(sheet: Sheet) -> None:
    """Raise NotPrintable, naming what is missing, where the sheet cannot be printed."""
    blocking = [problem for problem in problems(sheet) if problem.blocks]
    if blocking:
        raise NotPrintable(
            N_("The paper cannot be printed yet:\n{problems}"), problems=Problems(blocking)
        )
