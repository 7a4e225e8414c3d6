"""Forty fictional clients for training, made anew for any day. No windows here."""
