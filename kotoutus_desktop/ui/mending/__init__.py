"""Check and repair: what is wrong with the file, what was mended, what could not be."""
