"""Integration training and other studies of a client, and levels of language over time."""
