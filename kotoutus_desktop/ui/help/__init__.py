"""Help for every page, readable without a network."""
