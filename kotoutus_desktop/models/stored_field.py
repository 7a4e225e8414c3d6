"""What of a case was entered in the national register, by whom and as what."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kotoutus_desktop.models.base import Model, case_key
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.stored_fields import StoredField


class EnteredField(Model, kw_only=True):
    """A field that somebody typed into Koto-AJ or A-TMT.

    `subject` is the assessment, plan or review, `value` the text that was typed: when the case
    says something else later, the difference is seen.
    """

    __tablename__ = "entered_field"

    client_id: Mapped[UUID] = case_key()
    subject: Mapped[UUID] = mapped_column(index=True)
    field: Mapped[StoredField]
    register: Mapped[Register]
    value: Mapped[str]
    entered_on: Mapped[date]
    officer_id: Mapped[UUID | None] = mapped_column(default=None)
