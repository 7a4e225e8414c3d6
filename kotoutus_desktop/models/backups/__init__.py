"""Copies of the encrypted file: made, proven by restoring them, thinned, restored."""
