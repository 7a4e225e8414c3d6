"""One part of the intake: a heading, a card of fields, and where its data came from."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.circumstances import DatumSource, SourceKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.clients.intake_source import SourceField
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.form_page import FormPage

AnyField = TypeVar("AnyField", bound=Field)
Change = Callable[[Any], Any]


def same(value: Any) -> Any:
    """Return the value: field and column hold it alike."""
    return value


def day_of(entered: Any) -> Any:
    """Return the day that was entered in a date field, None for none."""
    return entered.day if entered else None


def member_of(kind: type[StrEnum]) -> Change:
    """Return what makes a chosen value a member of an enum, None for none."""
    return lambda value: kind(value) if value else None


def value_of(member: StrEnum | None) -> str:
    """Return the value of an enum member as a choice field holds it."""
    return member.value if member else ""


def free_text_hint() -> str:
    """Return what free text must not say (§ 73)."""
    return _("Religion, ethnicity and political opinions are not recorded (§ 73).")


class IntakeSection(Card):
    """Fields that are each kept in a column of the client, and the source of the whole part.

    `subject` names the part in the table of sources (§ 73(2)).
    """

    subject = ""

    def __init__(self, page: FormPage, title: str) -> None:
        super().__init__(gap=3)
        self.page = page
        self.columns: set[str] = set()
        self._bound: dict[str, tuple[Field, Change, Change]] = {}
        self.heading = page.add_section(title)
        page.put(self)
        self.grid = FieldGrid()
        self.put(self.grid)

    def bind(
        self,
        column: str,
        field: AnyField,
        *,
        to_field: Change = same,
        to_column: Change = same,
        wide: bool = False,
    ) -> AnyField:
        """Add a field that shows a column of the client under the column's name."""
        self.columns.add(column)
        self._bound[column] = (field, to_field, to_column)
        self.grid.put(field, wide=wide)
        self.page.register(column, field)
        return field

    def add_source(self) -> None:
        """Add the source of this part as its last line; quiet while it is the client."""
        self.source = SourceField()
        self.put(self.source)
        self.page.register(f"source.{self.subject}", self.source)

    def load(self, client: Client) -> None:
        """Show what is recorded."""
        for column, (field, to_field, _to_column) in self._bound.items():
            field.set_value(to_field(getattr(client, column)))
        if self.subject:
            self._load_source(client)

    def write(self, client: Client, *, lenient: bool = False) -> None:
        """Write the fields to the client; raises InvalidInput for what means nothing.

        `lenient` leaves out what is not right yet: for what is shown while someone types.
        """
        for column, (field, _to_field, to_column) in self._bound.items():
            if not (lenient and field.fault()):
                setattr(client, column, to_column(field.value()))

    def write_source(self, client: Client) -> None:
        """Write where the data came from, when it was not the client, and who recorded it."""
        if not self.subject:
            return
        kept = self._kept_source(client)
        source, detail = self.source.value()
        if source is SourceKind.CLIENT:
            client.sources = [s for s in client.sources if s is not kept]
            return
        if kept is None:
            kept = DatumSource(client_id=client.id, subject=self.subject, source=source)
            client.sources.append(kept)
        elif (kept.source, kept.detail) == (source, detail):
            return
        kept.source, kept.detail = source, detail
        kept.recorded_by = self.page.workspace.officer_id
        kept.recorded_on = self.page.workspace.today()

    def show_only(self, field: Field, shown: bool) -> None:
        """Show a field or take it out of sight; what stands in it is kept."""
        if field.isHidden() == shown:
            field.setVisible(shown)

    def _load_source(self, client: Client) -> None:
        kept = self._kept_source(client)
        self.source.set_value((kept.source, kept.detail) if kept else (SourceKind.CLIENT, ""))

    def _kept_source(self, client: Client) -> DatumSource | None:
        return next((s for s in client.sources if s.subject == self.subject), None)
