"""A card of the plan's form: some of its attributes, bound to fields."""

from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.bindings import Binding, Bindings
from kotoutus_desktop.ui.plans.plan_document import PlanDocument


class PlanPart(Card):
    """Fields of the plan itself. A subclass makes them in `build` and may react in `follow`."""

    def __init__(self, document: PlanDocument, phrasebook: Phrasebook, title: str = "") -> None:
        super().__init__(title, gap=3)
        self.document, self.phrasebook = document, phrasebook
        self.bindings = Bindings(*self.build())
        self.bindings.show(document.plan)

    def build(self) -> list[Binding]:
        """Make the fields, put them into the card, and return their bindings."""
        raise NotImplementedError

    def write(self) -> None:
        """Write what can be read into the document."""
        self.bindings.write(self.document.plan)

    def follow(self) -> None:
        """Show or hide what depends on the rest of the plan."""
