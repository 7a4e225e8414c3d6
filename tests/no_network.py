"""The tests run without a network: every way out that Python has is refused.

Sockets between programs of this computer (AF_UNIX) pass: Qt and the desktop talk over them.
"""

import socket
import sys
from typing import Any

_WAYS_OUT = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_LOOKING_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class NetworkRefused(RuntimeError):
    """Something reached for the network."""


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise NetworkRefused for what would leave the computer."""
    if event in _LOOKING_UP:
        raise NetworkRefused(event)
    if event in _WAYS_OUT:
        family = getattr(arguments[0], "family", None)
        if family != getattr(socket, "AF_UNIX", object()):
            raise NetworkRefused(event)


def refuse_network() -> None:
    """From now on refuse it, for the rest of this process: it cannot be taken back."""
    sys.addaudithook(refuse)
