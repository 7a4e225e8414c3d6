"""The steps by which a file of an earlier version comes up to date.

A step is never edited once released, and never imports the models: it has to keep working
when they have moved on.
"""

NEWEST = "0021"
"""The revision that the models of this version describe."""
