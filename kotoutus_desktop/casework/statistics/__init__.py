"""Statistics of a period, and the rows behind each number."""
