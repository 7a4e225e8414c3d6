"""Copies of the file: made in the background, shown in the settings, restored at the start."""
