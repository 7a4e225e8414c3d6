"""Statistics: tables and charts of a period, and what is behind each number."""
