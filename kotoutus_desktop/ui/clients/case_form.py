"""A form about one record of a client that may follow from a measure of the plan."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from kotoutus_desktop.ui.clients.client_step import OF_MEASURE
from kotoutus_desktop.ui.clients.field_grid import FieldGrid
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.workspace import Workspace


class CaseForm(FormPage):
    """`destination.client` is whose record it is, `record` the record, None for a new one.

    A new record is only recorded when the counsellor says so; until then its typing is kept.
    """

    def __init__(self, workspace: Workspace, destination: Destination, form: str) -> None:
        assert destination.client is not None, "the form is about a client"
        self.client_id = destination.client
        kept = form if destination.record else f"{form}:{self.client_id.hex}:{destination.focus}"
        super().__init__(workspace, kept, destination.record)
        of_measure = destination.focus.startswith(OF_MEASURE)
        self.measure = UUID(destination.focus.removeprefix(OF_MEASURE)) if of_measure else None

    def place(self, here: Destination) -> Destination:
        """A new record that was stored meanwhile is found by itself, not as another new one."""
        return here if self.subject is None else replace(here, record=self.subject, focus="")

    def leave(self) -> None:
        """Keep what is typed; a new record waits for the counsellor's word."""
        if self.subject is None:
            self.keep()
        else:
            super().leave()

    def add_part(
        self, title: str, fields: Mapping[str, Field], wide: Collection[str]
    ) -> tuple[Label, FieldGrid]:
        """Add fields under a heading, those of `wide` over the whole width; returns both."""
        heading, grid = self.add_section(title), FieldGrid()
        for name, field in fields.items():
            self.register(name, field)
            grid.put(field, wide=name in wide)
        self.put(grid)
        return heading, grid
