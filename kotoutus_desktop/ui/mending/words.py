"""What a check found and what a repair did, in sentences."""

from collections.abc import Iterable

from kotoutus_desktop.i18n import N_, _, ngettext
from kotoutus_desktop.models.mending.checking import Fault, Finding
from kotoutus_desktop.models.mending.repairing import Outcome

_FAULTS = {
    Fault.KEYS: N_("The keys file beside it is missing, damaged, or belongs to another file."),
    Fault.UNREADABLE: N_(
        "The beginning of the file cannot be read. It cannot be mended: go back to a copy."
    ),
    Fault.STRUCTURE: N_("The structure of the file is wrong in {n} places."),
    Fault.INDEX: N_("An index does not fit its table in {n} places. Nothing is lost."),
    Fault.REFERENCES: N_("{n} records refer to one that is not there."),
    Fault.LOG: N_(
        "The log is not as it was sealed from entry {n} on. This cannot be mended: somebody may "
        "have changed it with another program."
    ),
}
_OUTCOMES = {
    Outcome.CARRIED: N_("{n} records were read and carried over into a new file."),
    Outcome.FROM_LOG: N_("{n} records that could not be read were made again from the log."),
    Outcome.KEYS: N_("The keys file was taken from the newest copy that fits."),
    Outcome.IN_PART: N_(
        "{n} records were made again, but some of their last changes are lost. Compare them with "
        "your papers."
    ),
    Outcome.EMPTY: N_(
        "Of {n} records nothing is left but that they were there. They stand in the file empty."
    ),
    Outcome.LOST: N_("{n} records are lost, or had been deleted before."),
    Outcome.HISTORY: N_("{n} entries of the log are lost: who changed what, and when."),
    Outcome.UNCOUNTED: N_(
        "Records of {n} kinds may be missing, and the log cannot tell which. Compare the file "
        "with your papers and with the newest copy."
    ),
    Outcome.LOG_BROKEN: N_("The log begins anew; entries from {n} on cannot be verified."),
}


def finding_text(finding: Finding) -> str:
    """Say one thing that is wrong."""
    if finding.fault is Fault.PAGES:
        return ngettext(
            "{n} page of the file is damaged: what lies on it cannot be read.",
            "{n} pages of the file are damaged: what lies on them cannot be read.",
            finding.number,
        ).format(n=finding.number)
    return _(_FAULTS[finding.fault]).format(n=finding.number)


def can_be_mended(findings: Iterable[Finding]) -> bool:
    """Tell whether a repair can change anything for the better."""
    faults = {finding.fault for finding in findings}
    return bool(faults - {Fault.LOG}) and Fault.UNREADABLE not in faults


def outcome_text(outcome: Outcome, number: int) -> str:
    """Say one thing that a repair did, or could not do."""
    return _(_OUTCOMES[outcome]).format(n=number)
