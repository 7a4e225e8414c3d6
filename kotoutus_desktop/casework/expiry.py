"""Until when a suitcase opens. Afterwards it is not lost: the office unpacks it."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.suitcase import Suitcase

_EXPIRED = N_(
    "This suitcase has been locked since {day}. Nothing in it is lost: take it to the office, where"
    " it is unpacked under Exchange, Suitcase."
)
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class SuitcaseExpired(KotoutusError):
    """A suitcase opens no more; it can only be unpacked at the office."""


def require_not_expired(session: Session, now: datetime) -> None:
    """Raise SuitcaseExpired for a suitcase whose time is over.

    A clock that was set back does not help: the log knows a later time.
    """
    expires_at = session.scalar(select(Suitcase.expires_at).where(Suitcase.inside))
    if expires_at is None:
        return
    last = session.execute(select(func.max(LOG_ENTRY.c.at))).scalar() or 0
    if max(now, _EPOCH + timedelta(milliseconds=last)) >= expires_at:
        day = expires_at.astimezone()
        raise SuitcaseExpired(_EXPIRED, day=f"{day.day}.{day.month}.{day.year}")
