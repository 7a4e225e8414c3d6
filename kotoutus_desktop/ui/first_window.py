"""What a window of the program is called, and how large the first one is."""

PROGRAM_NAME = "Kotoutus Desktop"
FIRST_SIZE = (1366, 768)  # pixels: the screen of the cheapest laptop of an office
