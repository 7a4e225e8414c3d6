"""Training and tests of a client: the form, the card on the client's page, levels over time."""
