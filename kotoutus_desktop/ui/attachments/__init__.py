"""Scans of a case: taken in, looked at inside the program, given out."""
