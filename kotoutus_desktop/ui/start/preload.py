"""Loading what the cases need while the passphrase is typed.

Nothing of it is loaded before the passphrase field is painted. The work that opens the file
waits for this job, as jobs run one at a time: no module is loaded from two threads at once.
"""

from importlib import import_module

from kotoutus_desktop.progress import Report
from kotoutus_desktop.ui.jobs import Job

MODULES = (
    "sqlalchemy.orm",
    "kotoutus_desktop.models.database",
    "kotoutus_desktop.models.tables",
    "kotoutus_desktop.casework.office_file",
    "kotoutus_desktop.casework.overview",
    "kotoutus_desktop.casework.due",
    "babel.dates",
)
"""No module with widgets is among them: those are loaded where they live, in the main thread."""


def preloading() -> Job:
    """Return the job; a module that cannot be loaded is reported by whoever needs it."""
    return Job(_load)


def _load(report: Report) -> None:
    for number, name in enumerate(MODULES):
        report(number, len(MODULES))
        import_module(name)
