"""Civic orientation (681/2023 § 25, Decree 576/2024): who waits, courses, meetings, hours.

Every function works in the caller's transaction, and none of them ends it.
"""
