"""What of a case goes into Koto-AJ or A-TMT: its texts, what was entered, what is still to be."""
