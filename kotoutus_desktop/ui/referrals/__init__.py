"""Referrals: the form, what became of one, and the card on the client's page."""
