"""One thing that is explained: what it is called where it was asked, and its reason."""

from dataclasses import dataclass
from uuid import UUID

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.reason import Limit, Reason
from kotoutus_desktop.ui.why.reason_words import LIMITS
from kotoutus_desktop.ui.words import enum_text


@dataclass(frozen=True)
class Why:
    """A reason under the words in which the page shows the thing; "" for a section alone.

    `client` is whose it is, None where the page tells.
    """

    title: str
    reason: Reason
    client: UUID | None = None


def of_reason(reason: Reason) -> Why:
    """Return a reason under the name of its step or limit."""
    if isinstance(reason.subject, StepKind):
        return Why(enum_text(reason.subject), reason)
    if isinstance(reason.subject, Limit):
        return Why(_(LIMITS[reason.subject]), reason)
    return Why("", reason)
