"""School holidays as municipalities decided them; courses are planned around them."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model


class SchoolHoliday(Model, kw_only=True):
    """Days without school from `first` to `last`; `municipality` is a code, "" for all of them."""

    __tablename__ = "school_holiday"

    municipality: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    first: Mapped[date] = mapped_column(index=True)
    last: Mapped[date]
