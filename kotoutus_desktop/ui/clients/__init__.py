"""Pages about clients: the list, the intake, the client's own page."""
