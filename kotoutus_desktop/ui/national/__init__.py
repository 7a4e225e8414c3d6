"""The window in which a case is typed over into Koto-AJ or A-TMT, and the list of all of them."""
