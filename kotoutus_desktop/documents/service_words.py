"""The fixed texts of the client's sheet of services.

Where a value stands in the text, it keeps its basic form ("Price in euros: {amount}").
"""

from dataclasses import dataclass

from kotoutus_desktop.i18n import N_


@dataclass(frozen=True)
class ServiceWords:
    """What the sheet says about services."""

    title: str = N_("Services for you")
    planned: str = N_("Services in your plan")
    others: str = N_("Other services that you can use")
    free: str = N_("Free of charge")
    price: str = N_("Price in euros: {amount}")
    waiting: str = N_("Usual waiting time in weeks: {weeks}")
    changes: str = N_("Services and times can change. Ask your counsellor.")


SERVICES = ServiceWords()
