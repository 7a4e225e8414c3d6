"""Paper seen before it is printed, and sent to a printer."""
