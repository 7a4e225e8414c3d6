"""The bin is emptied by itself, soon after the file was unlocked."""

import logging

from kotoutus_desktop.casework.deleted import empty_bin, is_over
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.jobs import Job
from kotoutus_desktop.ui.workspace import Workspace

logger = logging.getLogger(__name__)


def empty_soon(workspace: Workspace) -> Job | None:
    """Forget, off the main thread, what lay in the bin for its days; None where nobody may.

    A role that sees no cases leaves it to the others. Where nothing can be written now, it is
    done at the next unlocking.
    """
    if workspace.role is Role.TRAINER:
        return None
    database, now = workspace.database, workspace.now()

    def work(_report: object) -> int:
        with database.reading() as session:  # so that nobody waits for nothing
            if not is_over(session, now):
                return 0
        with database.transaction() as session:
            return empty_bin(session, now)

    job = Job(work)
    job.failed.connect(_failed)
    job.start()
    return job


def _failed(error: Exception) -> None:
    if not isinstance(error, KotoutusError):
        raise error
    logger.warning("the bin could not be emptied")
