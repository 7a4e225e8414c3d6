"""Kotoutus Desktop: integration plans and civic orientation for a municipality, offline."""

__version__ = "0.1.0"
