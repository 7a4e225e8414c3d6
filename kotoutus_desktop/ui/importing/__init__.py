"""Clients from a spreadsheet, with a look before they are taken."""
