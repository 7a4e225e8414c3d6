"""The way that a counsellor took through the pages."""

from kotoutus_desktop.ui.page import Destination


class History:
    """Pages in the order of their visits, for back and forward."""

    def __init__(self) -> None:
        self._behind: list[Destination] = []
        self._ahead: list[Destination] = []

    def visit(self, destination: Destination) -> None:
        """Go on to another page; what was ahead is forgotten."""
        if not self._behind or self._behind[-1] != destination:
            self._behind.append(destination)
        self._ahead.clear()

    def stay(self, place: Destination) -> None:
        """Remember the page that is left by where it is found again."""
        if self._behind:
            self._behind[-1] = place

    def back(self) -> Destination | None:
        """Go one page back; None at the beginning."""
        if len(self._behind) < 2:
            return None
        self._ahead.append(self._behind.pop())
        return self._behind[-1]

    def forward(self) -> Destination | None:
        """Go one page forward again; None at the end."""
        if not self._ahead:
            return None
        self._behind.append(self._ahead.pop())
        return self._behind[-1]
