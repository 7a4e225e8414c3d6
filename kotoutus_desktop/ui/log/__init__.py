"""Who looked at what: the door of restricted cases, the history of a client, the log."""
