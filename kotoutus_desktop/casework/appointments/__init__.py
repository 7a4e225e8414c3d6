"""Booked times: booking, what they clash with, who came, the fee of § 32 a, interpreters.

Every function works in the caller's transaction, and none of them ends it.
"""
