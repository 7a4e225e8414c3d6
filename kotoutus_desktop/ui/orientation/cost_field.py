"""What a course costs, in euros and cents."""

import re
from typing import Any

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.printing.appointment_fields import NOT_EUROS

CENTS = 100
_TYPED = re.compile(r"(\d{1,7})(?:[.,](\d{1,2}))?")


class CostField(TextField):
    """An amount with a comma or a point; its value is whole cents, None while empty."""

    def value(self) -> int | None:  # type: ignore[override]
        """Return the cents; raises InvalidInput for what is no amount."""
        typed = "".join(self.line.text().split())
        if not typed:
            return None
        found = _TYPED.fullmatch(typed)
        if found is None:
            raise InvalidInput("", NOT_EUROS)
        return int(found[1]) * CENTS + int((found[2] or "").ljust(2, "0"))

    def set_value(self, value: int | None) -> None:  # type: ignore[override]
        """Show cents as euros, with a comma where there are cents."""
        euros, cents = divmod(value or 0, CENTS)
        text = f"{euros},{cents:02d}" if cents else str(euros)
        self.line.setText("" if value is None else text)

    def restore(self, state: Any) -> None:
        """Show the typing again."""
        self.line.setText(str(state))
