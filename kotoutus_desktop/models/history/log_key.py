"""The key that seals the log: it stays the same when the data key is changed.

It follows from the first data key. A file that got a new one keeps it in itself: whoever has
the data key could reckon it anyhow, so nothing is lost by that.
"""

from kotoutus_desktop.models.connection import Connection
from kotoutus_desktop.models.subkeys import subkey

LOG_KEY = "log"
"""The purpose of the key that seals the log."""

_HAS_COLUMN = "SELECT 1 FROM pragma_table_info('replica') WHERE name = 'log_key'"
_KEPT = "SELECT log_key FROM replica WHERE log_key IS NOT NULL"


def log_key(connection: Connection, key: bytes | bytearray) -> bytes:
    """Return the key of the log of a file whose data key is `key`."""
    if connection.execute(_HAS_COLUMN).fetchone():
        kept = connection.execute(_KEPT).fetchone()
        if kept:
            return bytes(kept[0])
    return bytes(subkey(key, LOG_KEY))


def keep_log_key(connection: Connection, key: bytes | bytearray) -> None:
    """Keep the key of the log in the file, before its data key changes."""
    own = log_key(connection, key)
    connection.execute("UPDATE replica SET log_key = ? WHERE log_key IS NULL", (own,))
