"""Clients from a spreadsheet: read, matched, looked at, and taken whole or not at all."""
