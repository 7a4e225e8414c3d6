"""Translations that a speaker reads, given out and taken back."""
