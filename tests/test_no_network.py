"""Nothing in the suite can reach a network, and the guard that sees to it would fail."""

import re
import socket
import urllib.request
from pathlib import Path

import pytest

from tests.no_network import NetworkRefused

PACKAGE = Path(__file__).parent.parent / "kotoutus_desktop"
NETWORK = re.compile(
    r"QtNetwork|QTcp|QUdp|QLocalServer|urllib\.request|http\.client|smtplib|ftplib|requests\b.get"
)


def test_no_connection_leaves_the_computer():
    with socket.socket() as out, pytest.raises(NetworkRefused):
        out.connect(("127.0.0.1", 9))
    with socket.socket(type=socket.SOCK_DGRAM) as out, pytest.raises(NetworkRefused):
        out.sendto(b"x", ("127.0.0.1", 9))
    with socket.socket() as out, pytest.raises(NetworkRefused):
        out.bind(("127.0.0.1", 0))


def test_no_name_is_looked_up():
    with pytest.raises(NetworkRefused):
        socket.getaddrinfo("example.org", 80)
    with pytest.raises(NetworkRefused):
        urllib.request.urlopen("http://127.0.0.1:9/")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="not on this system")
def test_programs_of_this_computer_may_talk_to_each_other(tmp_path):
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        client.connect(str(tmp_path / "s"))


def test_the_program_loads_nothing_that_talks_to_a_network():
    """What Qt does by itself no hook of Python sees: its network module is not even shipped."""
    found = [str(path) for path in PACKAGE.rglob("*.py") if NETWORK.search(path.read_text("utf-8"))]
    assert found == []
