"""Messages as Windows would send them; nothing of it was run on Windows."""

import ctypes
import sys

import pytest

from kotoutus_desktop.ui.lock.windows_session import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    Message,
    WindowsSession,
)

UNLOCK, RESUME, WM_KEYDOWN = 8, 7, 0x0100
KIND = b"windows_generic_MSG"


def told(message, wide, kind=KIND):
    session = WindowsSession()
    heard = []
    session.left.connect(lambda: heard.append(1))
    content = Message(None, message, wide, 0)
    passed = session.nativeEventFilter(kind, ctypes.addressof(content))
    assert passed == (False, 0)  # every message goes on to its window
    return bool(heard)


@pytest.mark.parametrize("wide", [2, 4, 6, 7])
def test_a_session_that_is_locked_or_left_is_told(qapp, wide):
    assert told(WM_WTSSESSION_CHANGE, wide)


def test_going_to_sleep_is_told(qapp):
    assert told(WM_POWERBROADCAST, PBT_APMSUSPEND)


@pytest.mark.parametrize(
    ("message", "wide", "kind"),
    [
        (WM_WTSSESSION_CHANGE, UNLOCK, KIND),
        (WM_POWERBROADCAST, RESUME, KIND),
        (WM_KEYDOWN, 7, KIND),
        (WM_WTSSESSION_CHANGE, 7, b"xcb_generic_event_t"),
    ],
)
def test_anything_else_is_not(qapp, message, wide, kind):
    assert not told(message, wide, kind)


@pytest.mark.skipif(sys.platform == "win32", reason="there it exists")
def test_elsewhere_nothing_is_registered(qapp):
    assert not WindowsSession().register(1)
