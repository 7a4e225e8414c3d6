"""Why something is due, asked or warned of: the panel, its words, and the way to the fields."""
